package dev.deckmill.svgpptx.parse.box;

import dev.deckmill.svgpptx.ir.TextBlock.Numbering;
import dev.deckmill.svgpptx.parse.css.Property;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a list item's marker (CSS Counter Styles 3 §6).
 *
 * @param numbering null for a bullet
 * @param text empty where it has none
 */
public record ListLabel(@Nullable Numbering numbering, String text) {
  /** About an em, as browsers keep free, without a character that fonts may lack. */
  private static final String AFTER_BULLET = "\u00a0\u00a0\u00a0 ";

  private static final int LETTERS = 26;
  private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_LETTERS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };

  /** That of an item with this number among its siblings. */
  public static ListLabel of(BoxStyle item, int number) {
    String type = item.word(Property.LIST_STYLE_TYPE, "disc");
    Numbering numbering = numbering(type);
    return new ListLabel(
        numbering, numbering == null ? bullet(type) : number(numbering, number) + ".");
  }

  /** Whether it stands in the item's first line (CSS Lists 3 §3.5). */
  public static boolean isInside(BoxStyle item) {
    return item.is(Property.LIST_STYLE_POSITION, "inside");
  }

  /** With what is kept free behind it where it is the beginning of a line. */
  public String inLine() {
    return text.isEmpty() ? "" : numbering == null ? text + AFTER_BULLET : text + ' ';
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
