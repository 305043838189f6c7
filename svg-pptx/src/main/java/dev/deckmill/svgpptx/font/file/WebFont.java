package dev.deckmill.svgpptx.font.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Fonts as pages embed them, unpacked: WOFF and WOFF2 (W3C recommendations of those names) become
 * plain font files, whole or with the tables alone that names, widths and heights are read from.
 */
public final class WebFont {
  private static final int WOFF = 0x774F4646;
  private static final int WOFF2 = 0x774F4632;
  private static final int COLLECTION = 0x74746366;
  private static final int WOFF_HEADER = 44;
  private static final int WOFF2_HEADER = 48;
  private static final int MOST_TABLES = 256;
  private static final int LOCA_FORMAT = 50; // in head
  private static final String CUT_SHORT = "it is cut short";

  private static final Set<String> MEASURED =
      Set.of("name", "OS/2", "head", "hhea", "hmtx", "maxp", "cmap", "post", "GPOS", "kern");

  /** What shows a font's text, without signatures, other instances, bitmaps and editors' data. */
  private static final Set<String> SHOWN =
      Set.of(
          "name", "OS/2", "head", "hhea", "hmtx", "maxp", "cmap", "post", "glyf", "loca", "cvt ",
          "fpgm", "prep", "gasp", "hdmx", "LTSH", "VDMX", "kern", "GDEF", "GPOS", "GSUB", "BASE",
          "vhea", "vmtx", "COLR", "CPAL");

  /** Tags that WOFF2 abbreviates, by their numbers (WOFF2 §4.1). */
  private static final List<String> KNOWN_TAGS =
      List.of(
          ("cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC"
                  + " gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH"
                  + " CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx"
                  + " fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat"
                  + " Sill")
              .split(" "));

  private final Bytes in;
  private final byte[] file;
  private final Set<String> wanted;
  private final long most;
  private final Map<String, byte[]> tables = new LinkedHashMap<>();

  private WebFont(byte[] file, Set<String> wanted, long most) {
    this.in = new Bytes(file);
    this.file = file;
    this.wanted = wanted;
    this.most = most;
  }

  /**
   * A plain font file with what text is measured by; of a WOFF file the outlines are left out, a
   * plain one stays as it is.
   *
   * @param most bytes that it may have
   * @throws IOException where the file is broken, or larger
   */
  public static byte[] measured(byte[] file, long most) throws IOException {
    WebFont font = new WebFont(file, MEASURED, most);
    try {
      if (font.isPlain()) {
        font.check(file.length);
        return file;
      }
      font.unpack();
      return SfntWriter.file(font.flavor(), font.tables);
    } catch (IndexOutOfBoundsException | IllegalStateException e) {
      throw SfntFile.broken(SfntFile.EMBEDDED, CUT_SHORT, e);
    }
  }

  /**
   * A plain font file with all that shows its text as its default style.
   *
   * @param most bytes that it may have
   * @throws IOException where the file is broken, larger, or a collection
   */
  public static byte[] whole(byte[] file, long most) throws IOException {
    WebFont font = new WebFont(file, SHOWN, most);
    try {
      if (font.isPlain()) {
        font.plain();
      } else {
        font.unpack();
      }
      return SfntWriter.file(font.flavor(), font.tables);
    } catch (IndexOutOfBoundsException | IllegalStateException e) {
      throw SfntFile.broken(SfntFile.EMBEDDED, CUT_SHORT, e);
    }
  }

  private boolean isPlain() {
    return in.bits32(0) != WOFF && in.bits32(0) != WOFF2;
  }

  private int flavor() {
    return in.bits32(isPlain() ? 0 : 4);
  }

  private void unpack() throws IOException {
    if (in.bits32(0) == WOFF) {
      woff();
    } else {
      woff2();
    }
  }

  private void plain() throws IOException {
    check(file.length);
    if (in.bits32(0) == COLLECTION) {
      throw SfntFile.broken(SfntFile.EMBEDDED, "it is a collection", null);
    }
    try (SfntFile font = SfntFile.embedded(file)) {
      long all = 0;
      for (String tag : wanted) {
        Bytes table = font.table(0, tag);
        if (table != null) {
          all += table.length(); // tables may share their bytes
          check(all);
          tables.put(tag, table.copy(0, table.length()));
        }
      }
    }
  }

  private void check(long size) throws IOException {
    if (size > most) {
      throw SfntFile.broken(SfntFile.EMBEDDED, "it is larger than a page may embed", null);
    }
  }

  private void woff() throws IOException {
    int count = tableCount();
    long all = 0;
    for (int i = 0; i < count; i++) {
      int entry = WOFF_HEADER + 20 * i;
      String tag = tag(in.bits32(entry));
      if (!wanted.contains(tag)) {
        continue;
      }
      byte[] packed = in.copy(in.u32(entry + 4), in.u32(entry + 8));
      int length = in.u32(entry + 12);
      all += length;
      check(all);
      tables.put(tag, packed.length == length ? packed : inflated(packed, length));
    }
  }

