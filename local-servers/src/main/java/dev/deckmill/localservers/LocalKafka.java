package dev.deckmill.localservers;

import dev.deckmill.localservers.child.KafkaMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One Kafka node (KRaft, broker and controller in one), reachable from this machine alone. */
public final class LocalKafka implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "-Xms128m",
          "-Xmx256m",
          "-Xmn96m",
          "-XX:+UseSerialGC",
          // Half the start's CPU time is the second compiler's; a broker for one machine never
          // earns it back.
          "-XX:TieredStopAtLevel=1",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  private final ServerJvm jvm;
  private final String bootstrapServers;

  private LocalKafka(ServerJvm jvm, String bootstrapServers) {
    this.jvm = jvm;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts the broker and waits until it serves.
   *
   * @param home the servers' jars, see {@link ServersHome#find}
   * @param dataDir where its topics are kept; what an earlier run left there is taken up, on
   *     whatever port
   * @param port 1 to 65535, or 0 for a free one
   * @throws LocalServerException if it does not come up, with the end of its log
   */
  public static LocalKafka start(Path home, Path dataDir, int port) throws IOException {
    return PortTries.start(
        port,
        () -> {
          ServerJvm jvm =
              ServerJvm.start(
                  "kafka",
                  home,
                  dataDir,
                  FLAGS,
                  KafkaMain.class,
                  List.of(dataDir.toString(), Integer.toString(port)));
          return new LocalKafka(jvm, jvm.started());
        });
  }

  /** Creates the topics that are not there yet, each with so many partitions. */
  public void createTopics(Collection<String> names, int partitions) throws IOException {
    jvm.ask("topics " + partitions + " " + String.join(" ", names));
  }

  /** Host and port, as clients want it. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The process that runs the broker. */
  public long pid() {
    return jvm.pid();
  }

  /** Completes with the exit code when the broker's process ends. */
  public CompletableFuture<Integer> onExit() {
    return jvm.onExit();
  }

  @Override
  public void close() throws IOException {
    jvm.close();
  }
}
