package dev.deckmill.api.orchestration.job;

import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeliveryOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a delivery besides its folders.
 *
 * @param parentFolderId the folder or shared drive that the folders begin in; null is the one that
 *     is set up
 * @param fileName the deck's name there, with its ending; null is made of the title
 * @param options what else is to be done, but for pictures
 * @param pictures where pictures of the slides are put; null: nowhere
 */
public record DeliveryWish(
    @Nullable String parentFolderId,
    @Nullable String fileName,
    DeliveryOptions options,
    DeckPictures.@Nullable Place pictures) {
  /** Nothing but the deck in its folders. */
  public static final DeliveryWish NONE = new DeliveryWish(null, null, DeliveryOptions.NONE, null);

  public DeliveryWish {
    Objects.requireNonNull(options, "options");
    if (options.pictures() != null) {
      throw new IllegalArgumentException("which pictures there are is not wished for");
    }
  }

  /** The options of an order that has these pictures. */
  public DeliveryOptions withPictures(@Nullable DeckPictures drawn) {
    return new DeliveryOptions(
        options.description(),
        options.shares(),
        options.shareMail(),
        options.googleSlides(),
        options.keepRevisions(),
        drawn);
  }
}
