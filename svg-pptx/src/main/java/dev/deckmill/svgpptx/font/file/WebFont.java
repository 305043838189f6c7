package dev.deckmill.svgpptx.font.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Fonts as pages embed them, unpacked: WOFF and WOFF2 (W3C recommendations of those names) become a
 * plain font file with the tables that names, widths and heights are read from; outlines are left
 * out. A TrueType or OpenType file stays as it is.
 */
public final class WebFont {
  private static final int WOFF = 0x774F4646;
  private static final int WOFF2 = 0x774F4632;
  private static final int COLLECTION = 0x74746366;
  private static final int WOFF_HEADER = 44;
  private static final int WOFF2_HEADER = 48;
  private static final int MOST_TABLES = 256;

  private static final Set<String> NEEDED =
      Set.of("name", "OS/2", "head", "hhea", "hmtx", "maxp", "cmap", "post", "GPOS", "kern");

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
  private final long most;
  private final Map<String, byte[]> tables = new LinkedHashMap<>();

  private WebFont(byte[] file, long most) {
    this.in = new Bytes(file);
    this.most = most;
  }

  /**
   * A plain font file.
   *
   * @param most bytes that it may have
   * @throws IOException where the file is broken, or larger
   */
  public static byte[] plain(byte[] file, long most) throws IOException {
    WebFont font = new WebFont(file, most);
    try {
      return font.plain(file);
    } catch (IndexOutOfBoundsException | IllegalStateException e) {
      throw SfntFile.broken(SfntFile.EMBEDDED, "it is cut short", e);
    }
  }

  private byte[] plain(byte[] file) throws IOException {
    switch (in.bits32(0)) {
      case WOFF -> woff();
      case WOFF2 -> woff2();
      default -> {
        check(file.length);
        return file;
      }
    }
    return sfnt(in.bits32(4));
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
      if (!NEEDED.contains(tag)) {
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
      byte[] metrics = null;
      for (Packed entry : entries) {
        byte[] content = stream.readNBytes(entry.stored());
        if (content.length < entry.stored()) {
          throw SfntFile.broken(SfntFile.EMBEDDED, "its data is cut short", null);
        }
        if (entry.tag().equals("hmtx") && entry.transformed()) {
          metrics = content;
        } else if (NEEDED.contains(entry.tag())) {
          tables.put(entry.tag(), content);
        }
      }
      if (metrics != null) {
        tables.put("hmtx", advances(new Bytes(metrics)));
      }
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
   * Transformed metrics (WOFF2 §5.4): flags, then the advances; the side bearings are not needed.
   */
  private byte[] advances(Bytes transformed) {
    byte[] header = tables.get("hhea");
    int count = header == null ? 0 : new Bytes(header).u16(34);
    ByteBuffer metrics = ByteBuffer.allocate(4 * count);
    for (int i = 0; i < count; i++) {
      metrics.putShort((short) transformed.u16(1 + 2 * i)).putShort((short) 0);
    }
    return metrics.array();
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

  private byte[] sfnt(int flavor) {
    int directory = 12 + 16 * tables.size();
    ByteArrayOutputStream contents = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(directory);
    head.putInt(flavor).putShort((short) tables.size()).position(12);
    tables.forEach(
        (tag, content) -> {
          head.put(tag.getBytes(StandardCharsets.ISO_8859_1));
          head.putInt(0).putInt(directory + contents.size()).putInt(content.length);
          contents.writeBytes(content);
        });
    byte[] file = Arrays.copyOf(head.array(), directory + contents.size());
    System.arraycopy(contents.toByteArray(), 0, file, directory, contents.size());
    return file;
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
