package dev.deckmill.localservers.child;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/** Runs one Kafka node. Arguments: data directory, port (0: a free one). */
public final class KafkaMain {
  private static final short ONE_REPLICA = 1;

  private final String bootstrapServers;

  private KafkaMain(int port) {
    this.bootstrapServers = "127.0.0.1:" + port;
  }

  /** Called by {@code LocalKafka} in a process of its own. */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    int wanted = Integer.parseInt(args[1]);
    int port = wanted == 0 ? FreePorts.one() : wanted;
    KafkaMain kafka = new KafkaMain(port);
    ParentLink parent = ParentLink.open(kafka::createTopics);
    try {
      DataDirectory.lock(data);
      kafka.start(data, port);
      parent.ok(kafka.bootstrapServers);
    } catch (IOException | RuntimeException e) {
      parent.error(e);
      System.exit(1);
    }
  }

  private void start(Path data, int port) throws IOException {
    Properties settings = settings(data.resolve("topics"), port, FreePorts.oneBeside(port));
    Path file = data.resolve("server.properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      settings.store(out, "Written anew at each start");
    }
    if (!Files.exists(data.resolve("topics/meta.properties"))) {
      String cluster = Uuid.randomUuid().toString();
      String[] format = {"format", "--cluster-id", cluster, "--config", file.toString()};
      if (StorageTool.execute(format, System.err) != 0) {
        throw new IOException("Kafka could not format " + data);
      }
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    server.startup();
    // Not before: a failing start exits from inside startup(), and a shutdown then would wait for
    // it for ever.
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
  }

  private static Properties settings(Path topics, int port, int controllerPort) {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "listeners", "CLIENTS://127.0.0.1:" + port + ",QUORUM://127.0.0.1:" + controllerPort,
            "listener.security.protocol.map", "CLIENTS:PLAINTEXT,QUORUM:PLAINTEXT",
            "inter.broker.listener.name", "CLIENTS",
            "controller.listener.names", "QUORUM",
            // The voter stands in the settings, not in the metadata log: so the ports may change.
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "log.dirs", topics.toString()));
    settings.putAll(
        Map.of(
            // A topic that is created by its first record costs that record seconds.
            "auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            // Who waits for others to join a group waits in vain here, for three seconds.
            "group.initial.rebalance.delay.ms", "0",
            "log.cleaner.dedupe.buffer.size", "4194304"));
    return settings;
  }

  private String createTopics(String[] words) throws IOException {
    int partitions = Integer.parseInt(words[1]);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      var topics =
          Arrays.stream(words)
              .skip(2)
              .map(name -> new NewTopic(name, partitions, ONE_REPLICA))
              .toList();
      for (KafkaFuture<Void> topic : admin.createTopics(topics).values().values()) {
        awaitUnlessItExists(topic);
      }
    }
    return "created";
  }

  private static void awaitUnlessItExists(KafkaFuture<Void> topic) throws IOException {
    try {
      topic.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IOException("Kafka did not create a topic: " + e.getCause().getMessage(), e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while creating topics", e);
    }
  }
}
