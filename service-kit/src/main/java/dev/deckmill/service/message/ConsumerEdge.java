package dev.deckmill.service.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.Message;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Where records come in. A consumer hands each to this edge on a thread that may block, and when
 * the call returns the record is done with: worked on, or in the dead letters. It is never lost,
 * never skipped and never given back to the channel; while the broker does not take a dead letter
 * either, the call waits. Only a shutdown ends it early, with an exception, so that the record is
 * not acknowledged and comes again.
 *
 * <pre>{@code
 * @Incoming("page-convert")
 * @Blocking(ordered = false, value = "pages")
 * void consume(ConsumerRecord<String, byte[]> record) {
 *   edge.each(record, ConvertPage.class, convertPage);
 * }
 * }</pre>
 */
@Singleton
public final class ConsumerEdge {
  private final Tries tries;

  ConsumerEdge(Tries tries) {
    this.tries = tries;
  }

  /**
   * Works on one record.
   *
   * @param type what the topic carries; a record with another message is malformed
   */
  public <M extends Message> void each(
      ConsumerRecord<String, byte[]> record, Class<M> type, UseCase<M> useCase) {
    tries.decode(record, type).ifPresent(incoming -> tries.untilDone(incoming, useCase));
  }

  /** Works on one record that somebody else wrote, in whatever form. */
  public void foreign(ConsumerRecord<String, byte[]> record, ForeignUseCase useCase) {
    tries.untilDone(record, useCase);
  }

  /**
   * Works on many records at once. When that fails by one of them, they are worked on one by one.
   */
  public <M extends Message> void batch(
      ConsumerRecords<String, byte[]> records, Class<M> type, BatchUseCase<M> useCase) {
    List<Incoming<M>> batch = new ArrayList<>(records.count());
    for (ConsumerRecord<String, byte[]> record : records) {
      tries.decode(record, type).ifPresent(batch::add);
    }
    if (batch.isEmpty() || tries.together(batch, useCase)) {
      return;
    }
    UseCase<M> alone = alone(useCase);
    batch.forEach(incoming -> tries.untilDone(incoming, alone));
  }

  private static <M extends Message> UseCase<M> alone(BatchUseCase<M> useCase) {
    return new UseCase<>() {
      @Override
      public void run(Received<M> message) throws Exception {
        useCase.run(List.of(message));
      }

      @Override
      public void giveUp(Received<M> message, Trouble trouble) throws Exception {
        useCase.giveUp(message, trouble);
      }
    };
  }
}
