package dev.deckmill.api.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.SubmitHeaders;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.message.Wire;
import dev.deckmill.service.testing.Samples;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published for those who use the public topics. */
final class PublishedTest {
  @ParameterizedTest
  @MethodSource("publicMessages")
  void everyPublicMessageKeepsToItsSchema(MessageType type) {
    Schemas.checked(type.ceType(), Wire.write((Record) Samples.of(type)));
  }

  private static Stream<MessageType> publicMessages() {
    return Arrays.stream(MessageType.values())
        .filter(type -> type.topic().equals(Topics.JOB_EVENTS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sources\":[]}",
        "{\"sources\":[{\"inline\":\"<svg/>\",\"upload\":\"u\"}]}",
        "{\"sources\":[{\"inline\":\"<svg/>\"}],\"target\":\"best\"}"
      })
  void theSchemaRefusesWhatTheServiceRefuses(String submission) {
    assertThat(Schemas.keeps(SubmitHeaders.TYPE, Schemas.json(submission.getBytes(UTF_8))))
        .isFalse();
  }

  @Test
  void theAsyncApiDocumentNamesBothTopicsAndEveryMessageWithItsSchema() throws IOException {
    try (InputStream document = Topics.class.getResourceAsStream("asyncapi.yaml")) {
      String text = new String(Objects.requireNonNull(document).readAllBytes(), UTF_8);
      assertThat(text)
          .startsWith("asyncapi: 3.")
          .contains("address: " + Topics.JOB_SUBMIT + "\n", "address: " + Topics.JOB_EVENTS + "\n");
      assertThat(
              Stream.concat(
                  Stream.of(SubmitHeaders.TYPE), publicMessages().map(MessageType::ceType)))
          .allSatisfy(
              type -> assertThat(text).contains("name: " + type, "$ref: schema/" + type + ".json"));
    }
  }

  @Test
  void theSampleProducerCompilesAgainstTheKafkaClientAlone(@TempDir Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String client =
        Stream.of(KafkaProducer.class, TopicPartition.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .distinct()
            .reduce((one, other) -> one + File.pathSeparator + other)
            .orElseThrow();
    List<String> arguments =
        List.of(
            "-proc:none", "-cp", client, "-d", classes.toString(), "../examples/SubmitDeck.java");
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    assertThat(classes.resolve("SubmitDeck.class")).exists();
  }
}
