package dev.deckmill.drive.delivery;

import dev.deckmill.contracts.message.UploadDeck;

/**
 * A place where decks can be put, exactly once for each job: an order that comes again, or that was
 * cut short anywhere, is taken up where it stands and ends with the same one file.
 */
public interface DeliveryTarget {
  /**
   * Puts the deck there.
   *
   * @param watch receives what happens meanwhile
   * @throws DeliveryException if it did not work this time
   */
  Delivered deliver(UploadDeck order, DeliveryWatch watch) throws DeliveryException;
}
