package dev.deckmill.allinone.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.allinone.client.Job;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The API is killed when it has committed a job and its client has no answer: five times, or as
 * often as {@code -Ddeckmill.kills} says. Some kills come when a part of the answer is out already;
 * they happen, and are checked, but don't count.
 */
@ExtendWith(OneSet.class)
class EndToEndLostAnswerTest {
  private static final int KILLS = Integer.getInteger("deckmill.kills", 5);
  private static final int MOST_TRIES = 4 * KILLS;
  private static final String TITLE = "lost-answer-";

  /** It starts again after a pause that grows with each end. */
  private static final Duration RESTART = DeckmillUnderTest.LONG.multipliedBy(2);

  private static DeckmillUnderTest deckmill;

  @BeforeAll
  static void join(RunningSet set) {
    deckmill = set.deckmill();
  }

  @Test
  void eachKeyBringsOneJobHoweverOftenTheApiDiesBeforeItAnswers() throws Exception {
    List<String> jobs = new ArrayList<>();
    int unanswered = 0;
    for (int i = 1; unanswered < KILLS && i <= MOST_TRIES; i++) {
      String key = TITLE + i;
      unanswered += killedBeforeItsAnswer(key) ? 1 : 0;
      jobs.add(sentAgain(key));
    }
    assertThat(unanswered).as("kills before a byte of the answer").isEqualTo(KILLS);
    assertThat(jobs).doesNotHaveDuplicates();
    assertThat(deckmill.rows("select id from api.job where title like '" + TITLE + "%'"))
        .containsExactlyInAnyOrderElementsOf(jobs);
    for (int i = 0; i < jobs.size(); i++) {
      Job finished = deckmill.finished(deckmill.client().job(jobs.get(i)));
      assertThat(finished.state()).isEqualTo("succeeded");
      assertThat(Deck.read(deckmill.deck(finished)).slides()).containsExactly(TITLE + (i + 1));
    }
  }

  /** Returns whether nothing of an answer was written. */
  private static boolean killedBeforeItsAnswer(String key) throws Exception {
    long api = deckmill.part("api-service").pid().orElseThrow();
    try (Connection connection = deckmill.connection();
        var unread =
            new UnreadSubmission(
                deckmill.set().apiUrl(), deckmill.set().apiKey(), key, submission(key))) {
      awaitCommit(connection, key);
      assertThat(ProcessHandle.of(api).orElseThrow().destroyForcibly()).isTrue();
      ProcessHandle.of(api).ifPresent(dying -> dying.onExit().join());
      return !unread.answered();
    }
  }

  /** Looks again at once: what is waited for here is over in a millisecond. */
  private static void awaitCommit(Connection connection, String title) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from api.job where title = ?")) {
      query.setString(1, title);
      long end = System.nanoTime() + DeckmillUnderTest.LONG.toNanos();
      while (System.nanoTime() < end) {
        try (ResultSet found = query.executeQuery()) {
          if (found.next()) {
            return;
          }
        }
      }
    }
    throw new AssertionError("no job was committed");
  }

  private static String sentAgain(String key) throws Exception {
    try (PlainRequests requests = deckmill.requests()) {
      HttpResponse<String> answer =
          await()
              .atMost(RESTART)
              .pollInterval(Duration.ofMillis(200))
              .ignoreExceptionsInstanceOf(IOException.class)
              .until(
                  () ->
                      requests.post(
                          "/v1/jobs",
                          "application/json",
                          submission(key),
                          Map.of("Idempotency-Key", key)),
                  any -> true);
      assertThat(answer.headers().firstValue("Idempotency-Replayed")).hasValue("true");
      return new ObjectMapper().readTree(answer.body()).required("id").asText();
    }
  }

  private static byte[] submission(String title) {
    return """
    {"title": "%s", "sources": [{"name": "page", "inline": "%s"}]}
    """
        .formatted(title, TestPages.svg(title).replace("\"", "\\\"").replace("\n", " "))
        .getBytes(UTF_8);
  }
}
