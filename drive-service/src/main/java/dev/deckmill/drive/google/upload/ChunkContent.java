package dev.deckmill.drive.google.upload;

import com.google.api.client.http.HttpContent;
import java.io.IOException;
import java.io.OutputStream;

/** The next bytes of a deck as a request's body, streamed and therefore sent at most once. */
final class ChunkContent implements HttpContent {
  private final DeckStream deck;
  private final String type;
  private final long first;
  private final long length;

  ChunkContent(DeckStream deck, String type, long first, long length) {
    this.deck = deck;
    this.type = type;
    this.first = first;
    this.length = length;
  }

  String contentRange() {
    return "bytes " + first + "-" + (first + length - 1) + "/" + deck.length();
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public String getType() {
    return type;
  }

  @Override
  public boolean retrySupported() {
    return false;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    deck.copy(first, length, out);
    out.flush();
  }
}
