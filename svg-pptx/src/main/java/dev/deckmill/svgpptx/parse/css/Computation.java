package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.value.ColorContext;
import dev.deckmill.svgpptx.parse.value.ColorParser;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what is declared for one element to its style. */
final class Computation {
  /** Takes down what can't be computed. */
  @FunctionalInterface
  interface Problems {
    void report(Element element, String problem, String written);
  }

  private final Declared declared;
  private final Values values;
  private final Problems problems;
  private final Element element;
  private final Style parent;
  private final Variables variables;
  private final @Nullable String[] inherited;
  private final @Nullable String[] own;
  private final @Nullable String[] box;
  private Units units;

  Computation(
      Declared declared,
      Values values,
      Problems problems,
      Element element,
      Style parent,
      Variables variables) {
    this.declared = declared;
    this.values = values;
    this.problems = problems;
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
    if (valid == null || MissingUnits.isIn(property, valid, true)) {
      problems.report(
          element,
          "a custom property in " + property.attributeName() + " has no value that fits",
          value);
      return null;
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
        property == Property.COLOR ? parent.get(Property.COLOR) : inherited[Property.COLOR.index()];
    Rgba parsed = color == null ? null : ColorParser.parse(color);
    return parsed != null ? parsed : isDark ? new Rgba(0xffffff, 1) : Rgba.BLACK;
  }
}
