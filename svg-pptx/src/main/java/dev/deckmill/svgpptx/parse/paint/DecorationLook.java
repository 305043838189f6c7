package dev.deckmill.svgpptx.parse.paint;

import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an element's decorating lines look: as their own properties say, or else the words of {@code
 * text-decoration} (CSS Text Decoration 3 §2).
 */
public final class DecorationLook {
  private DecorationLook() {}

  public static Text.LineForm form(Style style) {
    String own = style.get(Property.TEXT_DECORATION_STYLE);
    String words = own != null ? own : style.get(Property.TEXT_DECORATION, "");
    for (String word : CssText.words(words.toLowerCase(Locale.ROOT))) {
      switch (word) {
        case "double" -> {
          return Text.LineForm.DOUBLE;
        }
        case "dotted" -> {
          return Text.LineForm.DOTTED;
        }
        case "dashed" -> {
          return Text.LineForm.DASHED;
        }
        case "wavy" -> {
          return Text.LineForm.WAVY;
        }
        default -> {} // lines, colours and widths
      }
    }
    return Text.LineForm.SOLID;
  }

  /** Null: that of the element's text. */
  public static @Nullable Rgba color(Style style) {
    String own = style.get(Property.TEXT_DECORATION_COLOR);
    if (own != null) {
      return Colors.parse(own, style);
    }
    return CssText.words(style.get(Property.TEXT_DECORATION, "")).stream()
        .map(word -> Colors.parse(word, style))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
