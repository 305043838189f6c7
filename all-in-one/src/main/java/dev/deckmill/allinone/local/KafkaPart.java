package dev.deckmill.allinone.local;

import dev.deckmill.allinone.process.Part;
import dev.deckmill.contracts.Topics;
import dev.deckmill.localservers.LocalKafka;
import java.io.IOException;
import java.nio.file.Path;

/** The broker; started again, it comes back at the same address. */
final class KafkaPart implements Part {
  private final Path jars;
  private final Path directory;
  private final int port;

  KafkaPart(Path jars, Path directory, int port) {
    this.jars = jars;
    this.directory = directory;
    this.port = port;
  }

  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public Running start() throws IOException {
    LocalKafka kafka = LocalKafka.start(jars, directory, port);
    try {
      kafka.createTopics(Topics.all(), Topics.PARTITIONS);
    } catch (IOException e) {
      kafka.close();
      throw e;
    }
    return new ServerLife(kafka::close, kafka.pid(), kafka.onExit());
  }
}
