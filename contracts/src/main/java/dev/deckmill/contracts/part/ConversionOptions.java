package dev.deckmill.contracts.part;

import dev.deckmill.contracts.message.PageConverted;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the client asked of the conversion.
 *
 * @param slideSize the deck's slide size; null: taken from the page and returned in {@link
 *     PageConverted}
 * @param target what to favour: {@code speed}, {@code balanced}, {@code quality} or {@code
 *     compatibility}
 * @param textProfile whose text layout to write for: {@code powerpoint}, {@code google-slides},
 *     {@code wps} or {@code libreoffice}
 * @param fonts what becomes of fonts that pages bring along: {@code name} or {@code embed}; null,
 *     as in orders from before there was a choice: {@code name}
 */
public record ConversionOptions(
    @Nullable SlideSize slideSize, String target, String textProfile, @Nullable String fonts) {
  public ConversionOptions {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(textProfile, "textProfile");
  }
}
