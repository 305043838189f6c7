package dev.deckmill.api.web.v1;

import dev.deckmill.api.store.deck.DeckVersion;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A deck that a job came to, as the API shows it. */
@Schema(name = "Result")
record ResultView(int version, Instant createdAt, long bytes, String sha256, Links links) {
  /** Where it is. */
  @Schema(name = "ResultLinks")
  record Links(String self) {}

  /** All of them. */
  @Schema(name = "Results")
  record All(List<ResultView> results) {}

  static ResultView of(String jobId, DeckVersion deck) {
    return new ResultView(
        deck.version(),
        deck.made(),
        deck.file().length(),
        deck.file().sha256(),
        new Links("/v1/jobs/%s/result?version=%d".formatted(jobId, deck.version())));
  }
}