  private static byte[] inflated(byte[] packed, int length) throws IOException {
    return exactly(new InflaterInputStream(new ByteArrayInputStream(packed)), length);
  }

  private int tableCount() throws IOException {
    int count = in.u16(12);
    if (count > MOST_TABLES) {
      throw SfntFile.broken(SfntFile.EMBEDDED, "it has too many tables", null);
    }
    return count;
  }

  private static byte[] exactly(InputStream from, int length) throws IOException {
    try (from) {
      byte[] bytes = from.readNBytes(length);
      if (bytes.length < length) {
        throw SfntFile.broken(SfntFile.EMBEDDED, "a table is cut short", null);
      }
      return bytes;
    }
  }

  /**
   * A table's entry in WOFF2.
   *
   * @param stored how many bytes of the stream it has
   */
  private record Packed(String tag, boolean transformed, int stored) {}

  private void woff2() throws IOException {
    if (in.bits32(4) == COLLECTION) {
      throw SfntFile.broken(SfntFile.EMBEDDED, "it is a collection", null);
    }
    Cursor at = new Cursor(WOFF2_HEADER);
    List<Packed> entries = new ArrayList<>();
    int count = tableCount();
    long all = 0;
    for (int i = 0; i < count; i++) {
      Packed entry = entry(at);
      entries.add(entry);
      all += entry.stored();
    }
    check(all);
    byte[] packed = in.copy(at.position, in.u32(20));
    try (InputStream stream = new BrotliInputStream(new ByteArrayInputStream(packed))) {
      Map<String, byte[]> transformed = new LinkedHashMap<>();
      for (Packed entry : entries) {
        byte[] content = stream.readNBytes(entry.stored());
        if (content.length < entry.stored()) {
          throw SfntFile.broken(SfntFile.EMBEDDED, "its data is cut short", null);
        }
        if (wanted.contains(entry.tag())) {
          (entry.transformed() ? transformed : tables).put(entry.tag(), content);
        }
      }
      restore(transformed);
    }
  }

  private void restore(Map<String, byte[]> transformed) throws IOException {
    byte[] metrics = transformed.get("hmtx");
    byte[] outlines = transformed.get("glyf");
    if (outlines != null) {
      Woff2Glyphs glyphs = Woff2Glyphs.read(outlines, most);
      tables.put("glyf", glyphs.glyf());
      tables.put("loca", glyphs.loca());
      byte[] head = tables.get("head");
      if (head != null) {
        ByteBuffer.wrap(head).putShort(LOCA_FORMAT, (short) 1);
      }
      if (metrics != null) {
        tables.put("hmtx", glyphs.metrics(metrics, advances()));
      }
    } else if (metrics != null) {
      tables.put("hmtx", advances(new Bytes(metrics)));
    }
  }

  private Packed entry(Cursor at) {
    int flags = in.u8(at.position++);
    int known = flags & 0x3F;
    String tag;
    if (known == 0x3F) {
      tag = tag(in.bits32(at.position));
      at.position += 4;
    } else {
      tag = KNOWN_TAGS.get(known).replace('_', ' ');
    }
    int length = at.base128();
    int version = flags >> 6;
    boolean outlines = tag.equals("glyf") || tag.equals("loca");
    boolean transformed = outlines ? version != 3 : version != 0;
    return new Packed(tag, transformed, transformed ? at.base128() : length);
  }

  /**
   * Transformed metrics (WOFF2 §5.4): flags, then the advances; who only measures doesn't need the
   * side bearings.
   */
  private byte[] advances(Bytes transformed) {
    int count = advances();
    ByteBuffer metrics = ByteBuffer.allocate(4 * count);
    for (int i = 0; i < count; i++) {
      metrics.putShort((short) transformed.u16(1 + 2 * i)).putShort((short) 0);
    }
    return metrics.array();
  }

  private int advances() {
    byte[] header = tables.get("hhea");
    return header == null ? 0 : new Bytes(header).u16(34);
  }

  /** A position in the directory of a WOFF2 file. */
  private final class Cursor {
    private int position;

    Cursor(int position) {
      this.position = position;
    }

    /** UIntBase128 (WOFF2 §4.1): seven bits a byte, five bytes at most. */
    int base128() {
      long value = 0;
      for (int i = 0; i < 5; i++) {
        int next = in.u8(position++);
        value = value << 7 | (next & 0x7F);
        if (next < 0x80) {
          if (value > Integer.MAX_VALUE) {
            throw new IndexOutOfBoundsException(position);
          }
          return (int) value;
        }
      }
      throw new IndexOutOfBoundsException(position);
    }
  }

  private static String tag(int bits) {
    char[] letters = {
      (char) (bits >>> 24),
      (char) (bits >> 16 & 0xFF),
      (char) (bits >> 8 & 0xFF),
      (char) (bits & 0xFF)
    };
    return new String(letters);
  }
}
