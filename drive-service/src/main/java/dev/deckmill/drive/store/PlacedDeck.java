package dev.deckmill.drive.store;

import dev.deckmill.contracts.part.DeckTarget;
import java.util.Optional;

/**
 * A deck on its way to a place that is not Drive.
 *
 * @param deckSha256 of the deck that was ordered last
 * @param place where it is to be, if that is settled
 * @param attempts how often the delivery was begun or taken up, this time included
 * @param chunks how many requests or files carried bytes so far
 */
public record PlacedDeck(
    String tenant,
    String jobId,
    DeckTarget target,
    String deckSha256,
    Optional<String> place,
    int attempts,
    int chunks) {}
