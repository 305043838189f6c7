package dev.deckmill.contracts.message;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.Checks;
import dev.deckmill.contracts.part.DeckSlide;
import dev.deckmill.contracts.part.SlideSize;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Order to make the deck of a job.
 *
 * @param title the deck's title, for its document properties
 * @param slideSize the size of all its slides
 * @param slides a blob of JSON lines, one {@link DeckSlide} a line, in the order of the pages: a
 *     message could not hold ten thousand
 * @param slideCount how many lines that blob has, from 1
 * @param run which run of the job this is, from 1; each retry is another; null is the first
 */
public record PackageDeck(
    String jobId,
    String tenant,
    String title,
    SlideSize slideSize,
    BlobRef slides,
    int slideCount,
    @Nullable Integer run)
    implements DeckMessage {
  public PackageDeck {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(slideSize, "slideSize");
    Objects.requireNonNull(slides, "slides");
    Checks.atLeast("slideCount", slideCount, 1);
    Checks.run(run);
  }
}
