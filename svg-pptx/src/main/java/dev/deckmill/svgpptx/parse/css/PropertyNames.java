package dev.deckmill.svgpptx.parse.css;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What properties are called, in declarations and as attributes. */
final class PropertyNames {
  /** Inherited by HTML inside; no attributes of SVG. */
  private static final Set<Property> BY_RULES_ALONE =
      EnumSet.range(Property.BORDER_COLLAPSE, Property.WORD_BREAK);

  private static final List<String> BORDER_PARTS = List.of("-color", "-style", "-width");

  private static final Map<String, Property> BY_NAME = new HashMap<>();
  private static final Map<String, Property> BY_ATTRIBUTE = new HashMap<>();

  static {
    for (Property property : Property.values()) {
      BY_NAME.put(property.attributeName(), property);
      if (property.index() < Property.CX.index() && !BY_RULES_ALONE.contains(property)) {
        BY_ATTRIBUTE.put(property.attributeName(), property);
      }
    }
    BY_NAME.put("text-decoration-line", Property.TEXT_DECORATION);
    BY_NAME.put("font-variant-caps", Property.FONT_VARIANT);
    BY_NAME.remove("motion");
    BY_ATTRIBUTE.remove("motion");
    BY_ATTRIBUTE.remove("background-color");
    BY_ATTRIBUTE.remove("background-image");
    BY_ATTRIBUTE.remove("color-scheme");
    BY_ATTRIBUTE.remove("translate");
    BY_ATTRIBUTE.remove("rotate");
    BY_ATTRIBUTE.remove("scale");
    BY_NAME.put("word-wrap", Property.OVERFLOW_WRAP);
    BY_NAME.put("-webkit-background-clip", Property.BACKGROUND_CLIP);
    BY_NAME.remove("text-fill-color");
    BY_NAME.put("-webkit-text-fill-color", Property.TEXT_FILL_COLOR);
    BY_NAME.remove("line-clamp");
    BY_NAME.put("-webkit-line-clamp", Property.LINE_CLAMP);
    nameLogical();
    BY_NAME.remove("xml-space");
    BY_NAME.remove("xml-lang");
    BY_ATTRIBUTE.remove("xml-space");
    BY_ATTRIBUTE.remove("xml-lang");
    BY_ATTRIBUTE.put("xml:space", Property.XML_SPACE);
    BY_ATTRIBUTE.put("xml:lang", Property.XML_LANG);
    BY_ATTRIBUTE.put("lang", Property.XML_LANG);
    // styled by rules alone, as browsers do
    BY_ATTRIBUTE.remove("transform-box");
    BY_ATTRIBUTE.remove("text-transform");
    BY_ATTRIBUTE.remove("white-space");
    BY_ATTRIBUTE.remove("text-decoration-color");
    BY_ATTRIBUTE.remove("text-decoration-style");
    BY_ATTRIBUTE.remove("mix-blend-mode");
    BY_ATTRIBUTE.remove("isolation");
    // paint servers have names of their own for it
    BY_ATTRIBUTE.put("gradientTransform", Property.TRANSFORM);
    BY_ATTRIBUTE.put("patternTransform", Property.TRANSFORM);
  }

  /**
   * Names that go by the direction of text (CSS Logical Properties 1), in lines from left to right.
   */
  private static void nameLogical() {
    nameSides("inline", Property.LEFT, Property.RIGHT, "left", "right");
    nameSides("block", Property.TOP, Property.BOTTOM, "top", "bottom");
    BY_NAME.put("min-inline-size", Property.MIN_WIDTH);
    BY_NAME.put("max-inline-size", Property.MAX_WIDTH);
    BY_NAME.put("min-block-size", Property.MIN_HEIGHT);
    BY_NAME.put("max-block-size", Property.MAX_HEIGHT);
    BY_NAME.put("border-start-start-radius", Property.BORDER_TOP_LEFT_RADIUS);
    BY_NAME.put("border-start-end-radius", Property.BORDER_TOP_RIGHT_RADIUS);
    BY_NAME.put("border-end-start-radius", Property.BORDER_BOTTOM_LEFT_RADIUS);
    BY_NAME.put("border-end-end-radius", Property.BORDER_BOTTOM_RIGHT_RADIUS);
  }

  private static void nameSides(
      String axis, Property start, Property end, String startSide, String endSide) {
    BY_NAME.put("inset-" + axis + "-start", start);
    BY_NAME.put("inset-" + axis + "-end", end);
    for (String box : List.of("margin-", "padding-", "border-")) {
      for (String part : box.equals("border-") ? BORDER_PARTS : List.of("")) {
        BY_NAME.put(box + axis + "-start" + part, known(box + startSide + part));
        BY_NAME.put(box + axis + "-end" + part, known(box + endSide + part));
      }
    }
  }

  private static Property known(String name) {
    return Objects.requireNonNull(BY_NAME.get(name), name);
  }

  private PropertyNames() {}

  /** The property of a name in lower case, or null. */
  static @Nullable Property named(String lowerCaseName) {
    return BY_NAME.get(lowerCaseName);
  }

  /** The property that an attribute presents (SVG 2 §6.6), or null. */
  static @Nullable Property ofAttribute(String attribute) {
    return BY_ATTRIBUTE.get(attribute);
  }
}
