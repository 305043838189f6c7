package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code alignment-baseline}, else {@code dominant-baseline} (CSS Inline 3 §4). */
final class Baselines {
  private Baselines() {}

  static Text.Baseline of(Style style) {
    Text.Baseline own = named(style.get(Property.ALIGNMENT_BASELINE));
    Text.Baseline dominant = own == null ? named(style.get(Property.DOMINANT_BASELINE)) : own;
    return dominant == null ? Text.Baseline.ALPHABETIC : dominant;
  }

  private static Text.@Nullable Baseline named(@Nullable String value) {
    return value == null
        ? null
        : switch (value.toLowerCase(Locale.ROOT)) {
          case "alphabetic" -> Text.Baseline.ALPHABETIC;
          case "middle" -> Text.Baseline.MIDDLE;
          case "central" -> Text.Baseline.CENTRAL;
          case "hanging" -> Text.Baseline.HANGING;
          case "mathematical" -> Text.Baseline.MATHEMATICAL;
          case "ideographic" -> Text.Baseline.IDEOGRAPHIC;
          case "text-before-edge", "before-edge", "text-top", "top" -> Text.Baseline.TEXT_TOP;
          case "text-after-edge", "after-edge", "text-bottom", "bottom" ->
              Text.Baseline.TEXT_BOTTOM;
          default -> null;
        };
  }
}
