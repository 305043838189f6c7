package dev.deckmill.contracts.part;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.PackageDeck;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One slide of the list that {@link PackageDeck} refers to: either a bundle, or the trouble that a
 * placeholder slide is to name.
 *
 * @param page the page's number in its job, from 1
 * @param name the page's label
 * @param bundle the converted slide, or null when the page failed
 * @param trouble why the page failed, or null when it did not
 * @param traceparent the span that settled the page (W3C Trace Context), for the deck's span to
 *     link to; null if there is none
 */
public record DeckSlide(
    int page,
    String name,
    @Nullable BlobRef bundle,
    @Nullable Trouble trouble,
    @Nullable String traceparent) {
  public DeckSlide {
    Checks.atLeast("page", page, 1);
    Objects.requireNonNull(name, "name");
    if ((bundle == null) == (trouble == null)) {
      throw new IllegalArgumentException("a slide is either a bundle or a placeholder");
    }
  }
}
