package dev.deckmill.api.intake;

import dev.deckmill.contracts.BlobRef;
import org.jspecify.annotations.Nullable;

/**
 * A page as it came in.
 *
 * @param number its place among the pages, from 1
 * @param name its label, cleaned
 * @param source its bytes in the blob that is being written, or null
 * @param url where it is to be fetched, or null
 */
record ReceivedPage(int number, String name, @Nullable BlobRef source, @Nullable String url) {
  /** What distinguishes it from other pages of that name. */
  String content() {
    return source == null ? "url " + url : source.sha256();
  }
}
