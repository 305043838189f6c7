package dev.deckmill.svgpptx.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.font.catalog.FontCatalog;
import dev.deckmill.svgpptx.font.face.FontMetrics;
import dev.deckmill.svgpptx.ir.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures are what the programs drew: see the package's documentation. */
final class LineBoxTest {
  /** First baselines of PowerPoint's own exports, in em. */
  @ParameterizedTest
  @CsvSource({
    "Arial, 0.97238",
    "Calibri, 0.9360",
    "Georgia, 0.96846",
    "Verdana, 0.9927",
    "Yu Gothic, 0.91821",
    "Malgun Gothic, 0.98194"
  })
  void powerPointPlacesTheBaselineByWinAscent(String family, double ascent) {
    LineBox line = line(TextProfile.POWERPOINT, family, 100);

    assertThat(line.ascent()).isCloseTo(100 * ascent, within(0.05));
    assertThat(line.pitch()).isCloseTo(120, within(1e-9));
  }

  @Test
  void powerPointSharesALineAmongAllItsFonts() {
    LineBox arial = line(TextProfile.POWERPOINT, "Arial", 100);
    LineBox calibri = line(TextProfile.POWERPOINT, "Calibri", 100);
    LineBox malgun = line(TextProfile.POWERPOINT, "Malgun Gothic", 100);

    assertThat(LineBox.shared(List.of(arial, calibri)).ascent()).isCloseTo(94.377, within(0.01));
    assertThat(LineBox.shared(List.of(arial, malgun)).ascent()).isCloseTo(97.420, within(0.01));
    assertThat(LineBox.shared(List.of(arial, malgun)).pitch()).isCloseTo(120, within(1e-9));
  }

  @Test
  void powerPointTakesTighterSpacingFromTheAscentAndWiderFromBoth() {
    LineBox arial = line(TextProfile.POWERPOINT, "Arial", 10);

    assertThat(arial.spaced(1.5).ascent()).isCloseTo(14.58, within(0.02));
    assertThat(arial.spaced(0.8).descent()).isCloseTo(arial.descent(), within(1e-9));
    assertThat(arial.spaced(0.8).pitch()).isCloseTo(9.6, within(1e-9));
  }

  /** LibreOffice 7.4's baselines below the top of the box, in points, for 20 pt. */
  @ParameterizedTest
  @CsvSource({"0.8, 15.31", "0.9, 17.21", "1.0, 19.99", "1.2, 24.81", "1.5, 32.01"})
  void libreOfficeKeepsTheDescentWhateverTheSpacing(double fraction, double ascent) {
    LineBox line = line(TextProfile.LIBREOFFICE, "Georgia", 20).spaced(fraction);

    assertThat(line.ascent()).isCloseTo(ascent, within(0.4));
    assertThat(line.pitch()).isCloseTo(24 * fraction, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"16, 12.0", "20, 15.99", "24, 19.99", "30, 26.0", "40, 36.01"})
  void libreOfficeTakesExactSpacingFromTheAscent(double height, double ascent) {
    LineBox line = line(TextProfile.LIBREOFFICE, "Arial", 20).exactly(height);

    assertThat(line.ascent()).isCloseTo(ascent, within(0.02));
    assertThat(line.pitch()).isCloseTo(height, within(1e-9));
  }

  @Test
  void theLargestRunSetsLibreOfficesLine() {
    LineBox small = line(TextProfile.LIBREOFFICE, "Arial", 20);
    LineBox large = line(TextProfile.LIBREOFFICE, "Arial", 40);

    assertThat(LineBox.shared(List.of(small, large))).isEqualTo(large);
  }

  @Test
  void baselinesLieWhereBrowsersPutThem() {
    FontMetrics arial = resolve(TextProfile.POWERPOINT, "Arial", 10).face().metrics();

    assertThat(arial.height(Text.Baseline.ALPHABETIC)).isZero();
    assertThat(arial.height(Text.Baseline.TEXT_TOP)).isCloseTo(0.905, within(0.001));
    assertThat(arial.height(Text.Baseline.CENTRAL)).isCloseTo(0.3467, within(0.001));
    assertThat(arial.height(Text.Baseline.MIDDLE)).isCloseTo(0.2593, within(0.006));
    assertThat(arial.height(Text.Baseline.TEXT_BOTTOM)).isCloseTo(-0.212, within(0.001));
  }

  private static LineBox line(TextProfile profile, String family, double size) {
    FontResolver resolver = new FontResolver(FontCatalog.bundled(), profile);
    return LineBox.of(resolver, resolve(profile, family, size), size);
  }

  private static Resolution resolve(TextProfile profile, String family, double size) {
    Text.Font font = new Text.Font(List.of(family), size, 400, 100, false, false);
    return new FontResolver(FontCatalog.bundled(), profile).resolve(font, "Text", null);
  }
}
