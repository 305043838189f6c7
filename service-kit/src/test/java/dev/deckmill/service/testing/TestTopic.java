package dev.deckmill.service.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A look at a topic, from the moment it was opened on, beside all consumer groups. For one thread.
 */
public final class TestTopic implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

  private TestTopic(String name) {
    this.name = name;
    Map<String, Object> config = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
    this.consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(name).stream()
            .map(partition -> new TopicPartition(name, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // seeks are lazy: now, not at the first poll
  }

  public static TestTopic open(String name) {
    return new TestTopic(name);
  }

  /** Sends a record as it is and waits for the broker. */
  public void send(String key, byte @Nullable [] value, Iterable<Header> headers) {
    try {
      producer.send(new ProducerRecord<>(name, null, key, value, headers)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take the record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The first record since the opening that {@code wanted} accepts; waits for it. */
  public ConsumerRecord<String, byte[]> await(Predicate<ConsumerRecord<String, byte[]>> wanted) {
    return await(1, wanted).getFirst();
  }

  /**
   * All records since the opening that {@code wanted} accepts, as soon as there are {@code count}.
   */
  public List<ConsumerRecord<String, byte[]>> await(
      int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
    Instant giveUp = Instant.now().plus(PATIENCE);
    List<ConsumerRecord<String, byte[]>> found = matching(wanted);
    while (found.size() < count) {
      if (Instant.now().isAfter(giveUp)) {
        throw new AssertionError(
            found.size() + " of " + count + " records came to " + name + ", and these: " + seen);
      }
      consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
      found = matching(wanted);
    }
    return found;
  }

  /** What has come since the opening, without waiting for more than what is on its way. */
  public List<ConsumerRecord<String, byte[]>> soFar() {
    consumer.poll(Duration.ofMillis(500)).forEach(seen::add);
    return List.copyOf(seen);
  }

  /** A header as text, or null. */
  public static @Nullable String header(ConsumerRecord<?, ?> record, String key) {
    @Nullable Header header = record.headers().lastHeader(key);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }

  private List<ConsumerRecord<String, byte[]>> matching(
      Predicate<ConsumerRecord<String, byte[]>> wanted) {
    return seen.stream().filter(wanted).toList();
  }
}
