package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.atrule.FontFaceRule;
import dev.deckmill.svgpptx.parse.atrule.MediaQuery;
import dev.deckmill.svgpptx.parse.selector.Generated;
import dev.deckmill.svgpptx.parse.value.TransformSyntax;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.RenderedElement;
import dev.deckmill.svgpptx.parse.xml.Tag;
import dev.deckmill.svgpptx.parse.xml.XmlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes styles (CSS Cascade 5): presentation attributes, rules by layer, specificity and order,
 * the {@code style} attribute, what animations leave, then what is important; what is left
 * inherits. For one page on one thread.
 */
public final class Cascade {
  private final StyleSheet sheet = new StyleSheet();
  private final Values values = new Values();
  private final Declared declared = new Declared();
  private final CssFindings findings;
  private final CssAnimations animations;
  private final Map<Element, Map<Property, String>> frozen;
  private final List<StyleSheet.Rule> matching = new ArrayList<>();
  private final List<Declarations> blocks = new ArrayList<>();
  private final Set<String> reported = new HashSet<>();
  private final Set<Element> stoodStill = new HashSet<>();

  /** Tools write the same few styles on all their labels in HTML. */
  private final Map<String, Declarations> stylesOfHtml = new HashMap<>();

  /**
   * @param pageWidth in user units, for media queries
   * @param pageHeight in user units, for media queries
   * @param frozen what animation elements leave, by the element they move
   */
  public Cascade(
      XmlDocument document,
      double pageWidth,
      double pageHeight,
      Map<Element, Map<Property, String>> frozen,
      CssFindings findings) {
    this.frozen = frozen;
    this.findings = findings;
    this.animations =
        new CssAnimations(
            sheet,
            values,
            new CssFindings() {
              @Override
              public void leftOut(@Nullable Element where, String problem) {
                findings.leftOut(where, problem);
              }

              @Override
              public void stoodStill(Element element, String shown) {
                if (stoodStill.add(element)) {
                  findings.stoodStill(element, shown);
                }
              }
            });
    MediaQuery media = new MediaQuery(pageWidth, pageHeight);
    for (Element style : document.styles()) {
      String type = style.attribute("type");
      String query = style.attribute("media");
      if ((type == null || type.isBlank() || type.strip().equalsIgnoreCase("text/css"))
          && (query == null || media.matches(query))) {
        StyleSheetParser.parse(
            style.text(), sheet, media, values, problem -> findings.leftOut(null, problem));
      }
    }
    sheet.unlayered().number(0);
  }

  /** The fonts that the page's style sheets bring along. */
  public List<FontFaceRule> fontFaces() {
    return sheet.fontFaces();
  }

  /** The style that the root element inherits from: all initial. */
  public static Style initial(Units units) {
    return new Style(
        new @Nullable String[Property.INHERITED], Style.NONE_OWN, Style.NO_BOX, units, Map.of());
  }

  /** The element's style under a parent's, which need not be its parent in the document. */
  public Style style(Element element, Style parent) {
    Map<String, String> custom = collect(element, parent);
    if (declared.size() == 0) {
      return new Style(parent.inherited(), Style.NONE_OWN, Style.NO_BOX, parent.units(), custom);
    }
    Variables variables = sheet.custom().variables(custom);
    if (declared.get(Property.ANIMATION_NAME) != null) {
      animations.play(element, declared, parent, variables);
    }
    return computed(element, parent, variables, custom);
  }

  private Style computed(
      Element element, Style parent, Variables variables, Map<String, String> custom) {
    Style style =
        new Computation(declared, values, this::report, element, parent, variables).style(custom);
    declared.clear();
    return style;
  }

  /**
   * The style of what rules put before or after the content of an element of HTML; null where that
   * is nothing.
   *
   * @param origin the element's own
   */
  public @Nullable Style generated(Element element, Generated generated, Style origin) {
    if (!sheet.has(generated)) {
      return null;
    }
    blocks.clear();
    matching.clear();
    sheet.collect(element, generated, matching);
    matching.forEach(rule -> blocks.add(rule.declarations()));
    Map<String, String> custom = sheet.custom().of(origin.custom(), blocks);
    declareBlocks(element, custom);
    return switch (declared.get(Property.CONTENT)) {
      case null -> nothing();
      case "none", "normal" -> nothing();
      default -> computed(element, origin, sheet.custom().variables(custom), custom);
    };
  }

  private @Nullable Style nothing() {
    declared.clear();
    return null;
  }

  /** Fills what is declared; the element's custom properties. */
  private Map<String, String> collect(Element element, Style parent) {
    String styleAttribute;
    if (element.tag() == Tag.HTML) {
      styleAttribute = element.attribute("style");
      collectHtml(element);
    } else {
      styleAttribute = collectAttributes(element);
    }
    blocks.clear();
    matching.clear();
    if (!sheet.isEmpty()) {
      sheet.collect(element, matching);
      for (StyleSheet.Rule rule : matching) {
        blocks.add(rule.declarations());
      }
    }
    if (styleAttribute != null) {
      blocks.add(inStyle(element, styleAttribute));
    }
    Map<String, String> custom = sheet.custom().of(parent.custom(), blocks);
    declareBlocks(element, custom);
    Map<Property, String> stood = frozen.isEmpty() ? null : frozen.get(element);
    if (stood != null) {
      stood.forEach((property, value) -> freeze(property, value));
    }
    return custom;
  }

