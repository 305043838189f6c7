package dev.deckmill.svgpptx.golden;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a golden case shows each thing that {@link FidelityPolicy} decides. */
class PolicyGoldensTest {
  private static final SlideOptions USUAL = SlideOptions.defaults();

  /** Which pages show what the policy answers to a question other than by default. */
  private static final Map<String, List<String>> SHOWN_BY =
      Map.ofEntries(
          entry("cutsGradients", List.of("pservers/linear/three-colours.LIBREOFFICE")),
          entry("breaksAllLines", List.of("text/profile/lines.GOOGLE_SLIDES")),
          entry("closesScriptGaps", List.of("text/profile/scripts.LIBREOFFICE")),
          entry("endsLinesUnspaced", List.of("text/spacing/letters-around-anchor.LIBREOFFICE")),
          entry("turnsUprightCharacters", List.of("text/vertical/upright.LIBREOFFICE")),
          entry("namesFallbacks", List.of("text/profile/symbols.LIBREOFFICE")),
          entry("textShinesAsBox", List.of("text/profile/glow.LIBREOFFICE")),
          entry(
              "raises",
              List.of(
                  "text/profile/raised.GOOGLE_SLIDES",
                  "text/profile/raised.WPS",
                  "text/profile/raised.LIBREOFFICE")),
          entry("knocksOut", List.of("render/opacity/knocked-out.SPEED")),
          entry("shadowBlur", List.of("filters/shadow/drop-shadow.LIBREOFFICE")),
          entry("cutsDashes", List.of("painting/stroke/dashes.LIBREOFFICE")),
          entry(
              "rasterDensity",
              List.of("embedded/image/skewed.SPEED", "embedded/image/skewed.QUALITY")));

  /** A target's name or a text profile's, and what it decides. */
  private record Profile(String name, FidelityPolicy policy) {}

  private static List<Profile> others() {
    Stream<Profile> targets =
        Stream.of(Target.values())
            .filter(t -> t != USUAL.target())
            .map(t -> new Profile(t.name(), new FidelityPolicy(t, USUAL.textProfile())));
    Stream<Profile> texts =
        Stream.of(TextProfile.values())
            .filter(t -> t != USUAL.textProfile())
            .map(t -> new Profile(t.name(), new FidelityPolicy(USUAL.target(), t)));
    return Stream.concat(targets, texts).toList();
  }

  private static FidelityPolicy usual() {
    return new FidelityPolicy(USUAL.target(), USUAL.textProfile());
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void eachCauseHasACaseByDefaultAndWhereverSomethingElseBecomesOfIt(Cause cause)
      throws IOException {
    List<String> missing = new ArrayList<>();
    if (!isShown("", cause, usual().on(cause))) {
      missing.add("by default");
    }
    for (Profile other : others()) {
      Rendition decided = other.policy().on(cause);
      if (decided != usual().on(cause) && !isShown(other.name(), cause, decided)) {
        missing.add(other.name());
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isShown(String profile, Cause cause, Rendition rendition)
      throws IOException {
    if (rendition == Rendition.NATIVE) {
      return true;
    }
    Pattern decided =
        Pattern.compile(
            " *<decision rendition=\"%s\".*(>|; )%s(<|; ).*"
                .formatted(rendition, Pattern.quote(cause.words())));
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.profile().equals(profile)
          && Files.readAllLines(golden.expected()).stream()
              .anyMatch(line -> decided.matcher(line).matches())) {
        return true;
      }
    }
    return false;
  }

  static Stream<Method> questions() {
    return Stream.of(FidelityPolicy.class.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()))
        .filter(m -> m.getReturnType() != Rendition.class);
  }

  /** A new question is red until a page shows what each profile's answer changes. */
  @ParameterizedTest
  @MethodSource("questions")
  void eachAnswerThatIsNotTheUsualOneHasACase(Method question) throws Exception {
    List<String> shown = SHOWN_BY.getOrDefault(question.getName(), List.of());
    for (Profile other : others()) {
      boolean differs = !answers(question, other.policy()).equals(answers(question, usual()));
      assertThat(shown.stream().filter(name -> name.endsWith("." + other.name())))
          .as("%s of %s", question.getName(), other.name())
          .hasSize(differs ? 1 : 0);
    }
    assertThat(GoldenCase.all()).extracting(GoldenCase::name).containsAll(shown);
  }

  /** What a policy says to a question, to each number from 1 to 8 or to each share up to a half. */
  private static List<Object> answers(Method question, FidelityPolicy policy) throws Exception {
    List<Object> answers = new ArrayList<>();
    if (question.getParameterCount() == 0) {
      answers.add(question.invoke(policy));
    }
    for (int n = 1; question.getParameterCount() == 1 && n <= 8; n++) {
      boolean counts = question.getParameterTypes()[0] == int.class;
      answers.add(counts ? question.invoke(policy, n) : question.invoke(policy, n / 16.0));
    }
    return answers;
  }

  @Test
  void aCaseForAnotherProfileIsNotAsByDefault() throws IOException {
    for (GoldenCase golden : GoldenCase.all()) {
      if (!golden.profile().isEmpty()) {
        assertThat(Files.readString(golden.expected()))
            .as(golden.name())
            .isNotEqualTo(Files.readString(golden.usual().expected()));
      }
    }
  }
}
