import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Submits SVG files as one deck over Kafka, with nothing but the Kafka client:
 *
 * <pre>java -cp 'kafka-clients.jar:…' examples/SubmitDeck.java localhost:9092 API_KEY page1.svg page2.svg</pre>
 */
public final class SubmitDeck {
  private SubmitDeck() {}

  public static void main(String[] args) throws Exception {
    StringJoiner sources = new StringJoiner(",", "{\"title\":\"Sent over Kafka\",\"sources\":[", "]}");
    for (int i = 2; i < args.length; i++) {
      Path page = Path.of(args[i]);
      String bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(page));
      sources.add("{\"name\":\"page-%03d.svg\",\"inline\":\"%s\",\"encoding\":\"base64\"}".formatted(i - 1, bytes));
    }
    // Send it again with the same id after a failure: it still becomes one job.
    String id = UUID.randomUUID().toString();
    ProducerRecord<String, byte[]> submission =
        new ProducerRecord<>("deckmill.job.submit", id, sources.toString().getBytes(UTF_8));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", id,
            "ce_source", "/examples/submit-deck",
            "ce_type", "dev.deckmill.job.submit.v1",
            "content-type", "application/json",
            "deckmill-key", args[1])
        .forEach((name, value) -> submission.headers().add(name, value.getBytes(UTF_8)));
    Map<String, Object> config =
        Map.of("bootstrap.servers", args[0], "acks", "all", "enable.idempotence", true);
    try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(submission).get();
    }
    System.out.println("Sent " + id + "; deckmill.job.events tells what becomes of it.");
  }
}
