package dev.deckmill.api.store;

import dev.deckmill.contracts.BlobRef;

/**
 * A page as it was taken in.
 *
 * @param number its place in the job, from 1
 * @param name its label, cleaned
 * @param source its bytes in the job's input blob
 * @param attempt the attempt that is ordered with it: 1, or 0 when it waits for another page
 */
public record NewPage(int number, String name, BlobRef source, int attempt) {}
