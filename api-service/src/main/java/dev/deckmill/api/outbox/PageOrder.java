package dev.deckmill.api.outbox;

import dev.deckmill.contracts.BlobRef;
import java.time.Duration;

/**
 * A page that is to be converted.
 *
 * @param number its number, from 1
 * @param attempt which attempt it is to be, from 1
 * @param name its label
 * @param source its bytes
 * @param delay how long to wait before it is ordered
 */
public record PageOrder(int number, int attempt, String name, BlobRef source, Duration delay) {}
