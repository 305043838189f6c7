package dev.deckmill.localservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalKafkaTest {
  @TempDir Path dataDir;

  @Test
  void keepsTopicsAndRecordsAcrossARestartOnAnotherPort() throws Exception {
    try (LocalKafka kafka = LocalKafka.start(ServersHome.find(), dataDir, 0)) {
      kafka.createTopics(List.of("kept", "other"), 3);
      kafka.createTopics(List.of("kept"), 3);
      produce(kafka, "kept", "before the restart");
    }
    try (LocalKafka kafka = LocalKafka.start(ServersHome.find(), dataDir, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrder("kept", "other");
      assertThat(firstRecord(kafka, "kept").value()).isEqualTo("before the restart");
    }
  }

  @Test
  void endsWhenTheProcessThatStartedItIsKilled() throws Exception {
    long kafka = OrphanMaker.startAndKill("kafka", dataDir);
    assertThat(OrphanMaker.ends(kafka)).isTrue();
  }

  @Test
  void leavesTheTerminalsInterruptToItsParent() throws Exception {
    LocalKafka kafka = LocalKafka.start(ServersHome.find(), dataDir, 0);
    int sent = new ProcessBuilder("kill", "-INT", Long.toString(kafka.pid())).start().waitFor();
    kafka.createTopics(List.of("after-the-interrupt"), 1);
    kafka.close();
    assertThat(sent).isZero();
    // A JVM that an interrupt ends says 130.
    assertThat(kafka.onExit().get()).isZero();
  }

  @Test
  void saysWhyItDoesNotComeUp() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> LocalKafka.start(ServersHome.find(), dataDir, taken.getLocalPort()))
          .isInstanceOf(LocalServerException.class)
          .hasMessageContaining("Address already in use");
    }
  }

  private static void produce(LocalKafka kafka, String topic, String value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, "key", value)).get();
    }
  }

  private static ConsumerRecord<String, String> firstRecord(LocalKafka kafka, String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(30)).iterator().next();
    }
  }
}
