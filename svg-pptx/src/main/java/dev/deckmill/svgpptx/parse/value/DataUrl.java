package dev.deckmill.svgpptx.parse.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code data:} URLs (RFC 2397). The media type is not believed, so it is not read either. */
public final class DataUrl {
  private DataUrl() {}

  /** The bytes; null where the URL is not well-formed. */
  public static byte @Nullable [] decode(String url) {
    int comma = url.indexOf(',');
    if (comma < 0) {
      return null;
    }
    boolean base64 = url.substring(0, comma).toLowerCase(Locale.ROOT).strip().endsWith(";base64");
    String body = url.substring(comma + 1);
    if (!base64) {
      return percentDecoded(body);
    }
    byte[] bytes =
        body.indexOf('%') < 0 ? body.getBytes(StandardCharsets.ISO_8859_1) : percentDecoded(body);
    try {
      return Base64.getMimeDecoder().decode(bytes);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static byte[] percentDecoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1]) : -1;
      int low = high < 0 ? -1 : hex(bytes[i + 2]);
      if (low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toByteArray();
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }
}
