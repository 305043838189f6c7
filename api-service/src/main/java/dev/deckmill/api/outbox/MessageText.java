package dev.deckmill.api.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.message.Wire;
import java.io.IOException;
import java.util.stream.Stream;

/** Messages as they lie in the outbox: the JSON that they are on the wire. */
final class MessageText {
  private MessageText() {}

  static String of(Message message) {
    return new String(Wire.write((Record) message), UTF_8);
  }

  /**
   * The message of a row.
   *
   * @throws IOException if it is none that this version knows: another one wrote it, or it was
   *     changed by hand
   */
  static Message message(String type, String body) throws IOException {
    MessageType known =
        Stream.of(MessageType.values())
            .filter(candidate -> candidate.ceType().equals(type))
            .findFirst()
            .orElseThrow(() -> new IOException("no message has the type " + type));
    return known
        .body()
        .cast(Wire.read(body.getBytes(UTF_8), known.body().asSubclass(Record.class)));
  }
}
