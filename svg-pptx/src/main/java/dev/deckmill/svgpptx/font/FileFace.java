package dev.deckmill.svgpptx.font;

import java.io.IOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TrueTypeFont;

/** A face read from a font file. */
final class FileFace implements Face {
  private static final int TABLE = 0x3000;
  private static final short UNKNOWN = -2;
  private static final short MISSING = -1;
  private static final double USUAL_X_HEIGHT = 0.5;

  private final String family;
  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;
  private final double ascent;
  private final double descent;
  private final double xHeight;
  private final short[] advances = new short[TABLE];

  FileFace(String family, TrueTypeFont font) throws IOException {
    this.family = family;
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
    HorizontalHeaderTable header = font.getHorizontalHeader();
    OS2WindowsMetricsTable os2 = font.getOS2Windows();
    boolean empty = header.getAscender() == 0 && header.getDescender() == 0 && os2 != null;
    this.ascent = (empty ? os2.getWinAscent() : header.getAscender()) / unitsPerEm;
    this.descent = Math.abs(empty ? os2.getWinDescent() : header.getDescender()) / unitsPerEm;
    this.xHeight =
        os2 != null && os2.getVersion() >= 2 && os2.getHeight() > 0
            ? os2.getHeight() / unitsPerEm
            : USUAL_X_HEIGHT;
    java.util.Arrays.fill(advances, UNKNOWN);
  }

  @Override
  public String family() {
    return family;
  }

  @Override
  public double ascent() {
    return ascent;
  }

  @Override
  public double descent() {
    return descent;
  }

  @Override
  public double xHeight() {
    return xHeight;
  }

  @Override
  public boolean covers(int codePoint) {
    return units(codePoint) != MISSING;
  }

  @Override
  public double advance(int codePoint) {
    return units(codePoint) / unitsPerEm;
  }

  /** Two threads may both look up a character; they find the same. */
  private short units(int codePoint) {
    if (codePoint >= TABLE) {
      return lookUp(codePoint);
    }
    short known = advances[codePoint];
    if (known == UNKNOWN) {
      known = lookUp(codePoint);
      advances[codePoint] = known;
    }
    return known;
  }

  private synchronized short lookUp(int codePoint) {
    int glyph = glyphs.getGlyphId(codePoint);
    try {
      return glyph == 0 ? MISSING : (short) Math.min(Short.MAX_VALUE, font.getAdvanceWidth(glyph));
    } catch (IOException e) {
      return MISSING;
    }
  }
}
