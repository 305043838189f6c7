package dev.deckmill.api.intake;

import dev.deckmill.contracts.BlobRef;

/**
 * A page as it came in.
 *
 * @param number its place among the pages, from 1
 * @param name its label, cleaned
 * @param source its bytes in the blob that is being written
 */
record ReceivedPage(int number, String name, BlobRef source) {}
