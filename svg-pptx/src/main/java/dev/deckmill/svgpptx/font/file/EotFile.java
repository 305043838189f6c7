package dev.deckmill.svgpptx.font.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fonts as presentations embed them ({@code application/x-fontdata}, ECMA-376 Part 1 §15.2.13): a
 * TrueType file behind a header of Embedded OpenType 2.1 (W3C Submission of March 2008), neither
 * compressed nor garbled.
 */
public final class EotFile {
  private static final int VERSION = 0x00020001;
  private static final int MAGIC = 0x504C;
  private static final int DEFAULT_CHARSET = 1;
  private static final int FIXED_BYTES = 80;
  private static final int TRUETYPE = 0x00010000;
  private static final int APPLE = 0x74727565;

  private static final int ITALIC = 1;
  private static final int USAGE = 0x000E;
  private static final int EDITABLE = 0x0008;
  private static final int BITMAPS_ONLY = 0x0200;

  private static final int FAMILY = 1;
  private static final int STYLE = 2;
  private static final int FULL = 4;
  private static final int VERSION_NAME = 5;

  private static final List<String> REQUIRED =
      List.of("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");

  private EotFile() {}

  /** Why a font can't be in a deck. */
  public enum Obstacle {
    NOT_TRUETYPE("its outlines are not TrueType's, which alone PowerPoint embeds"),
    FORBIDDEN("its fsType doesn't allow that it is embedded in what can be edited"),
    INCOMPLETE("a table is missing that programs need of an installed font");

    private final String reason;

    Obstacle(String reason) {
      this.reason = reason;
    }

    /** A clause without a full stop. */
    public String reason() {
      return reason;
    }
  }

  /**
   * What keeps a font out of decks; null: nothing does. Of {@code fsType} (OpenType 1.9 §OS/2) a
   * deck takes "installable" and "editable": one with a font for preview and print opens read-only.
   *
   * @param sfnt a plain font file, whole
   * @throws IOException where it is broken
   */
  public static @Nullable Obstacle obstacle(byte[] sfnt) throws IOException {
    try (SfntFile font = SfntFile.embedded(sfnt)) {
      int flavor = new Bytes(sfnt).bits32(0);
      if (flavor != TRUETYPE && flavor != APPLE) {
        return Obstacle.NOT_TRUETYPE;
      }
      for (String tag : REQUIRED) {
        if (font.table(0, tag) == null) {
          return Obstacle.INCOMPLETE;
        }
      }
      int type = font.required(0, "OS/2").u16(8);
      boolean open = (type & USAGE) == 0 || (type & EDITABLE) != 0;
      return open && (type & BITMAPS_ONLY) == 0 ? null : Obstacle.FORBIDDEN;
    } catch (IndexOutOfBoundsException e) {
      throw SfntFile.broken(SfntFile.EMBEDDED, "a table is cut short", e);
    }
  }

  /**
   * The font behind its header.
   *
   * @param sfnt a plain font file, whole, without an {@link #obstacle}
   * @throws IOException where it is broken
   */
  public static byte[] of(byte[] sfnt) throws IOException {
    try (SfntFile font = SfntFile.embedded(sfnt)) {
      return file(font, sfnt);
    } catch (IndexOutOfBoundsException e) {
      throw SfntFile.broken(SfntFile.EMBEDDED, "a table is cut short", e);
    }
  }

  private static byte[] file(SfntFile font, byte[] sfnt) throws IOException {
    Bytes os2 = font.required(0, "OS/2");
    Bytes name = font.required(0, "name");
    byte[][] names = new byte[4][];
    int size = FIXED_BYTES + sfnt.length;
    int[] ids = {FAMILY, STYLE, VERSION_NAME, FULL};
    for (int i = 0; i < ids.length; i++) {
      names[i] = NameTable.english(name, ids[i]).getBytes(StandardCharsets.UTF_16LE);
      size += 2 * Short.BYTES + names[i].length;
    }
    size += 2 * Short.BYTES; // and no root string: the font is bound to no site
    ByteBuffer eot = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    eot.putInt(size).putInt(sfnt.length).putInt(VERSION).putInt(0);
    eot.put(os2.copy(32, 10)).put((byte) DEFAULT_CHARSET);
    eot.put((byte) (os2.u16(62) & ITALIC)).putInt(os2.u16(4));
    eot.putShort((short) os2.u16(8)).putShort((short) MAGIC);
    for (int range = 42; range < 58; range += Integer.BYTES) {
      eot.putInt(os2.bits32(range));
    }
    boolean hasCodePages = os2.u16(0) >= 1;
    eot.putInt(hasCodePages ? os2.bits32(78) : 0).putInt(hasCodePages ? os2.bits32(82) : 0);
    eot.putInt(font.required(0, "head").bits32(8));
    eot.position(eot.position() + 4 * Integer.BYTES); // reserved
    for (byte[] each : names) {
      eot.putShort((short) 0).putShort((short) each.length).put(each);
    }
    eot.position(eot.position() + 2 * Short.BYTES);
    return eot.put(sfnt).array();
  }
}
