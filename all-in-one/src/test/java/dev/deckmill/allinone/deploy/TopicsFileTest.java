package dev.deckmill.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.allinone.project.ProjectFiles;
import dev.deckmill.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TopicsFileTest {
  @Test
  void theFileHoldsTheTopicsOfTheContracts() {
    assertThat(DeployFiles.lines("deploy/kafka/topics"))
        .containsExactlyInAnyOrderElementsOf(Topics.all());
  }

  @Test
  void theScriptAsksForEveryTopicOnce(@TempDir Path dir) throws Exception {
    Path asked = dir.resolve("asked");
    Path tool = dir.resolve("kafka-topics.sh");
    Files.writeString(tool, "#!/bin/sh\necho \"$*\" >>\"%s\"\n".formatted(asked));
    assertThat(tool.toFile().setExecutable(true)).isTrue();

    var builder =
        new ProcessBuilder("sh", ProjectFiles.at("deploy/kafka/create-topics").toString(), "b:1")
            .inheritIO();
    builder.environment().merge("PATH", dir.toString(), (path, ours) -> ours + ":" + path);
    assertThat(builder.start().waitFor()).isZero();

    assertThat(Files.readAllLines(asked))
        .containsExactlyInAnyOrderElementsOf(
            Topics.all().stream().map(TopicsFileTest::wantedCall).toList());
  }

  @Test
  void aMistypedTopicDoesNotComeToBe() throws IOException {
    var broker = new Properties();
    try (var in = Files.newBufferedReader(ProjectFiles.at("deploy/kafka/server.properties"))) {
      broker.load(in);
    }
    assertThat(broker).containsEntry("auto.create.topics.enable", "false");
  }

  private static String wantedCall(String topic) {
    return "--bootstrap-server b:1 --create --if-not-exists --topic %s --partitions %d --replication-factor 1"
        .formatted(topic, Topics.PARTITIONS);
  }
}
