package dev.deckmill.svgpptx.parse.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keywords as constants: {@code color-dodge} is {@code COLOR_DODGE}. */
public final class Keywords {
  private Keywords() {}

  /** The constant of this name among {@code all}; {@code initial} where the text is none. */
  public static <E extends Enum<E>> E of(@Nullable String text, E[] all, E initial) {
    for (E constant : all) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return constant;
      }
    }
    return initial;
  }
}
