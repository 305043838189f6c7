package dev.deckmill.service.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.Message;
import java.util.List;

/**
 * What a service does with many messages at once, all or none: when it fails with several it is
 * asked again with each of them alone, so that only the bad one is lost to the others.
 */
@FunctionalInterface
public interface BatchUseCase<M extends Message> {
  /**
   * Does the work, in the order of the records. The current trace context is none of theirs: each
   * message brings its own.
   */
  void run(List<Received<M>> messages) throws Exception;

  /** Called once, before the record is dead-lettered, when no more tries will be made. */
  default void giveUp(Received<M> message, Trouble trouble) throws Exception {}
}
