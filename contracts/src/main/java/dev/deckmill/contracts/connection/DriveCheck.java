package dev.deckmill.contracts.connection;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a delivery needs, and whether it is there.
 *
 * @param name what was looked at, in a few words
 * @param outcome what was found
 * @param found what is so, in a sentence
 * @param mend what to do; null where nothing is to be done
 */
public record DriveCheck(String name, Outcome outcome, String found, @Nullable String mend) {
  /** What was found. */
  public enum Outcome {
    OK,
    /** It works, but should be otherwise. */
    ADVICE,
    /** It does not work like this. */
    PROBLEM,
    /** It could not be looked at, because of an earlier problem. */
    SKIPPED
  }

  public DriveCheck {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(found, "found");
  }

  /** It is as it should be. */
  public static DriveCheck ok(String name, String found) {
    return new DriveCheck(name, Outcome.OK, found, null);
  }

  /** It works, but should be otherwise. */
  public static DriveCheck advice(String name, String found, String mend) {
    return new DriveCheck(name, Outcome.ADVICE, found, mend);
  }

  /** It does not work like this. */
  public static DriveCheck problem(String name, String found, String mend) {
    return new DriveCheck(name, Outcome.PROBLEM, found, mend);
  }

  /** It was not looked at. */
  public static DriveCheck skipped(String name, String why) {
    return new DriveCheck(name, Outcome.SKIPPED, why, null);
  }
}
