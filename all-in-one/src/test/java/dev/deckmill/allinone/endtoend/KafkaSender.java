package dev.deckmill.allinone.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Another system, which submits over Kafka and reads there what became of it. */
final class KafkaSender {
  private static final String EVENTS = "deckmill.job.events";

  private final ObjectMapper json = new ObjectMapper();
  private final DeckmillUnderTest deckmill;

  KafkaSender(DeckmillUnderTest deckmill) {
    this.deckmill = deckmill;
  }

  /** Returns the id of the job that a submission became. */
  String send(byte[] submission) throws Exception {
    return send(submission, Map.of());
  }

  /** The same of a submission with further headers. */
  String send(byte[] submission, Map<String, String> headers) throws Exception {
    String id = UUID.randomUUID().toString();
    var record = new ProducerRecord<>("deckmill.job.submit", id, submission);
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", id,
            "ce_source", "/end-to-end",
            "ce_type", "dev.deckmill.job.submit.v1",
            "content-type", "application/json",
            "deckmill-key", deckmill.set().apiKey())
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    try (var producer =
        new KafkaProducer<>(broker(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    }
    return accepted(id);
  }

  private String accepted(String submissionId) throws IOException {
    try (var consumer =
        new KafkaConsumer<>(broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(EVENTS).stream()
              .map(partition -> new TopicPartition(EVENTS, partition.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      long end = System.nanoTime() + DeckmillUnderTest.LONG.toNanos();
      while (System.nanoTime() < end) {
        for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
          JsonNode body = json.readTree(event.value());
          if (body.path("submissionId").asText().equals(submissionId)) {
            return body.required("jobId").asText();
          }
        }
      }
    }
    throw new IOException("No event said what became of the submission");
  }

  private Map<String, Object> broker() {
    return Map.of("bootstrap.servers", deckmill.set().bootstrapServers());
  }
}
