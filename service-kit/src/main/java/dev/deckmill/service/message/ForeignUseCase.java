package dev.deckmill.service.message;

import dev.deckmill.contracts.Trouble;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a service does with a record that somebody else wrote. It may be asked to do it again, and
 * then does no harm. The current trace context is that of the work, below the sender's.
 */
public interface ForeignUseCase {
  /**
   * Does the work; what it throws is a failure, as in {@link UseCase#run}.
   *
   * @return why the record is refused, if it is: it is not tried again and goes to the dead letters
   */
  Optional<Trouble> run(ConsumerRecord<String, byte[]> record) throws Exception;

  /** Called once, before the record is dead-lettered, when no more tries will be made. */
  void giveUp(ConsumerRecord<String, byte[]> record, Trouble trouble) throws Exception;
}
