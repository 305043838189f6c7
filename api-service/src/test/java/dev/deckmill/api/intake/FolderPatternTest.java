package dev.deckmill.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.refusal.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderPatternTest {
  @Test
  void putsTheJobsOwnInPlaceOfItsTokens() {
    assertThat(
            FolderPattern.parse("Decks/{tenant}/{date}/{yyyy}/{MM}-{dd}/{tag}/{title}-{job_id}/")
                .expand(values("j1", "Sales", "acme", "q1")))
        .containsExactly("Decks", "acme", "2026-01-31", "2026", "01-31", "q1", "Sales-j1");
  }

  private static FolderPattern.Values values(
      String jobId, String title, String tenant, @Nullable String tag) {
    return new FolderPattern.Values(LocalDate.of(2026, 1, 31), jobId, title, tenant, tag);
  }

  @Test
  void callsAJobWithoutATagUntagged() {
    assertThat(FolderPattern.parse("{tag}").expand(values("j", "t", "a", null)))
        .containsExactly("untagged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{year}/x", "a/{}", "{DD}", "{mm}"})
  void refusesATokenThatItDoesNotKnow(String pattern) {
    assertThatThrownBy(() -> FolderPattern.parse(pattern))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("OPTION_INVALID")
        .hasMessageContaining("{yyyy}, {MM}, {dd}");
  }

  @Test
  void letsNoValueAddAFolderOrLeaveOne() {
    assertThat(FolderPattern.parse("{title}/x").expand(values("j", "../../a/b", "t", null)))
        .containsExactly("_.._a_b", "x");
  }

  @Test
  void readsNoTokenInAValue() {
    assertThat(FolderPattern.parse("{title}").expand(values("j", "{job_id} $1", "t", null)))
        .containsExactly("{job_id} $1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{date", "date}", "{{date}}", "..", "a/../b", "/", "", "  "})
  void refusesWhatItDoesNotKnow(String pattern) {
    assertThatThrownBy(() -> FolderPattern.parse(pattern))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("FOLDER_PATTERN");
  }

  @Test
  void refusesMoreFoldersThanAnybodyNests() {
    assertThat(FolderPattern.parse("a/".repeat(10)).expand(values("j", "t", "a", null)))
        .hasSize(10);
    assertThatThrownBy(() -> FolderPattern.parse("a/".repeat(11))).isInstanceOf(Refusal.class);
  }
}
