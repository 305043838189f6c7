package dev.deckmill.svgpptx.parse.xml;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.PageRejected.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Inflates an svgz page while counting, so that a bomb never unfolds. */
final class Gzip {
  /** Beyond this size a page may not be more than {@link #MOST_RATIO} times its gzip. */
  private static final long RATIO_COUNTS_FROM = 1 << 20;

  private static final long MOST_RATIO = 200;

  private Gzip() {}

  static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  static byte[] inflate(byte[] bytes, long limit) throws PageRejected {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4 * bytes.length);
    byte[] buffer = new byte[1 << 15];
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 13)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        if (out.size() > limit) {
          throw new PageRejected(
              Code.LIMIT_INFLATE,
              "The page inflates to more than " + limit + " bytes. Simplify or split it.");
        }
        if (out.size() > RATIO_COUNTS_FROM && out.size() > MOST_RATIO * bytes.length) {
          throw new PageRejected(
              Code.LIMIT_INFLATE,
              "The page inflates to more than " + MOST_RATIO + " times its size. Send it plain.");
        }
      }
    } catch (IOException broken) {
      throw new PageRejected(
          Code.GZIP_INVALID,
          "The page starts like gzip but can't be inflated: it is cut off or damaged. Send it"
              + " again.");
    }
    return out.toByteArray();
  }
}
