package dev.deckmill.api.outbox;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.Message;

/** Receives messages that no broker will ever take, by the relay, in no transaction. */
public interface UnsendableOrders {
  /**
   * Ends what waits for an answer to the message; nothing if that is no order, or it comes late.
   */
  void fail(Message message, Trouble why);
}
