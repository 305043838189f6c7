package dev.deckmill.svgpptx.analyze.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FidelityPolicyTest {
  private static final Path DOCUMENT = Path.of("../docs/unsupported.md");

  private static Rendition on(Target target, Cause cause) {
    return new FidelityPolicy(target, TextProfile.POWERPOINT).on(cause);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void whatIsDoneIsDocumented(Cause cause) throws IOException {
    String outcomes =
        Stream.of(Target.values())
            .map(target -> on(target, cause).name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" | "));
    String row = "| `%s` | %s | %s | ".formatted(cause, cause.words(), outcomes);
    assertThat(Files.readAllLines(DOCUMENT)).anyMatch(line -> line.startsWith(row), row);
  }

  @ParameterizedTest
  @EnumSource(Finding.Code.class)
  void everyFindingIsDocumented(Finding.Code code) throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains("`" + code + "`");
  }

  @Test
  void noTwoTargetsDecideAlike() {
    Set<String> decisions =
        Stream.of(Target.values())
            .map(
                target ->
                    Stream.of(Cause.values())
                        .map(cause -> on(target, cause).name())
                        .collect(Collectors.joining()))
            .collect(Collectors.toSet());
    assertThat(decisions).hasSameSizeAs(Target.values());
  }

  @Test
  void speedNeverDrawsAPictureWhereAnythingElseCanBeDrawn() {
    assertThat(
            Stream.of(Cause.values()).filter(cause -> on(Target.SPEED, cause) == Rendition.RASTER))
        .containsExactlyInAnyOrder(Cause.CLIP, Cause.PICTURE_SKEWED);
  }
}
