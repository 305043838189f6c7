package dev.deckmill.contracts.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order asks for besides the file itself; a sender that knows none of it leaves it all out.
 *
 * @param description what the file's details say of it, at most {@value #LONGEST_DESCRIPTION}
 *     characters; null: nothing
 * @param shares who may do what with it, besides those who may because of its folder; at most
 *     {@value #MOST_SHARES}; null: with no one
 * @param shareMail whether those people get Google's mail about it; null is no
 * @param googleSlides whether a Google Slides presentation of it is kept beside it; null is no
 * @param keepRevisions whether the bytes that the file had before are kept for ever as revisions of
 *     it; null is no
 * @param pictures the pictures of its slides that are put there as well; null: none
 */
public record DeliveryOptions(
    @Nullable String description,
    @Nullable List<DeckShare> shares,
    @Nullable Boolean shareMail,
    @Nullable Boolean googleSlides,
    @Nullable Boolean keepRevisions,
    @Nullable DeckPictures pictures) {
  /** Characters of a description. */
  public static final int LONGEST_DESCRIPTION = 1_000;

  /** Entries of {@code shares}. */
  public static final int MOST_SHARES = 20;

  /** Nothing besides the file. */
  public static final DeliveryOptions NONE =
      new DeliveryOptions(null, null, null, null, null, null);

  public DeliveryOptions {
    shares = shares == null ? null : List.copyOf(shares);
    if (description != null) {
      Checks.atMost("description", description.length(), LONGEST_DESCRIPTION);
    }
    if (shares != null) {
      Checks.atMost("shares", shares.size(), MOST_SHARES);
    }
  }

  /** Who may do what with it: empty if no one was named. */
  public List<DeckShare> sharesOrNone() {
    return shares == null ? List.of() : shares;
  }

  /** Whether mail is asked for. */
  public boolean mails() {
    return Boolean.TRUE.equals(shareMail);
  }

  /** Whether a Google Slides presentation is asked for. */
  public boolean wantsGoogleSlides() {
    return Boolean.TRUE.equals(googleSlides);
  }

  /** Whether earlier bytes are kept for ever. */
  public boolean keepsRevisions() {
    return Boolean.TRUE.equals(keepRevisions);
  }
}
