package dev.deckmill.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.allinone.client.FakeApi;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DriveCheckCommandTest {
  private static final String GOOD =
      """
      {"good":true,"mode":"none","about":"No credentials.",
       "checks":[{"name":"Settings","outcome":"ok","found":"Fine."}]}""";

  private static final String BAD =
      """
      {"good":false,"mode":"user","about":"Each tenant connects an account.","checks":[
        {"name":"Settings","outcome":"ok","found":"Decks go to www.googleapis.com."},
        {"name":"Seal key","outcome":"advice","found":"Others can read it.","mend":"chmod 400."},
        {"name":"Connected account","outcome":"problem","found":"None.","mend":"Connect one."}]}""";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private FakeApi api;

  @BeforeEach
  void startApi() throws IOException {
    api = new FakeApi();
  }

  @AfterEach
  void stopApi() {
    api.close();
  }

  private int run(String... arguments) {
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(List.of("drive", "check"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--url", api.url().toString(), "--key", "k"));
    return DeckmillCommand.commandLine(new Terminal(stream, stream, false))
        .execute(all.toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void endsWithZeroWhenNothingStandsInTheWay() {
    api.replies(200, GOOD);
    assertThat(run()).isZero();
    assertThat(out())
        .isEqualTo(
            """
            none: No credentials.
            ok       Settings: Fine.
            Nothing stands in the way of a delivery.
            """);
    assertThat(api.asked().getFirst().path()).isEqualTo("/v1/drive/check");
  }

  @Test
  void saysWhatIsMissingAndWhatToDo() {
    api.replies(200, BAD);
    assertThat(run()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(out())
        .isEqualTo(
            """
            user: Each tenant connects an account.
            ok       Settings: Decks go to www.googleapis.com.
            advice   Seal key: Others can read it.
                     chmod 400.
            problem  Connected account: None.
                     Connect one.
            Decks can't be delivered until the problems above are mended.
            """);
  }

  @Test
  void printsTheAnswerAsJson() {
    api.replies(200, BAD);
    assertThat(run("--json")).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(out().strip()).isEqualTo(BAD);
  }

  @Test
  void saysThatNothingWasChecked() {
    api.replies(
        400,
        "application/problem+json",
        "{\"code\":\"DELIVERY_STATE\",\"title\":\"t\",\"detail\":\"Not set up.\"}");
    assertThat(run()).isEqualTo(ExitCode.REFUSED);
    assertThat(out()).contains("Not set up.");
  }
}
