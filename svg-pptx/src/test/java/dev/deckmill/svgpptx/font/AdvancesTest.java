package dev.deckmill.svgpptx.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.font.catalog.FontCatalog;
import dev.deckmill.svgpptx.font.catalog.FontSources;
import dev.deckmill.svgpptx.font.choice.Certainty;
import dev.deckmill.svgpptx.font.choice.FaceFinder;
import dev.deckmill.svgpptx.font.choice.Generic;
import dev.deckmill.svgpptx.font.choice.GlyphFallback;
import dev.deckmill.svgpptx.font.choice.InstalledChoice;
import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.family.BundledFaces;
import dev.deckmill.svgpptx.ir.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our advances against those of HarfBuzz, which browsers lay text out with. */
final class AdvancesTest {
  private static final FontCatalog SYSTEM = FontCatalog.of(FontSources.system());

  /** A line of {@code advances.txt}. */
  record Expected(
      String family, int weight, boolean italic, int unitsPerEm, int advance, String text) {}

  static Stream<Expected> expected() throws IOException {
    try (InputStream in = AdvancesTest.class.getResourceAsStream("advances.txt")) {
      String lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ; ", -1))
          .map(
              columns ->
                  new Expected(
                      columns[0],
                      Integer.parseInt(columns[1]),
                      columns[2].equals("italic"),
                      Integer.parseInt(columns[3]),
                      Integer.parseInt(columns[4]),
                      columns[5]))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("expected")
  void bundledMetricsMeasureAsHarfBuzzDoes(Expected expected) {
    FontFace face = BundledFaces.ALL.face(expected.family(), expected.weight(), expected.italic());

    assertThat(face).isNotNull();
    // Other pairs are not bundled.
    double tolerance = isLatin(expected.text()) ? 1e-6 : 0.01;
    assertThat(measured(face, expected))
        .isCloseTo(expected.advance(), within(tolerance * expected.advance()));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void installedFontsMeasureAsHarfBuzzDoes(Expected expected) {
    FaceEntry entry = SYSTEM.entry(expected.family(), expected.weight(), expected.italic());
    assumeTrue(entry != null, () -> expected.family() + " is not installed here");
    FontFace face = SYSTEM.load(Objects.requireNonNull(entry));

    assertThat(face).isNotNull();
    assertThat(Math.round(1 / face.emPerUnit())).isEqualTo(expected.unitsPerEm());
    assertThat(measured(face, expected)).isCloseTo(expected.advance(), within(0.01));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void theAdvancesOfTheCharactersAddUpToThatOfTheText(Expected expected) {
    Resolution fonts =
        new FontResolver(FontCatalog.bundled(), TextProfile.POWERPOINT)
            .resolve(font(expected), expected.text(), null);
    double[] advances = new double[expected.text().length()];
    TextMeasure.advances(expected.text(), fonts, 16, 0.5, 2, advances);

    assertThat(Arrays.stream(advances).sum())
        .isCloseTo(TextMeasure.advance(expected.text(), fonts, 16, 0.5, 2), within(1e-9));
  }

  private static double measured(FontFace face, Expected expected) {
    FaceFinder faces = new FaceFinder(FontCatalog.bundled());
    Resolution fonts =
        new Resolution(
            face,
            Resolution.EastAsian.NONE,
            new Typeface(face.family(), null, false, false),
            Certainty.EXACT,
            null,
            Generic.SANS_SERIF,
            new GlyphFallback(new InstalledChoice(faces)));
    return TextMeasure.advance(expected.text(), fonts, expected.unitsPerEm(), 0, 0);
  }

  private static Text.Font font(Expected expected) {
    return new Text.Font(
        List.of(expected.family()), 16, expected.weight(), 100, expected.italic(), false);
  }

  private static boolean isLatin(String text) {
    return text.chars().allMatch(c -> c < 0x100 || (c >= 0x2010 && c < 0x2040));
  }
}
