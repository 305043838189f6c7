package dev.deckmill.allinone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The check, asked as an operator asks it. */
@ExtendWith(OneSet.class)
class EndToEndDriveCheckTest {
  @TempDir private Path directory;

  @Test
  void asksTheSetThatRuns(RunningSet set) throws Exception {
    CommandRun check =
        CommandRun.start(
            directory, "drive", "check", "--data", set.deckmill().dataRoot().toString());
    assertThat(check.exitCode()).as(check.output()).isZero();
    assertThat(check.output())
        .contains("none: No credentials: decks go to a stand-in for Google Drive.")
        .contains("ok       Root folder: In My Drive, and the account may write to it.")
        .contains("Nothing stands in the way of a delivery.");
  }

  @Test
  void looksAtSettingsBeforeAnythingRuns() throws Exception {
    Path settings =
        Files.writeString(
            directory.resolve("settings.env"),
            """
            # As in .env
            POSTGRES_PASSWORD=secret
            DECKMILL_DRIVE_AUTH=service-account
            DECKMILL_DRIVE_SEAL_KEY_FILE=
            DECKMILL_DRIVE_SERVICE_ACCOUNT_KEY_FILE=%s
            """
                .formatted(directory.resolve("none.json")));
    CommandRun check =
        CommandRun.start(directory, "drive", "check", "--config", settings.toString());
    assertThat(check.exitCode()).as(check.output()).isEqualTo(1);
    assertThat(check.output())
        .contains("problem  Seal key: deckmill.drive.seal-key-file is not set.")
        .contains("problem  Service account's key: The service account's key can't be read from")
        .contains("skipped  Google Drive: Not asked");
  }
}
