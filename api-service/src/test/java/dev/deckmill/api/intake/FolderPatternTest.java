package dev.deckmill.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderPatternTest {
  @Test
  void putsTheJobsOwnInPlaceOfItsTokens() {
    assertThat(
            FolderPattern.parse("Decks/{tenant}/{date}/{title}-{job_id}/")
                .expand("2026-01-31", "j1", "Sales", "acme"))
        .containsExactly("Decks", "acme", "2026-01-31", "Sales-j1");
  }

  @Test
  void letsNoValueAddAFolderOrLeaveOne() {
    assertThat(FolderPattern.parse("{title}/x").expand("d", "j", "../../a/b", "t"))
        .containsExactly("_.._a_b", "x");
  }

  @Test
  void readsNoTokenInAValue() {
    assertThat(FolderPattern.parse("{title}").expand("d", "j", "{job_id} $1", "t"))
        .containsExactly("{job_id} $1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{year}/x", "a/{}", "{date", "date}", "{{date}}", "..", "a/../b", "/", "", "  "})
  void refusesWhatItDoesNotKnow(String pattern) {
    assertThatThrownBy(() -> FolderPattern.parse(pattern))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("FOLDER_PATTERN");
  }

  @Test
  void refusesMoreFoldersThanAnybodyNests() {
    assertThat(FolderPattern.parse("a/".repeat(10)).expand("", "", "", "")).hasSize(10);
    assertThatThrownBy(() -> FolderPattern.parse("a/".repeat(11))).isInstanceOf(Refusal.class);
  }
}
