package dev.deckmill.svgpptx.font;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run's properties are to say (DrawingML {@code a:rPr}).
 *
 * @param latin for {@code a:latin}, and for {@code a:cs}
 * @param eastAsian for {@code a:ea}; null where the text has no East Asian character
 * @param bold {@code b}
 * @param italic {@code i}
 */
public record Typeface(String latin, @Nullable String eastAsian, boolean bold, boolean italic) {
  public Typeface {
    Objects.requireNonNull(latin, "latin");
  }
}
