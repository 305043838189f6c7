package dev.deckmill.svgpptx.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;

/** One font of a few glyphs as TrueType, WOFF and WOFF2, which {@code font/make.py} made. */
public final class OutlineFonts {
  private OutlineFonts() {}

  /**
   * The file.
   *
   * @param format {@code ttf}, {@code woff} or {@code woff2}
   */
  public static byte[] file(String format) {
    String name = "/font/outlines." + format;
    try (InputStream in = OutlineFonts.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rule that gives a page the font, as a family of that name. */
  public static String rule(String family, String format) {
    return rule(family, "", file(format));
  }

  /** Likewise, with further descriptors. */
  public static String rule(String family, String descriptors, byte[] file) {
    return "@font-face{font-family:%s;%ssrc:url(data:font/any;base64,%s)}"
        .formatted(family, descriptors, Base64.getEncoder().encodeToString(file));
  }
}
