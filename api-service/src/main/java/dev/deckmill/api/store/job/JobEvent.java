package dev.deckmill.api.store.job;

/**
 * Something that happened to a job.
 *
 * @param number its place among the job's events, from 1
 * @param bodyJson what is told of it, a JSON object
 * @param last it tells of the job's end
 */
public record JobEvent(long number, Kind kind, String bodyJson, boolean last) {
  /** What it tells of. */
  public enum Kind {
    /** Where the job is. */
    JOB("job"),
    /** Which pages have moved. */
    PAGES("pages"),
    /** How far the deck is on its way to where it is delivered. */
    DELIVERY("delivery");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** Its name in answers and rows. */
    public String wireName() {
      return wireName;
    }

    static Kind of(String wireName) {
      return valueOf(wireName.toUpperCase(java.util.Locale.ROOT));
    }
  }
}
