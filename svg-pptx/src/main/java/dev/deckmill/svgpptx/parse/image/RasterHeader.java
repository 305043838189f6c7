package dev.deckmill.svgpptx.parse.image;

import dev.deckmill.svgpptx.ir.Picture.Format;
import dev.deckmill.svgpptx.ir.Picture.Raster;
import org.jspecify.annotations.Nullable;

/** Recognises a raster file's format by its first bytes and reads its size without decoding it. */
final class RasterHeader {
  private final byte[] bytes;

  private RasterHeader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The raster; null where the bytes are no format that is read, or are cut off. */
  static @Nullable Raster read(byte[] bytes) {
    RasterHeader header = new RasterHeader(bytes);
    if (header.starts(0, "\u0089PNG\r\n\u001a\n")) {
      return header.raster(Format.PNG, header.big32(16), header.big32(20));
    }
    if (header.starts(0, "GIF8")) {
      return header.raster(Format.GIF, header.little16(6), header.little16(8));
    }
    if (header.starts(0, "RIFF") && header.starts(8, "WEBP")) {
      return header.webp();
    }
    return header.starts(0, "\u00ff\u00d8\u00ff") ? header.jpeg() : null;
  }

  /** Whether it may be SVG, plain or gzip: nothing else may begin like that. */
  static boolean looksLikeSvg(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && i < 64 && bytes[i] <= ' ' && bytes[i] >= 0) {
      i++;
    }
    RasterHeader header = new RasterHeader(bytes);
    return i < bytes.length
        && (bytes[i] == '<'
            || header.starts(0, "\u001f\u008b")
            || header.starts(0, "\u00ef\u00bb\u00bf")
            || header.starts(0, "\u00ff\u00fe")
            || header.starts(0, "\u00fe\u00ff"));
  }

  private @Nullable Raster raster(Format format, long width, long height) {
    boolean sane = width > 0 && height > 0 && width < 1 << 20 && height < 1 << 20;
    return sane ? new Raster(format, bytes, (int) width, (int) height) : null;
  }

  /** The size stands in the frame header, which may come after many other segments. */
  private @Nullable Raster jpeg() {
    int at = 2;
    while (at + 9 < bytes.length) {
      if (u8(at) != 0xff) {
        return null;
      }
      int marker = u8(at + 1);
      if (marker == 0xff) {
        at++;
        continue;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return raster(Format.JPEG, big16(at + 7), big16(at + 5));
      }
      boolean bare = marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
      at += bare ? 2 : 2 + big16(at + 2);
    }
    return null;
  }

  private @Nullable Raster webp() {
    if (starts(12, "VP8 ")) {
      return raster(Format.WEBP, little16(26) & 0x3fff, little16(28) & 0x3fff);
    }
    if (starts(12, "VP8L")) {
      long bits = little16(21) | (long) little16(23) << 16;
      return raster(Format.WEBP, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    }
    if (starts(12, "VP8X")) {
      return raster(
          Format.WEBP, (little16(24) | u8(26) << 16) + 1L, (little16(27) | u8(29) << 16) + 1L);
    }
    return null;
  }

  private boolean starts(int at, String magic) {
    for (int i = 0; i < magic.length(); i++) {
      if (u8(at + i) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Beyond the end everything is 0, so a cut-off file has no size. */
  private int u8(int at) {
    return at < bytes.length ? bytes[at] & 0xff : 0;
  }

  private int big16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  private long big32(int at) {
    return (long) big16(at) << 16 | big16(at + 2);
  }

  private int little16(int at) {
    return u8(at) | u8(at + 1) << 8;
  }
}
