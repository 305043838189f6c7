package dev.deckmill.allinone.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsProfileTest {
  /** A setting that no service knows would be ignored without a word. */
  @ParameterizedTest
  @EnumSource
  void setsOnlyWhatTheServicesKnow(LimitsProfile profile) throws Exception {
    String known =
        Files.readString(Path.of("../docs/configuration.md"))
            .replaceAll("[.-]", "_")
            .toUpperCase(java.util.Locale.ROOT);
    assertThat(profile.environment().keySet())
        .allSatisfy(variable -> assertThat(known).contains("`" + variable + "`"));
  }
}
