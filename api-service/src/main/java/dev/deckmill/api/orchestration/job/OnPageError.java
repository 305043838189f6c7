package dev.deckmill.api.orchestration.job;

import java.util.stream.Stream;

/** What a page that failed does to its job. */
public enum OnPageError {
  /** A slide that says what failed takes its place, so that the numbering is kept. */
  PLACEHOLDER("placeholder"),
  /** The deck has no slide for it. */
  SKIP("skip"),
  /** The job fails with it. */
  FAIL_JOB("failJob");

  private final String wireName;

  OnPageError(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The choice of a wire name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static OnPageError of(String wireName) {
    return Stream.of(values())
        .filter(choice -> choice.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such choice: " + wireName));
  }

  /** Its name in requests and rows. */
  public String wireName() {
    return wireName;
  }
}
