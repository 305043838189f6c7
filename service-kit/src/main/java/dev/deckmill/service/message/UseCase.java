package dev.deckmill.service.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.Message;

/** What a service does with one message. It may be asked to do it again, and then does no harm. */
@FunctionalInterface
public interface UseCase<M extends Message> {
  /**
   * Does the work. A {@link TroubleException} says how it failed; anything else thrown counts as a
   * failure that may pass.
   */
  void run(Received<M> message) throws Exception;

  /**
   * Called once, before the record is dead-lettered, when no more tries will be made: the place to
   * publish that it failed.
   */
  default void giveUp(Received<M> message, Trouble trouble) throws Exception {}
}
