package dev.deckmill.svgpptx.font.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckmill.svgpptx.font.catalog.FontCatalog;
import dev.deckmill.svgpptx.font.catalog.FontSources;
import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.face.FontMetrics;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reader against fontbox's, on whatever fonts lie on this machine. */
final class FaceReaderTest {
  private static final FontCatalog SYSTEM = FontCatalog.of(FontSources.system());

  @ParameterizedTest
  @ValueSource(
      strings = {"Liberation Sans", "Liberation Mono", "DejaVu Sans", "Noto Sans", "Nimbus Sans"})
  void readsWhatFontboxReads(String family) throws IOException {
    FaceEntry entry = SYSTEM.entry(family, 400, false);
    assumeTrue(entry != null, () -> family + " is not installed here");
    FontFace face = Objects.requireNonNull(SYSTEM.load(Objects.requireNonNull(entry)));
    boolean cff = entry.file().toString().endsWith(".otf");
    try (RandomAccessReadBufferedFile file =
            new RandomAccessReadBufferedFile(entry.file().toFile());
        TrueTypeFont font = (cff ? new OTFParser(false) : new TTFParser(false)).parse(file)) {
      CmapLookup glyphs = font.getUnicodeCmapLookup();
      for (int codePoint = 0x20; codePoint < 0x20000; codePoint++) {
        int glyph = glyphs.getGlyphId(codePoint);
        assertThat(face.advance(codePoint))
            .as("U+%04X", codePoint)
            .isEqualTo(glyph == 0 ? -1 : font.getAdvanceWidth(glyph));
      }
      FontMetrics metrics = face.metrics();
      assertThat(List.of(metrics.unitsPerEm(), metrics.hhea().ascent(), metrics.win().ascent()))
          .containsExactly(
              font.getUnitsPerEm(),
              (int) font.getHorizontalHeader().getAscender(),
              font.getOS2Windows().getWinAscent());
      assertThat(entry.families()).contains(font.getNaming().getFontFamily());
      assertThat(entry.weight()).isEqualTo(font.getOS2Windows().getWeightClass());
    }
  }
}
