package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.parse.css.Cascade;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.selector.Generated;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.PageBudget;
import dev.deckmill.svgpptx.parse.xml.XmlDocument;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document as its parsers see it: its styles and references, and the budget and the findings of
 * the page, which SVG images nested in it share.
 */
public final class DocumentContext {
  private final Cascade cascade;
  private final Style initial;
  private final References references;
  private final PageBudget budget;
  private final PageFindings findings;
  private final Fonts fonts;
  private final FontFaces fontFaces;
  private final Map<Element, Style> styles = new HashMap<>();

  private DocumentContext(
      Cascade cascade,
      Style initial,
      References references,
      PageBudget budget,
      PageFindings findings,
      Fonts fonts) {
    this.cascade = cascade;
    this.initial = initial;
    this.references = references;
    this.budget = budget;
    this.findings = findings;
    this.fonts = fonts;
    this.fontFaces = new FontFaces(cascade.fontFaces(), fonts, budget, findings);
  }

  /**
   * A document at its beginning.
   *
   * @param fonts that text will be shown in
   * @param frozen for each element that animation elements move the values of its properties
   */
  public static DocumentContext of(
      XmlDocument document,
      RootViewport viewport,
      Map<Element, Map<String, String>> frozen,
      PageBudget budget,
      PageFindings findings,
      Fonts fonts) {
    Cascade cascade =
        new Cascade(
            document,
            viewport.width(),
            viewport.height(),
            properties(frozen),
            new StyleFindings(findings));
    References references = new References(document.ids(), findings);
    Style initial = initial(cascade, document.root(), viewport);
    return new DocumentContext(cascade, initial, references, budget, findings, fonts);
  }

  private static Map<Element, Map<Property, String>> properties(
      Map<Element, Map<String, String>> frozen) {
    Map<Element, Map<Property, String>> properties = new HashMap<>();
    frozen.forEach(
        (element, values) -> {
          Map<Property, String> own = new EnumMap<>(Property.class);
          values.forEach(
              (name, value) -> {
                Property property =
                    name.equals("motion") ? Property.MOTION : Property.ofAttribute(name);
                if (property != null) {
                  own.put(property, value);
                }
              });
          properties.put(element, own);
        });
    return properties;
  }

  /** The root's font size is what rem means, so the root is styled twice. */
  private static Style initial(Cascade cascade, Element root, RootViewport viewport) {
    Units units = new Units(Units.MEDIUM, Units.MEDIUM, viewport.width(), viewport.height());
    Style first = cascade.style(root, Cascade.initial(units));
    return Cascade.initial(
        new Units(Units.MEDIUM, first.fontSize(), viewport.width(), viewport.height()));
  }

  /** The element's style under a parent's, which need not be its parent in the document. */
  public Style style(Element element, Style parent) {
    return cascade.style(element, parent);
  }

  /**
   * The style of what stands before or after the content of an element of HTML; null for nothing.
   *
   * @param origin the element's own style
   */
  public @Nullable Style generated(Element element, Generated generated, Style origin) {
    return cascade.generated(element, generated, origin);
  }

  /** The style of an element where it stands in the document, whoever refers to it. */
  public Style styleInDocument(@Nullable Element element) {
    if (element == null) {
      return initial;
    }
    Style known = styles.get(element);
    if (known == null) {
      known = cascade.style(element, styleInDocument(element.parent()));
      styles.put(element, known);
    }
    return known;
  }

  /** Says so where selectors were too many, or too deep, to match them all. */
  public void reportUnmatched() {
    if (cascade.isExhausted()) {
      findings.warn(
          Code.CSS_ERROR,
          null,
          "The page's selectors take too many steps to match: the rules of later elements are left"
              + " out.");
    }
  }

  public References references() {
    return references;
  }

  public PageBudget budget() {
    return budget;
  }

  public PageFindings findings() {
    return findings;
  }

  /** The families that the document makes of fonts in it. */
  public FontFaces fontFaces() {
    return fontFaces;
  }

  /** What text is measured in. */
  public Fonts fonts() {
    return fonts;
  }
}
