package dev.deckmill.service.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.PageMessage;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Two consumers as services have them, whose use case does what the test has written for a job. */
@Singleton
@IfBuildProfile("edge")
final class ScriptedConsumer {
  /** What happens at a try. */
  interface Script {
    void play(int tried, Received<? extends Message> message) throws Exception;
  }

  private final ConsumerEdge edge;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<String, Integer> tries = new ConcurrentHashMap<>();
  private final Map<String, Trouble> givenUp = new ConcurrentHashMap<>();
  private final List<List<String>> batches = new CopyOnWriteArrayList<>();

  ScriptedConsumer(ConsumerEdge edge) {
    this.edge = edge;
  }

  @Incoming("single")
  @Blocking(ordered = false, value = "single")
  void consume(ConsumerRecord<String, byte[]> record) {
    edge.each(
        record,
        PackageDeck.class,
        new UseCase<>() {
          @Override
          public void run(Received<PackageDeck> message) throws Exception {
            play(message);
          }

          @Override
          public void giveUp(Received<PackageDeck> message, Trouble trouble) {
            givenUp.put(message.body().jobId(), trouble);
          }
        });
  }

  @Incoming("batch")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    edge.batch(
        records,
        PageMessage.class,
        messages -> {
          batches.add(messages.stream().map(message -> message.body().jobId()).toList());
          for (Received<PageMessage> message : messages) {
            play(message);
          }
        });
  }

  void when(String jobId, Script script) {
    scripts.put(jobId, script);
  }

  int tries(String jobId) {
    return tries.getOrDefault(jobId, 0);
  }

  Map<String, Trouble> givenUp() {
    return givenUp;
  }

  List<List<String>> batches() {
    return batches;
  }

  private void play(Received<? extends Message> message) throws Exception {
    String job = message.body().jobId();
    int tried = tries.merge(job, 1, Integer::sum);
    scripts.getOrDefault(job, (number, any) -> {}).play(tried, message);
  }
}
