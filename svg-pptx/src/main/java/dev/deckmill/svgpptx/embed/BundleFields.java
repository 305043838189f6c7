package dev.deckmill.svgpptx.embed;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The kinds of field that a bundle is written with. */
final class BundleFields {
  private BundleFields() {}

  static void part(Part part, DataOutputStream data) throws IOException {
    data.writeBoolean(part.deflated());
    data.writeInt(part.crc32());
    data.writeInt(part.size());
    data.writeInt(part.bytes().length);
    data.write(part.bytes());
  }

  static void string(@Nullable String text, DataOutputStream data) throws IOException {
    if (text == null) {
      data.writeInt(-1);
    } else {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      data.writeInt(utf8.length);
      data.write(utf8);
    }
  }
}
