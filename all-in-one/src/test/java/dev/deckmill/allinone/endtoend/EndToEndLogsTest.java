package dev.deckmill.allinone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.Submission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services log as they run: read by machine, so each line is an object. */
@ExtendWith(OneSet.class)
class EndToEndLogsTest {
  private static DeckmillUnderTest deckmill;
  private static Job job;

  @BeforeAll
  static void sendAPageThatCannotBeConverted(RunningSet set) throws Exception {
    deckmill = set.deckmill();
    job =
        deckmill.finished(
            deckmill.submit(
                new Submission(List.of(set.pages().page("fault-halt-log.svg", "log")), Map.of())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"api-service", "converter-service", "packager-service", "drive-service"})
  void eachLineSaysWhoSaidWhatAndWhen(String name) throws Exception {
    assertThat(lines(name))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.path("service").asText()).isEqualTo(name);
              assertThat(line.path("message").asText()).isNotEmpty();
              assertThat(line.path("level").asText()).isNotEmpty();
              assertThat(line.path("timestamp").asText()).isNotEmpty();
            });
  }

  @Test
  void linesAboutAJobHaveItsTraceAndTheSpanTheyBelongTo() throws Exception {
    assertThat(lines("converter-service"))
        .filteredOn(line -> line.at("/mdc/jobId").asText().equals(job.id()))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.at("/mdc/traceId").asText()).isEqualTo(job.traceId());
              assertThat(line.at("/mdc/spanId").asText()).matches("[0-9a-f]{16}");
            });
  }

  private static List<JsonNode> lines(String name) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : deckmill.log(name)) {
      // The JVM's own: from 24 on it warns of what libraries do, past every logger.
      if (!line.startsWith("WARNING: ")) {
        lines.add(json.readTree(line));
      }
    }
    return lines;
  }
}
