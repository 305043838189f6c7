package dev.deckmill.contracts.message;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The deck of a job is there.
 *
 * @param deck the PPTX file
 * @param counts what the file holds
 * @param packageMicros time to write the package, in microseconds
 * @param run of the order
 * @param storeMicros how much of {@code packageMicros} passed after the last byte was written until
 *     the file was safe; null from packagers that did not measure it yet
 */
public record DeckPackaged(
    String jobId,
    String tenant,
    BlobRef deck,
    Counts counts,
    long packageMicros,
    @Nullable Integer run,
    @Nullable Long storeMicros)
    implements DeckMessage {
  /**
   * What is really in the file.
   *
   * @param slides slide parts
   * @param relationships relationship entries of all .rels parts
   * @param mediaFiles media parts
   * @param contentTypes entries of [Content_Types].xml
   * @param uncompressedBytes sum of the parts' sizes before deflating
   */
  public record Counts(
      int slides, int relationships, int mediaFiles, int contentTypes, long uncompressedBytes) {}

  public DeckPackaged {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(deck, "deck");
    Objects.requireNonNull(counts, "counts");
    Checks.atLeast("packageMicros", packageMicros, 0);
    Checks.run(run);
  }
}
