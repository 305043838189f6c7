package dev.deckmill.svgpptx.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.font.catalog.FontCatalog;
import dev.deckmill.svgpptx.font.catalog.FontSources;
import dev.deckmill.svgpptx.font.choice.Certainty;
import dev.deckmill.svgpptx.ir.Text;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FontResolverTest {
  private static final FontCatalog BUNDLED = FontCatalog.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POWERPOINT    | system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif | Segoe UI",
        "POWERPOINT    | Helvetica Neue,Helvetica,Arial,sans-serif               | Arial",
        "POWERPOINT    | Menlo,Monaco,Consolas,monospace                         | Consolas",
        "POWERPOINT    | Inter,sans-serif                                        | Inter",
        "POWERPOINT    | Helvetica                                               | Helvetica",
        "POWERPOINT    | Some Brand,Georgia,serif                                | Georgia",
        "POWERPOINT    | Some Brand,serif                                        | Times New Roman",
        "POWERPOINT    | Some Brand                                              | Arial",
        "POWERPOINT    | Some Brand Mono                                         | Consolas",
        "POWERPOINT    | Frutiger                                                | Arial",
        "POWERPOINT    | monospace,Arial                                         | Consolas",
        "POWERPOINT    | ui-monospace,Menlo,Consolas                             | Consolas",
        "POWERPOINT    | system-ui                                               | Segoe UI",
        "POWERPOINT    | ARIAL                                                   | Arial",
        "POWERPOINT    | 微软雅黑                                                  | Microsoft YaHei",
        "WPS           | PingFang SC,Microsoft YaHei,sans-serif                  | Microsoft YaHei",
        "GOOGLE_SLIDES | system-ui,Segoe UI,Roboto,Arial,sans-serif              | Roboto",
        "GOOGLE_SLIDES | Segoe UI,sans-serif                                     | Arial",
        "LIBREOFFICE   | system-ui,Segoe UI,Roboto,Arial,sans-serif              | Arial",
        "LIBREOFFICE   | Segoe UI,sans-serif                                     | Noto Sans",
        "LIBREOFFICE   | monospace,Arial                                         | Arial",
        "LIBREOFFICE   | Georgia                                                 | Noto Serif",
        "LIBREOFFICE   | Calibri,sans-serif                                      | Calibri",
      })
  void writesTheFamilyThatViewersHave(TextProfile profile, String families, String written) {
    Resolution fonts = resolve(profile, families, 400, "Text", null);

    assertThat(fonts.typeface().latin()).isEqualTo(written);
    assertThat(fonts.typeface().eastAsian()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arial       | 400 | Arial             | false",
        "Arial       | 500 | Arial             | false",
        "Arial       | 600 | Arial             | true",
        "Arial       | 900 | Arial Black       | false",
        "Segoe UI    | 600 | Segoe UI Semibold | false",
        "Segoe UI    | 300 | Segoe UI Light    | false",
        "Segoe UI    | 700 | Segoe UI          | true",
        "Inter       | 500 | Inter Medium      | false",
        "MyriadPro-Bold | 400 | Arial          | true",
        "OpenSans-Semibold | 400 | Open Sans   | true",
      })
  void writesWeightsAsFamiliesWhereTheyHaveOne(
      String family, int weight, String written, boolean bold) {
    Typeface typeface = resolve(TextProfile.POWERPOINT, family, weight, "Text", null).typeface();

    assertThat(typeface.latin()).isEqualTo(written);
    assertThat(typeface.bold()).isEqualTo(bold);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POWERPOINT    | Arial                   | 中文     |         | Microsoft YaHei",
        "POWERPOINT    | Arial                   | 中文     | ja      | Yu Gothic",
        "POWERPOINT    | Arial                   | 中文     | zh-Hant | Microsoft JhengHei",
        "POWERPOINT    | Arial                   | かな漢字  |         | Yu Gothic",
        "POWERPOINT    | Arial                   | 한국어    | zh      | Malgun Gothic",
        "POWERPOINT    | Georgia,serif           | 中文     |         | SimSun",
        "POWERPOINT    | Hiragino Sans,Meiryo    | 漢字     |         | Meiryo",
        "POWERPOINT    | Arial                   | 𠀀      |         | Microsoft YaHei",
        "GOOGLE_SLIDES | Arial                   | 中文     |         | Noto Sans SC",
        "LIBREOFFICE   | Arial                   | 中文     |         | Noto Sans CJK JP",
        "LIBREOFFICE   | Microsoft YaHei         | 中文     |         | Noto Sans CJK SC",
        "LIBREOFFICE   | Times New Roman,serif   | 中文     |         | Noto Serif CJK JP",
      })
  void writesAnEastAsianFamilyOfTheTextsRegion(
      TextProfile profile, String families, String text, @Nullable String language, String family) {
    Resolution fonts = resolve(profile, families, 400, "A" + text, language);

    assertThat(fonts.typeface().eastAsian()).isEqualTo(family);
    assertThat(TextMeasure.advance("中", fonts, 10, 0, 0)).isEqualTo(10, offset());
  }

  @Test
  void saysWhereAnotherFamilyIsShownThanThePageAskedFor() {
    assertThat(substitution(TextProfile.POWERPOINT, "Some Brand,Arial", 400, "Text"))
        .isEqualTo("Some Brand is not an Office font: written as Arial");
    assertThat(substitution(TextProfile.GOOGLE_SLIDES, "Segoe UI", 400, "Text"))
        .isEqualTo("Segoe UI is not a font of Google Slides: written as Arial");
    assertThat(substitution(TextProfile.LIBREOFFICE, "Segoe UI", 400, "Text"))
        .isEqualTo("Segoe UI is not installed: written as Noto Sans");
    assertThat(substitution(TextProfile.WPS, "PingFang SC,Microsoft YaHei", 400, "中文"))
        .isEqualTo("PingFang SC is not a font of WPS Office: written as Microsoft YaHei");
  }

  /** A page in a font that measures others must not read that it was measured with itself. */
  @Test
  void neverSaysThatAFamilyIsWrittenAsItself() {
    for (String family : List.of("Liberation Sans", "DejaVu Sans", "Noto Sans", "Carlito")) {
      for (TextProfile profile : TextProfile.values()) {
        for (int weight : new int[] {300, 400, 600, 900}) {
          String said = substitution(profile, family + ",sans-serif", weight, "Text");
          if (said != null) {
            assertThat(said.replaceFirst(".* written as ", "")).isNotEqualTo(family);
            assertThat(said).containsOnlyOnce(family);
          }
        }
      }
    }
  }

  @Test
  void aWeightsOwnFamilyAndAGenericOneAreNoSubstitutes() {
    assertThat(substitution(TextProfile.POWERPOINT, "Arial", 400, "T")).isNull();
    assertThat(substitution(TextProfile.POWERPOINT, "Segoe UI", 600, "T")).isNull();
    assertThat(substitution(TextProfile.POWERPOINT, "sans-serif", 400, "T")).isNull();
    assertThat(substitution(TextProfile.POWERPOINT, "Some Brand,Segoe UI", 600, "T"))
        .isEqualTo(substitution(TextProfile.POWERPOINT, "Some Brand,Segoe UI", 400, "T"));
  }

  private static @Nullable String substitution(
      TextProfile profile, String families, int weight, String text) {
    return resolve(profile, families, weight, text, null).substitution();
  }

  @Test
  void saysHowSureTheAdvancesAre() {
    assertThat(resolve(TextProfile.POWERPOINT, "Inter", 400, "T", null).certainty())
        .isEqualTo(Certainty.EXACT);
    assertThat(resolve(TextProfile.POWERPOINT, "Arial", 400, "T", null).certainty())
        .isEqualTo(Certainty.TWIN);
    assertThat(resolve(TextProfile.POWERPOINT, "Verdana", 400, "T", null).certainty())
        .isEqualTo(Certainty.ESTIMATE);
  }

  @Test
  void measuresAFixedPitchFamilyByItsPitch() {
    Resolution consolas = resolve(TextProfile.POWERPOINT, "Consolas", 400, "T", null);

    assertThat(TextMeasure.advance("iiWW", consolas, 2048, 0, 0)).isEqualTo(4 * 1126, offset());
  }

  @Test
  void takesTheInstalledFaceAndItsOwnNameForLibreOffice() {
    FontCatalog system = FontCatalog.of(FontSources.system());
    assumeTrue(system.isInstalled("DejaVu Sans"), "DejaVu Sans is not installed here");
    Text.Font font = new Text.Font(List.of("DejaVu Sans"), 10, 200, 100, false, false);
    Resolution fonts =
        new FontResolver(system, TextProfile.LIBREOFFICE).resolve(font, "Text", null);

    assertThat(fonts.certainty()).isEqualTo(Certainty.EXACT);
    assertThat(fonts.face().weight()).isLessThanOrEqualTo(400);
    assertThat(fonts.typeface().bold()).isFalse();
  }

  @Test
  void asksTheFoldersAloneWhereThereAreSome() {
    FontCatalog empty = FontCatalog.of(FontSources.of(List.of(Path.of("no-such-folder"))));
    Text.Font font = new Text.Font(List.of("Arial", "serif"), 10, 400, 100, false, false);
    Resolution fonts = new FontResolver(empty, TextProfile.LIBREOFFICE).resolve(font, "T", null);

    assertThat(fonts.typeface().latin()).isEqualTo("DejaVu Sans");
    assertThat(empty.problems()).singleElement().asString().contains("no-such-folder");
  }

  @Test
  void findsAFaceForASymbolThatTheRunsFontLacks() {
    Resolution arial = resolve(TextProfile.POWERPOINT, "Arial", 400, "✓", null);

    assertThat(arial.face().hasGlyph('✓')).isFalse();
    assertThat(arial.faceFor('✓')).isNotNull();
    assertThat(TextMeasure.advance("✓", arial, 10, 0, 0)).isBetween(5.0, 12.0);
  }

  @ParameterizedTest
  @CsvSource({
    "🏆, 1.37",
    "☠️, 1.37",
    "👨‍💻, 1.37",
    "👍🏽, 1.37",
    "🇩🇪, 1.37",
    "🇩🇪🇫🇷, 2.74",
    "👨‍💻🏆, 2.74",
    "e\u0301, 0.5561",
  })
  void anEmojiSequenceIsAsWideAsOneEmoji(String text, double em) {
    Resolution arial = resolve(TextProfile.POWERPOINT, "Arial", 400, text, null);

    assertThat(TextMeasure.advance(text, arial, 10, 0, 0)).isEqualTo(10 * em, offset());
    assertThat(TextMeasure.advance(text, arial, 10, 1, 0))
        .isEqualTo(10 * em + Math.max(1, Math.floor(em)), offset());
  }

  private static Offset<Double> offset() {
    return Offset.offset(0.02);
  }

  private static Resolution resolve(
      TextProfile profile, String families, int weight, String text, @Nullable String language) {
    Text.Font font = new Text.Font(List.of(families.split(",", -1)), 10, weight, 100, false, false);
    return new FontResolver(BUNDLED, profile).resolve(font, text, language);
  }
}