  /** Rules, and behind them the {@code style} attribute. */
  private void declareBlocks(Element element, Map<String, String> custom) {
    for (int i = 0; i < blocks.size(); i++) {
      int layer = i < matching.size() ? matching.get(i).layer().rank() : Declared.STYLE;
      declare(element, blocks.get(i), layer, custom);
      if (element.tag() == Tag.HTML) {
        blocks.get(i).lostInBoxes().forEach(property -> reportLost(element, property));
      }
    }
  }

  /** What browsers bring along, then what attributes say that are older than CSS. */
  private void collectHtml(Element element) {
    Declarations usual = HtmlDefaults.of(element);
    for (int i = 0; i < usual.size(); i++) {
      declare(element, usual.property(i), usual.value(i), false, Declared.BROWSER);
    }
    HtmlAttributes.each(
        element,
        (property, value) -> {
          String valid = values.computable(property, value);
          if (valid != null) {
            declare(element, property, valid, false, Declared.ATTRIBUTES);
          }
        });
  }

  /** Declares presentation attributes; gives the {@code style} attribute back. */
  private @Nullable String collectAttributes(Element element) {
    String styleAttribute = null;
    for (int i = 0, n = element.attributeCount(); i < n; i++) {
      String name = element.attributeName(i);
      Property property = Property.ofAttribute(name);
      if (property != null) {
        declareAttribute(element, property, element.attributeValue(i));
      } else if (name.equals("style")) {
        styleAttribute = element.attributeValue(i);
      } else if (!name.equals("d") // long, and no property of geometry here
          && Variables.isIn(element.attributeValue(i))
          && hasGeometry(element)) {
        Property geometry = Property.ofGeometry(name);
        if (geometry != null) {
          declareAttribute(element, geometry, element.attributeValue(i));
        }
      }
    }
    return styleAttribute;
  }

  /** Whether its geometry attributes present properties; those of text have lists. */
  private static boolean hasGeometry(Element element) {
    RenderedElement rendered = element.tag().rendered();
    return rendered != null && rendered != RenderedElement.TEXT;
  }

  private Declarations inStyle(Element element, String written) {
    boolean isHtml = element.tag() == Tag.HTML;
    Declarations known = isHtml ? stylesOfHtml.get(written) : null;
    if (known == null) {
      Set<String> problems = new LinkedHashSet<>();
      known =
          isHtml
              ? DeclarationParser.parse(written, values, problems::add)
              : DeclarationParser.parseStyle(written, values, problems::add);
      problems.forEach(problem -> report(element, problem, written));
      if (isHtml) {
        stylesOfHtml.put(written, known);
      }
    }
    return known;
  }

  private void freeze(Property property, String value) {
    String valid = values.computable(property, value);
    if (valid != null) {
      declared.animate(property, valid);
    }
  }

  private void declareAttribute(Element element, Property property, String value) {
    String valid = values.computable(property, value);
    boolean isList = property == Property.TRANSFORM;
    if (valid != null && (!isList || TransformSyntax.isAttribute(valid))) {
      declared.declare(property, valid, false, Declared.ATTRIBUTES);
    } else if (!value.isBlank()) {
      report(element, "the value of " + property.attributeName() + " is not understood", value);
    }
  }

  private void declare(Element element, Declarations block, int layer, Map<String, String> custom) {
    for (int i = 0; i < block.size(); i++) {
      Property property = block.property(i);
      boolean important = block.important(i);
      if (property != null) {
        declare(element, property, block.value(i), important, layer);
      } else {
        expand(element, block.value(i), important, layer, custom);
      }
    }
  }

  /** What no element of SVG has is not kept for one. */
  private void declare(
      Element element, Property property, String value, boolean important, int layer) {
    if (!property.ofHtmlAlone() || isBox(element)) {
      declared.declare(property, value, important, layer);
    }
  }

  /** An {@code svg} in HTML has margins and a place like any other element of HTML. */
  private static boolean isBox(Element element) {
    Element parent = element.parent();
    return element.tag() == Tag.HTML
        || (element.tag() == Tag.SVG && parent != null && parent.tag() == Tag.HTML);
  }

  /** A shorthand whose variables have values now. */
  private void expand(
      Element element, String pending, boolean important, int layer, Map<String, String> custom) {
    int colon = pending.indexOf(':');
    String name = pending.substring(0, colon);
    String value = sheet.custom().variables(custom).substitute(pending.substring(colon + 1));
    if (value == null
        || !Shorthands.expand(
            name,
            value,
            (property, written) -> {
              String valid = values.computable(property, written);
              if (valid != null) {
                declare(element, property, valid, important, layer);
              }
            })) {
      report(element, "the value of " + name + " is not understood", pending);
    }
  }

  /** Once for each text with a problem, however many elements have it. */
  private void report(Element element, String problem, String written) {
    if (reported.add(problem + ' ' + written)) {
      findings.leftOut(element, problem);
    }
  }

  /** Once for each property. */
  private void reportLost(Element element, String property) {
    report(element, "the property " + property + " is not supported in HTML", property);
  }

  /** Whether selectors asked for more than a page may, so that later elements lack rules. */
  public boolean isExhausted() {
    return sheet.matching().isExhausted();
  }
}
