package dev.deckmill.svgpptx.font.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Outlines as WOFF2 packs them (WOFF2 §5.1 to §5.4), made tables of a TrueType font again: {@code
 * glyf}, {@code loca} with long offsets, and side bearings for {@code hmtx}. Reading past an end
 * throws {@link IndexOutOfBoundsException}.
 */
final class Woff2Glyphs {
  private static final int HEADER = 36;
  private static final int STREAMS = 7;
  private static final int OVERLAPS_STATED = 1;
  private static final int COMPOSITE = -1;

  private static final int ON_CURVE = 0x01;
  private static final int X_SHORT = 0x02;
  private static final int Y_SHORT = 0x04;
  private static final int X_SAME_OR_POSITIVE = 0x10;
  private static final int Y_SAME_OR_POSITIVE = 0x20;
  private static final int OVERLAP_SIMPLE = 0x40;

  private static final int ARGUMENTS_ARE_WORDS = 0x0001;
  private static final int HAS_SCALE = 0x0008;
  private static final int MORE_COMPONENTS = 0x0020;
  private static final int HAS_TWO_SCALES = 0x0040;
  private static final int HAS_MATRIX = 0x0080;
  private static final int HAS_INSTRUCTIONS = 0x0100;

  private final int count;
  private final Stream contours;
  private final Stream points;
  private final Stream flags;
  private final Stream glyphs;
  private final Stream composites;
  private final Stream boxes;
  private final Stream instructions;
  private final Bytes boxBits;
  private final Bytes overlapBits;
  private final boolean overlapsStated;

  private final ByteArrayOutputStream glyf = new ByteArrayOutputStream();
  private final ByteBuffer loca;
  private final short[] leftEdges;

  /** One of the streams; each is read to its own end at most. */
  private static final class Stream {
    private final Bytes bytes;
    private int position;

    Stream(Bytes bytes) {
      this.bytes = bytes;
    }

    int u8() {
      return bytes.u8(position++);
    }

    int u16() {
      position += 2;
      return bytes.u16(position - 2);
    }

    short i16() {
      return (short) u16();
    }

    /** 255UInt16 (WOFF2 §4.1). */
    int packed16() {
      int code = u8();
      return switch (code) {
        case 253 -> u16();
        case 254 -> 506 + u8();
        case 255 -> 253 + u8();
        default -> code;
      };
    }

    byte[] take(int length) {
      byte[] taken = bytes.copy(position, length);
      position += length;
      return taken;
    }

    int left() {
      return bytes.length() - position;
    }
  }

  /**
   * The points of a simple glyph: where each lies from the one before it, and on the curve or not.
   */
  private static final class Points {
    private final int[] dx;
    private final int[] dy;
    private final boolean[] onCurve;

    Points(int count) {
      dx = new int[count];
      dy = new int[count];
      onCurve = new boolean[count];
    }
  }

  private Woff2Glyphs(byte[] transformed) {
    Bytes all = new Bytes(transformed);
    overlapsStated = (all.u16(2) & OVERLAPS_STATED) != 0;
    count = all.u16(4);
    Stream[] streams = new Stream[STREAMS];
    int at = HEADER;
    for (int i = 0; i < STREAMS; i++) {
      int length = all.u32(8 + 4 * i);
      streams[i] = new Stream(new Bytes(all.copy(at, length)));
      at += length;
    }
    contours = streams[0];
    points = streams[1];
    flags = streams[2];
    glyphs = streams[3];
    composites = streams[4];
    boxes = streams[5];
    instructions = streams[6];
    boxBits = new Bytes(boxes.take(4 * ((count + 31) / 32)));
    overlapBits = all.from(at);
    loca = ByteBuffer.allocate(4 * (count + 1));
    leftEdges = new short[count];
  }

  /**
   * Reads a transformed {@code glyf} table.
   *
   * @param most bytes that the outlines may have
   * @throws IOException where they have more
   */
  static Woff2Glyphs read(byte[] transformed, long most) throws IOException {
    Woff2Glyphs read = new Woff2Glyphs(transformed);
    for (int glyph = 0; glyph < read.count; glyph++) {
      read.loca.putInt(read.glyf.size());
      read.glyph(glyph);
      if (read.glyf.size() > most) {
        throw SfntFile.broken(
            SfntFile.EMBEDDED, "its outlines are larger than a page may embed", null);
      }
    }
    read.loca.putInt(read.glyf.size());
    return read;
  }

  byte[] glyf() {
    return glyf.toByteArray();
  }

  /** With offsets of four bytes: {@code indexToLocFormat} 1. */
  byte[] loca() {
    return loca.array();
  }

  /**
   * Metrics without the side bearings that the outlines say as well (WOFF2 §5.4), made whole.
   *
   * @param advances how many glyphs have an advance of their own
   */
  byte[] metrics(byte[] transformed, int advances) {
    Stream in = new Stream(new Bytes(transformed));
    int left = in.u8();
    ByteBuffer widths = ByteBuffer.wrap(in.take(2 * advances));
    boolean ownBearings = (left & 1) == 0;
    boolean otherBearings = (left & 2) == 0;
    ByteBuffer metrics = ByteBuffer.allocate(4 * advances + 2 * Math.max(0, count - advances));
    for (int glyph = 0; glyph < advances; glyph++) {
      metrics.putShort(widths.getShort()).putShort(ownBearings ? in.i16() : leftEdges[glyph]);
    }
    for (int glyph = advances; glyph < count; glyph++) {
      metrics.putShort(otherBearings ? in.i16() : leftEdges[glyph]);
    }
    return metrics.array();
  }

  private void glyph(int glyph) {
    int number = contours.i16();
    if (number == COMPOSITE) {
      composite(glyph);
    } else if (number > 0) {
      simple(glyph, number);
    }
    while (glyf.size() % 4 != 0) {
      glyf.write(0);
    }
  }

