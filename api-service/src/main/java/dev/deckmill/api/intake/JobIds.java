package dev.deckmill.api.intake;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/**
 * Makes job ids: 26 letters and digits, of which the first ten tell the time, so that neighbours in
 * time are neighbours in the index, and the others are 80 random bits, so that nobody can guess
 * one.
 */
@Singleton
final class JobIds {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;

  private final SecureRandom random = new SecureRandom();

  String next() {
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
