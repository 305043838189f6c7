package dev.deckmill.api.orchestration.job;

/** What a page that failed does to its job. */
public enum OnPageError implements WireNamed {
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
    return WireNamed.of(OnPageError.class, wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
