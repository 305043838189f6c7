package dev.deckmill.api.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * What distinguishes one submission's content from another's: its options, and names and bytes of
 * its pages in their order. How it was packed does not count, as a form's boundary is another one
 * each time.
 */
final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Lower-case hex SHA-256. */
  static String of(Received received) {
    Fingerprint fingerprint = new Fingerprint();
    new TreeMap<>(received.fields())
        .forEach(
            (name, value) -> {
              fingerprint.add(name);
              fingerprint.add(value);
            });
    fingerprint.add("pages");
    for (ReceivedPage page : received.pages()) {
      fingerprint.add(page.name());
      fingerprint.add(page.content());
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  /** With its length before it: so no two sequences of texts run together into the same bytes. */
  private void add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
