package dev.deckmill.service.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.message.JobChanged;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Pins the wire form of each message. After a change that is meant, and only adds: {@code
 * -Dwire.rewrite=true}, and look at the difference.
 */
final class WireGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/wire");
  private static final boolean REWRITE = Boolean.getBoolean("wire.rewrite");

  @TestFactory
  Stream<DynamicTest> eachMessageIsWrittenAsPinnedAndReadBackEqual() {
    return Arrays.stream(MessageType.values())
        .map(type -> DynamicTest.dynamicTest(type.ceType(), () -> check(type)));
  }

  @Test
  void leavesOutWhatIsNull() throws IOException {
    String text = new String(Wire.write(sparse()), UTF_8);
    assertThat(text).doesNotContain("null").doesNotContain("trouble");
    assertThat(Wire.read(text.getBytes(UTF_8), JobChanged.class)).isEqualTo(sparse());
  }

  @Test
  void refusesARecordThatLacksANumber() {
    byte[] json =
        "{\"jobId\":\"j\",\"tenant\":\"t\",\"state\":\"queued\",\"pagesTotal\":1}".getBytes(UTF_8);
    assertThatThrownBy(() -> Wire.read(json, JobChanged.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("pagesDone");
  }

  private static JobChanged sparse() {
    return new JobChanged("j", "t", "queued", 1, 0, 0, null);
  }

  private static void check(MessageType type) throws IOException {
    Message sample = Samples.of(type);
    CloudEvent event = new CloudEvent("0190-id", sample);
    String headers = text(event.headers("/deckmill/some-service", Instant.EPOCH));
    String body = new String(Wire.write((Record) sample), UTF_8);
    Path bodyFile = GOLDEN.resolve(type.ceType() + ".json");
    Path headersFile = GOLDEN.resolve(type.ceType() + ".headers");
    if (REWRITE) {
      Files.writeString(bodyFile, body + "\n");
      Files.writeString(headersFile, headers);
    }
    assertThat(bodyFile).content(UTF_8).isEqualTo(body + "\n");
    assertThat(headersFile).content(UTF_8).isEqualTo(headers);
    assertThat(CloudEvent.read(record(headersFile, Files.readString(bodyFile)))).isEqualTo(event);

    String fromTheFuture = body.replaceFirst("\\{", "{\"added\":{\"later\":[1]},");
    assertThat(CloudEvent.read(record(headersFile, fromTheFuture))).isEqualTo(event);
  }

  private static String text(Headers headers) {
    return StreamSupport.stream(headers.spliterator(), false)
        .map(header -> header.key() + ": " + new String(header.value(), UTF_8) + "\n")
        .reduce("", String::concat);
  }

  private static ConsumerRecord<String, byte[]> record(Path headersFile, String body)
      throws IOException {
    Headers headers = new RecordHeaders();
    for (String line : Files.readAllLines(headersFile)) {
      int colon = line.indexOf(": ");
      headers.add(line.substring(0, colon), line.substring(colon + 2).getBytes(UTF_8));
    }
    return new ConsumerRecord<>(
        "any",
        0,
        0,
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        "key",
        body.getBytes(UTF_8),
        headers,
        Optional.empty());
  }
}
