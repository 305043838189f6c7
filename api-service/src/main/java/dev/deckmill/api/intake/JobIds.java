package dev.deckmill.api.intake;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Makes job ids: 26 letters and digits, of which the first ten encode the time, so that neighbours
 * in time are neighbours in the index, and the others are 80 random bits, so that nobody can guess
 * one. The inherited API's are shorter and of random bits alone.
 */
@Singleton
final class JobIds {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final String BATCH_PREFIX = "batch_";
  private static final int BATCH_BYTES = 6;
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;

  private final SecureRandom random = new SecureRandom();

  /** An id of that form that nobody has been given, as far as is known here. */
  String next(JobIdForm form) {
    return switch (form) {
      case OWN -> own();
      case BATCH -> BATCH_PREFIX + batch();
    };
  }

  private String batch() {
    byte[] bytes = new byte[BATCH_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private String own() {
    StringBuilder id = new StringBuilder(TIME_CHARACTERS + RANDOM_CHARACTERS);
    long time = System.currentTimeMillis();
    for (int shift = 5 * (TIME_CHARACTERS - 1); shift >= 0; shift -= 5) {
      id.append(ALPHABET.charAt((int) (time >>> shift) & 31));
    }
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
