package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.TextBlock.Marker;
import dev.deckmill.svgpptx.ir.TextBlock.Numbering;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.layout.HtmlBox;
import dev.deckmill.svgpptx.parse.layout.InlineContext;
import dev.deckmill.svgpptx.parse.layout.Line;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands before a list item (CSS Lists 3 §3, CSS Counter Styles 3 §6). */
final class ListMarkers {
  /** Between marker and text, in font sizes, as browsers have it. */
  private static final double AFTER_BULLET = 0.45;

  private static final double AFTER_NUMBER = 0.28;
  private static final int LETTERS = 26;
  private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_LETTERS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };

  private ListMarkers() {}

  /**
   * The marker of an item beside its first line; null where it has none.
   *
   * @param x of the block with the line
   */
  static @Nullable Marker of(HtmlBox.Container item, Line line, double x, double y) {
    String type =
        item.style().computed().get(Property.LIST_STYLE_TYPE, "disc").toLowerCase(Locale.ROOT);
    Numbering numbering = numbering(type);
    String label = numbering == null ? bullet(type) : number(numbering, item.number()) + ".";
    InlineContext context = item.context();
    Text.Run run =
        label.isEmpty()
            ? null
            : LineText.run(label, context, 0, new Box(x, y, context.size(), context.size()));
    if (run == null) {
      return null;
    }
    double gap = (numbering == null ? AFTER_BULLET : AFTER_NUMBER) * context.size();
    double first = line.pieces().isEmpty() ? 0 : line.pieces().getFirst().x();
    Text.Chunk drawn =
        new Text.Chunk(
            x + line.left() + first - gap,
            y + line.baseline(),
            Text.Anchor.END,
            false,
            List.of(),
            null,
            List.of(run));
    return new Marker(numbering, Math.max(1, item.number()), drawn);
  }

  private static String bullet(String type) {
    return switch (type) {
      case "none" -> "";
      case "circle" -> "◦";
      case "square" -> "▪";
      default -> type.startsWith("\"") || type.startsWith("'") ? quoted(type) : "•";
    };
  }

  private static String quoted(String type) {
    return type.length() < 3 ? "" : type.substring(1, type.length() - 1).strip();
  }

  private static @Nullable Numbering numbering(String type) {
    return switch (type) {
      case "decimal", "decimal-leading-zero" -> Numbering.DECIMAL;
      case "lower-alpha", "lower-latin" -> Numbering.LOWER_ALPHA;
      case "upper-alpha", "upper-latin" -> Numbering.UPPER_ALPHA;
      case "lower-roman" -> Numbering.LOWER_ROMAN;
      case "upper-roman" -> Numbering.UPPER_ROMAN;
      default -> null;
    };
  }

  private static String number(Numbering numbering, int number) {
    return switch (numbering) {
      case DECIMAL -> Integer.toString(number);
      case LOWER_ALPHA -> letters(number);
      case UPPER_ALPHA -> letters(number).toUpperCase(Locale.ROOT);
      case LOWER_ROMAN -> roman(number);
      case UPPER_ROMAN -> roman(number).toUpperCase(Locale.ROOT);
    };
  }

  private static String letters(int number) {
    StringBuilder out = new StringBuilder();
    for (int left = Math.max(1, number); left > 0; left = (left - 1) / LETTERS) {
      out.insert(0, (char) ('a' + (left - 1) % LETTERS));
    }
    return out.toString();
  }

  private static String roman(int number) {
    StringBuilder out = new StringBuilder();
    int left = Math.clamp(number, 1, 3999);
    for (int i = 0; i < ROMAN.length; i++) {
      while (left >= ROMAN[i]) {
        out.append(ROMAN_LETTERS[i]);
        left -= ROMAN[i];
      }
    }
    return out.toString();
  }
}
