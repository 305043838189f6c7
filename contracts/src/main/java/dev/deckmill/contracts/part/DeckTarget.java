package dev.deckmill.contracts.part;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of places that a deck can be delivered to. */
public enum DeckTarget {
  /** Google Drive. */
  DRIVE,
  /** A directory that drive-service can write to. */
  FILES,
  /** A bucket that speaks S3. */
  S3;

  /** Its name in requests and rows. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a wire name. */
  public static Optional<DeckTarget> of(String wireName) {
    return Stream.of(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }
}
