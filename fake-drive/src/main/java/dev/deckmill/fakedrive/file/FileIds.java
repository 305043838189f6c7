package dev.deckmill.fakedrive.file;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * Ids as Drive makes them: some 30 characters. The last ones are a checksum of the others, so that
 * an id that was never handed out is known as such without keeping a list (Drive refuses those,
 * too).
 */
public final class FileIds {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final int FREE = 26;

  private final SecureRandom random = new SecureRandom();

  /** A new id, random and with its checksum. */
  public String next() {
    StringBuilder id = new StringBuilder("1");
    random.ints(FREE - 1, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(id::append);
    return id + check(id.toString());
  }

  /** Whether an id was made by {@link #next}, in this process or an earlier one. */
  public boolean handedOut(String id) {
    return id.length() == FREE + 6 && id.substring(FREE).equals(check(id.substring(0, FREE)));
  }

  private static String check(String free) {
    CRC32 crc = new CRC32();
    crc.update(free.getBytes(StandardCharsets.UTF_8));
    long value = crc.getValue();
    StringBuilder letters = new StringBuilder();
    for (int shift = 0; shift < 36; shift += 6) {
      letters.append(ALPHABET.charAt((int) (value >>> shift) & 63));
    }
    return letters.toString();
  }
}
