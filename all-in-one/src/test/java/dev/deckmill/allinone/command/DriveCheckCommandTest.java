package dev.deckmill.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DriveCheckCommandTest extends CommandTest {
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

  @Test
  void endsWithZeroWhenNothingStandsInTheWay() {
    api.replies(200, GOOD);
    assertThat(runAtApi("drive", "check")).isZero();
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
    assertThat(runAtApi("drive", "check")).isEqualTo(ExitCode.JOB_FAILED);
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
    assertThat(runAtApi("drive", "check", "--json")).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(out().strip()).isEqualTo(BAD);
  }

  @Test
  void saysThatNothingWasChecked() {
    api.replies(
        400,
        "application/problem+json",
        "{\"code\":\"DELIVERY_STATE\",\"title\":\"t\",\"detail\":\"Not set up.\"}");
    assertThat(runAtApi("drive", "check")).isEqualTo(ExitCode.REFUSED);
    assertThat(err()).contains("Not set up.");
  }
}
