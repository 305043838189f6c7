package dev.deckmill.api.intake.kafka;

import dev.deckmill.service.message.ConsumerEdge;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives what other systems submit. */
@ApplicationScoped
final class SubmissionConsumer {
  private final ConsumerEdge edge;
  private final SubmissionAnswers submissions;

  SubmissionConsumer(ConsumerEdge edge, SubmissionAnswers submissions) {
    this.edge = edge;
    this.submissions = submissions;
  }

  @Incoming("job-submit")
  @Blocking(value = "submissions", ordered = false)
  void consume(ConsumerRecord<String, byte[]> record) {
    edge.foreign(record, submissions);
  }
}
