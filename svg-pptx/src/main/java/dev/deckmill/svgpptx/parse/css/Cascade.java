package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.value.ColorContext;
import dev.deckmill.svgpptx.parse.value.ColorParser;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import dev.deckmill.svgpptx.parse.xml.XmlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    Style style = new Computation(element, parent, variables).style(custom);
    declared.clear();
    return style;
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
    for (int i = 0; i < blocks.size(); i++) {
      int layer = i < matching.size() ? matching.get(i).layer().rank() : Declared.STYLE;
      declare(element, blocks.get(i), layer, custom);
    }
    Map<Property, String> stood = frozen.isEmpty() ? null : frozen.get(element);
    if (stood != null) {
      stood.forEach((property, value) -> freeze(property, value));
    }
    return custom;
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
      }
    }
    return styleAttribute;
  }

  private Declarations inStyle(Element element, String written) {
    Declarations known = element.tag() == Tag.HTML ? stylesOfHtml.get(written) : null;
    if (known != null) {
      return known;
    }
    Declarations parsed =
        DeclarationParser.parse(written, values, problem -> report(element, problem, written));
    if (element.tag() == Tag.HTML) {
      stylesOfHtml.put(written, parsed);
    }
    return parsed;
  }

  private void freeze(Property property, String value) {
    String valid = values.computable(property, value);
    if (valid != null) {
      declared.animate(property, valid);
    }
  }

  private void declareAttribute(Element element, Property property, String value) {
    String valid = values.computable(property, value);
    if (valid != null) {
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
    if (!property.ofHtmlAlone() || element.tag() == Tag.HTML) {
      declared.declare(property, value, important, layer);
    }
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

  /** Whether selectors asked for more than a page may, so that later elements lack rules. */
  public boolean isExhausted() {
    return sheet.matching().isExhausted();
  }

  /** From what is declared for one element to its style. */
  private final class Computation {
    private final Element element;
    private final Style parent;
    private final Variables variables;
    private final @Nullable String[] inherited;
    private final @Nullable String[] own;
    private final @Nullable String[] box;
    private Units units;

    Computation(Element element, Style parent, Variables variables) {
      boolean setsInherited = false;
      boolean setsOwn = false;
      boolean setsBox = false;
      for (int n = 0; n < declared.size(); n++) {
        Property property = declared.property(n);
        setsInherited |= property.inherited();
        setsBox |= property.ofBoxes();
        setsOwn |= !property.inherited() && !property.ofBoxes();
      }
      this.element = element;
      this.parent = parent;
      this.variables = variables;
      this.inherited = setsInherited ? parent.inherited().clone() : parent.inherited();
      this.own = setsOwn ? Style.NONE_OWN.clone() : Style.NONE_OWN;
      this.box = setsBox ? Style.NO_BOX.clone() : Style.NO_BOX;
      this.units = parent.units();
    }

    /** Font size, colour scheme and colour come first: others refer to them. */
    Style style(Map<String, String> custom) {
      String fontSize = declared.get(Property.FONT_SIZE);
      if (fontSize != null) {
        units = fontUnits(fontSize);
      }
      if (declared.get(Property.COLOR_SCHEME) != null) {
        apply(Property.COLOR_SCHEME);
      }
      if (declared.get(Property.COLOR) != null) {
        apply(Property.COLOR);
      }
      for (int n = 0; n < declared.size(); n++) {
        Property property = declared.property(n);
        if (property != Property.COLOR && property.index() < Property.STYLED) {
          apply(property);
        }
      }
      return new Style(inherited, own, box, units, custom);
    }

    private Units fontUnits(String declaredSize) {
      String value = variables.substitute(declaredSize);
      if (value == null || Values.isWide(value)) {
        return value != null && value.equalsIgnoreCase("initial")
            ? units.withEm(Units.MEDIUM)
            : units;
      }
      return units.withEm(FontSize.compute(value, units));
    }

    private void apply(Property property) {
      String value = declared.get(property);
      if (value != null && Variables.isIn(value)) {
        value = substituted(property, value);
      }
      if (value == null) {
        return; // invalid at computed-value time: as if unset
      }
      if (Values.isWide(value)) {
        wide(property, value);
      } else if (property.inherited()) {
        set(property, compute(property, value));
      } else {
        set(property, colored(property, value));
      }
    }

    private void set(Property property, @Nullable String value) {
      int i = property.index();
      if (property.inherited()) {
        inherited[i] = value;
      } else if (property.ofBoxes()) {
        box[i - Property.OF_BOXES] = value;
      } else {
        own[i - Property.INHERITED] = value;
      }
    }

    private @Nullable String substituted(Property property, String value) {
      String substituted = variables.substitute(value);
      String valid = substituted == null ? null : values.computable(property, substituted);
      if (valid == null) {
        report(
            element,
            "a custom property in " + property.attributeName() + " has no value that fits",
            value);
      }
      return valid;
    }

    private void wide(Property property, String value) {
      if (property.inherited()) {
        if (value.equalsIgnoreCase("initial")) {
          set(property, null);
        }
      } else if (value.equalsIgnoreCase("inherit")) {
        set(property, parent.get(property));
      } else if (property.isGeometry()) {
        set(property, property.neutral()); // or the attribute would be asked
      }
    }

    private @Nullable String compute(Property property, String value) {
      if (property == Property.FONT_WEIGHT) {
        return FontSize.weight(value, parent.get(Property.FONT_WEIGHT));
      }
      if (property == Property.COLOR && value.equalsIgnoreCase("currentColor")) {
        return parent.get(Property.COLOR);
      }
      if (property == Property.LINE_HEIGHT) {
        return FontRelative.lineHeight(value, units);
      }
      return FontRelative.isAffected(property)
          ? FontRelative.compute(value, units)
          : colored(property, value);
    }

    /** A colour that isn't the same everywhere as it is here. */
    private String colored(Property property, String value) {
      boolean isColor =
          property.kind() == Property.Kind.COLOR || property.kind() == Property.Kind.PAINT;
      boolean isDark = isColor && Style.isDark(inherited[Property.COLOR_SCHEME.index()]);
      if (!isColor || !(isDark || ColorParser.dependsOnContext(value))) {
        return value;
      }
      Rgba color =
          value.equalsIgnoreCase("currentColor")
              ? null
              : ColorParser.parse(value, new ColorContext(current(property, isDark), isDark));
      return color == null ? value : ColorParser.format(color);
    }

    private Rgba current(Property property, boolean isDark) {
      String color =
          property == Property.COLOR
              ? parent.get(Property.COLOR)
              : inherited[Property.COLOR.index()];
      Rgba parsed = color == null ? null : ColorParser.parse(color);
      return parsed != null ? parsed : isDark ? new Rgba(0xffffff, 1) : Rgba.BLACK;
    }
  }
}
