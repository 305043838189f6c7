package dev.deckmill.api.orchestration.job;

/** When the pictures of a job's slides are drawn. */
public enum PreviewTime implements WireNamed {
  /** Each when somebody wants to see it: it costs a hundred times what its slide does. */
  WHEN_VIEWED("whenViewed"),
  /** All of them once the deck is there. */
  AFTER_DECK("afterDeck");

  private final String wireName;

  PreviewTime(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The choice of a wire name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PreviewTime of(String wireName) {
    return WireNamed.of(PreviewTime.class, wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
