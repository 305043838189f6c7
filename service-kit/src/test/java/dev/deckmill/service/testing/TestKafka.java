package dev.deckmill.service.testing;

import dev.deckmill.contracts.Topics;
import dev.deckmill.localservers.LocalKafka;
import dev.deckmill.localservers.ServersHome;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka for all test classes of a module, with all topics:
 * {@code @WithTestResource(TestKafka.class)}. It ends with the JVM of the tests.
 */
public final class TestKafka implements QuarkusTestResourceLifecycleManager {
  private static @Nullable LocalKafka kafka;

  /** Where it listens; starts it if need be. */
  public static synchronized String bootstrapServers() {
    if (kafka == null) {
      kafka = startKafka();
    }
    return kafka.bootstrapServers();
  }

  @Override
  public Map<String, String> start() {
    return Map.of("kafka.bootstrap.servers", bootstrapServers());
  }

  @Override
  public void stop() {
    // Other test classes, with another application, may still need it.
  }

  private static LocalKafka startKafka() {
    try {
      LocalKafka started = LocalKafka.start(ServersHome.find(), TestDirectory.create("kafka"), 0);
      started.createTopics(Topics.all(), Topics.PARTITIONS);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
