package dev.deckmill.svgpptx.parse.css;

import java.util.Locale;

/**
 * The inside of a rule's braces or of a {@code style} attribute (CSS Syntax 3 §5.4.4): names and
 * values, with shorthands taken apart. What it does not know it leaves out, as browsers do.
 */
final class DeclarationParser {
  private final String text;
  private final Declarations out = new Declarations();
  private int at;

  private DeclarationParser(String text) {
    this.text = text;
  }

  static Declarations parse(String block) {
    String text = block.contains("/*") ? CssText.withoutComments(block) : block;
    DeclarationParser parser = new DeclarationParser(text);
    parser.readAll();
    return parser.out;
  }

  private void readAll() {
    int length = text.length();
    while (at < length) {
      int end = CssText.find(text, at, length, ';');
      int colon = text.indexOf(':', at);
      if (colon >= 0 && colon < end) {
        declaration(text.substring(at, colon).strip(), text.substring(colon + 1, end).strip());
      }
      at = end + 1;
    }
  }

  private void declaration(String name, String written) {
    String value = written;
    boolean important = false;
    int bang = value.lastIndexOf('!');
    if (bang >= 0 && value.substring(bang + 1).strip().equalsIgnoreCase("important")) {
      value = value.substring(0, bang).strip();
      important = true;
    }
    if (name.startsWith("--")) {
      out.addCustom(name, value);
      return;
    }
    if (value.isEmpty()) {
      return;
    }
    Property property = Property.named(name);
    if (property == null) {
      property = Property.named(name.toLowerCase(Locale.ROOT));
    }
    if (property != null) {
      out.add(property, value, important);
    } else {
      shorthand(name.toLowerCase(Locale.ROOT), value, important);
    }
  }

  private void shorthand(String name, String value, boolean important) {
    switch (name) {
      case "font" -> FontShorthand.expand(value, (p, v) -> out.add(p, v, important));
      case "marker" -> {
        out.add(Property.MARKER_START, value, important);
        out.add(Property.MARKER_MID, value, important);
        out.add(Property.MARKER_END, value, important);
      }
      case "-webkit-clip-path" -> out.add(Property.CLIP_PATH, value, important);
      case "-webkit-mask", "mask-image" -> out.add(Property.MASK, value, important);
      case "overflow-x", "overflow-y" -> out.add(Property.OVERFLOW, value, important);
      default -> BoxShorthand.expand(name, value, (p, v) -> out.add(p, v, important));
    }
  }
}
