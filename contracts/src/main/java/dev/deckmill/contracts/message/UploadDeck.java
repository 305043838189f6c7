package dev.deckmill.contracts.message;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.Checks;
import dev.deckmill.contracts.part.DeckTarget;
import dev.deckmill.contracts.part.DeliveryOptions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Order to deliver a deck.
 *
 * @param deck the PPTX file
 * @param fileName its name there, with its ending
 * @param folderPath names of nested folders, outermost first, already expanded and cleaned; found
 *     or created
 * @param parentFolderId where the first of them lies, or null for the root that drive-service is
 *     set up with
 * @param run which run of the job this is, from 1; each retry is another; null is the first
 * @param options what is asked for besides the file; null is nothing
 * @param target to which kind of place; null is Google Drive
 */
public record UploadDeck(
    String jobId,
    String tenant,
    BlobRef deck,
    String fileName,
    List<String> folderPath,
    @Nullable String parentFolderId,
    @Nullable Integer run,
    @Nullable DeliveryOptions options,
    @Nullable DeckTarget target)
    implements DeckMessage {
  public UploadDeck {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(deck, "deck");
    Objects.requireNonNull(fileName, "fileName");
    folderPath = List.copyOf(folderPath);
    Checks.run(run);
  }

  /** What is asked for besides the file. */
  public DeliveryOptions optionsOrNone() {
    return options == null ? DeliveryOptions.NONE : options;
  }

  /** An order for Google Drive. */
  public UploadDeck(
      String jobId,
      String tenant,
      BlobRef deck,
      String fileName,
      List<String> folderPath,
      @Nullable String parentFolderId,
      @Nullable Integer run) {
    this(jobId, tenant, deck, fileName, folderPath, parentFolderId, run, null, null);
  }

  /** To which kind of place. */
  public DeckTarget place() {
    return target == null ? DeckTarget.DRIVE : target;
  }
}
