package dev.deckmill.fakedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.fakedrive.file.Refusal;
import dev.deckmill.fakedrive.file.Search;
import dev.deckmill.fakedrive.file.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final StoredFile FILE =
      new StoredFile(
          "id",
          "Sales report",
          "x/y",
          List.of("root-id"),
          null,
          Map.of("job", "j'1"),
          false,
          null,
          Instant.EPOCH,
          Instant.EPOCH,
          1,
          "md5",
          List.of(),
          List.of());

  private static boolean finds(String query) {
    return Search.parse(query, "root-id").test(FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name = 'Sales report'",
        "name contains 'rep'",
        "name != 'x' and trashed = false",
        "'root' in parents",
        "'root-id' in parents and not name = 'x'",
        "name = 'x' or (mimeType = 'x/y' and trashed != true)",
        "appProperties has { key='job' and value='j\\'1' }"
      })
  void findsTheFile(String query) {
    assertThat(finds(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = 'sales report'",
        "name contains 'ales'",
        "trashed = true",
        "'other' in parents",
        "name = 'x' or name = 'Sales report' and trashed = true",
        "appProperties has { key='job' and value='j2' }"
      })
  void doesNotFindTheFile(String query) {
    assertThat(finds(query)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "name = 'open",
        "name = x",
        "'root' in owners",
        "color = 'red'",
        "trashed = maybe",
        "name = 'a' name = 'b'",
        "(name = 'a'",
        "name ~ 'a'",
        "appProperties has { key='job' }"
      })
  void refusesWhatDriveWouldNotUnderstand(String query) {
    assertThatThrownBy(() -> finds(query))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
  }
}