  private boolean isSet(Bytes bits, int glyph) {
    return (bits.u8(glyph / 8) & (0x80 >> (glyph % 8))) != 0;
  }

  private void composite(int glyph) {
    int start = composites.position;
    boolean instructed = false;
    int flag;
    do {
      flag = composites.u16();
      instructed |= (flag & HAS_INSTRUCTIONS) != 0;
      composites.position += 2 + ((flag & ARGUMENTS_ARE_WORDS) != 0 ? 4 : 2) + scaleBytes(flag);
    } while ((flag & MORE_COMPONENTS) != 0);
    int end = composites.position;
    composites.position = start;
    word(COMPOSITE);
    box(glyph, boxes.take(8));
    glyf.writeBytes(composites.take(end - start));
    if (instructed) {
      instructions();
    }
  }

  private static int scaleBytes(int flag) {
    if ((flag & HAS_SCALE) != 0) {
      return 2;
    }
    if ((flag & HAS_TWO_SCALES) != 0) {
      return 4;
    }
    return (flag & HAS_MATRIX) != 0 ? 8 : 0;
  }

  private void simple(int glyph, int number) {
    int[] ends = new int[number];
    int total = 0;
    for (int i = 0; i < number; i++) {
      total += points.packed16();
      if (total > flags.left()) {
        throw new IndexOutOfBoundsException(total);
      }
      ends[i] = total - 1;
    }
    Points outline = points(total);
    word(number);
    box(glyph, isSet(boxBits, glyph) ? boxes.take(8) : around(outline));
    for (int end : ends) {
      word(end);
    }
    instructions();
    outline(outline, overlapsStated && isSet(overlapBits, glyph));
  }

  private Points points(int total) {
    Points read = new Points(total);
    for (int i = 0; i < total; i++) {
      int stated = flags.u8();
      read.onCurve[i] = stated < 0x80;
      offset(stated & 0x7F, read, i);
    }
    return read;
  }

  /** A point by its flag and one to four bytes (WOFF2 §5.2). */
  private void offset(int flag, Points to, int i) {
    int first = glyphs.u8();
    if (flag < 10) {
      to.dy[i] = signed(flag, ((flag & 14) << 7) + first);
    } else if (flag < 20) {
      to.dx[i] = signed(flag, (((flag - 10) & 14) << 7) + first);
    } else if (flag < 84) {
      int rest = flag - 20;
      to.dx[i] = signed(flag, 1 + (rest & 0x30) + (first >> 4));
      to.dy[i] = signed(flag >> 1, 1 + ((rest & 0x0C) << 2) + (first & 0x0F));
    } else if (flag < 120) {
      int rest = flag - 84;
      to.dx[i] = signed(flag, 1 + ((rest / 12) << 8) + first);
      to.dy[i] = signed(flag >> 1, 1 + (((rest % 12) >> 2) << 8) + glyphs.u8());
    } else if (flag < 124) {
      int second = glyphs.u8();
      to.dx[i] = signed(flag, (first << 4) + (second >> 4));
      to.dy[i] = signed(flag >> 1, ((second & 0x0F) << 8) + glyphs.u8());
    } else {
      to.dx[i] = signed(flag, (first << 8) + glyphs.u8());
      to.dy[i] = signed(flag >> 1, glyphs.u16());
    }
  }

  private static int signed(int flag, int size) {
    return (flag & 1) != 0 ? size : -size;
  }

  private static byte[] around(Points outline) {
    int x = 0;
    int y = 0;
    int left = Integer.MAX_VALUE;
    int bottom = Integer.MAX_VALUE;
    int right = Integer.MIN_VALUE;
    int top = Integer.MIN_VALUE;
    for (int i = 0; i < outline.dx.length; i++) {
      x += outline.dx[i];
      y += outline.dy[i];
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
    return outline.dx.length == 0
        ? new byte[8]
        : ByteBuffer.allocate(8)
            .putShort((short) left)
            .putShort((short) bottom)
            .putShort((short) right)
            .putShort((short) top)
            .array();
  }

  private void box(int glyph, byte[] box) {
    leftEdges[glyph] = ByteBuffer.wrap(box).getShort();
    glyf.writeBytes(box);
  }

  private void instructions() {
    int length = glyphs.packed16();
    word(length);
    glyf.writeBytes(instructions.take(length));
  }

  /** Flags and offsets of a simple glyph (OpenType 1.9 §glyf). */
  private void outline(Points outline, boolean overlaps) {
    ByteArrayOutputStream x = new ByteArrayOutputStream();
    ByteArrayOutputStream y = new ByteArrayOutputStream();
    for (int i = 0; i < outline.dx.length; i++) {
      int flag = outline.onCurve[i] ? ON_CURVE : 0;
      flag |= coordinate(outline.dx[i], X_SHORT, X_SAME_OR_POSITIVE, x);
      flag |= coordinate(outline.dy[i], Y_SHORT, Y_SAME_OR_POSITIVE, y);
      glyf.write(overlaps && i == 0 ? (flag | OVERLAP_SIMPLE) : flag);
    }
    glyf.writeBytes(x.toByteArray());
    glyf.writeBytes(y.toByteArray());
  }

  private static int coordinate(int value, int isShort, int same, ByteArrayOutputStream to) {
    if (value == 0) {
      return same;
    }
    if (Math.abs(value) < 256) {
      to.write(Math.abs(value));
      return value > 0 ? (isShort | same) : isShort;
    }
    to.write(value >> 8);
    to.write(value);
    return 0;
  }

  private void word(int value) {
    glyf.write(value >> 8);
    glyf.write(value);
  }
}
