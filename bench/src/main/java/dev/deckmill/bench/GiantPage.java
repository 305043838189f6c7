package dev.deckmill.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** XL: 20 MB in one file, 100,000 curves in all their digits and a picture that fills the rest. */
final class GiantPage {
  private static final int BYTES = 20_000_000;
  private static final int PATHS = 4_000;
  private static final int CURVES = 25;
  private static final int PICTURE_WIDTH = 1_000;

  private GiantPage() {}

  static String svg(int number) {
    var draft = new Draft(4_000 + number, "Giant " + number);
    for (int i = 0; i < PATHS; i++) {
      path(draft, i);
    }
    // Three bytes a pixel, four characters to three bytes.
    int rows = Math.max(1, (BYTES - draft.length()) / 4 / PICTURE_WIDTH);
    draft.add("<image x='10' y='10' width='200' height='200' xlink:href='data:image/png;base64,");
    draft.add(Base64.getEncoder().encodeToString(picture(draft, rows)));
    draft.add("'/>\n");
    return draft.finished();
  }

  private static void path(Draft draft, int number) {
    double x = draft.between(0, Draft.WIDTH);
    double y = draft.between(0, Draft.HEIGHT);
    draft.add("<path\n   id='path%d'\n   style='fill:%s;", number, draft.color());
    draft.add("fill-opacity:1;fill-rule:evenodd;stroke:#000000;stroke-width:0.26458332px;");
    draft.add("stroke-linecap:butt;stroke-linejoin:miter;stroke-opacity:1;stroke-miterlimit:4;");
    draft.add("stroke-dasharray:none'\n   d='M " + x + "," + y);
    for (int i = 0; i < CURVES; i++) {
      draft.add(" C");
      for (int point = 0; point < 3; point++) {
        draft.add(" " + (x + draft.between(-30, 30)) + "," + (y + draft.between(-30, 30)));
      }
    }
    draft.add("' />\n");
  }

  /** A PNG of noise, which deflates badly, as photographs do. */
  private static byte[] picture(Draft draft, int rows) {
    byte[] pixels = draft.noise(rows * (1 + 3 * PICTURE_WIDTH));
    for (int row = 0; row < rows; row++) {
      pixels[row * (1 + 3 * PICTURE_WIDTH)] = 0; // this row's filter: none
    }
    var png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte depth = 8;
    byte rgb = 2;
    ByteBuffer header = ByteBuffer.allocate(13).putInt(PICTURE_WIDTH).putInt(rows);
    chunk(png, "IHDR", header.put(depth).put(rgb).array());
    chunk(png, "IDAT", deflated(pixels));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(content);
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(name);
    png.writeBytes(content);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] deflated(byte[] bytes) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] out = new byte[bytes.length + bytes.length / 100 + 1_024];
      return Arrays.copyOf(out, deflater.deflate(out));
    } finally {
      deflater.end();
    }
  }
}
