package dev.deckmill.contracts;

import java.util.List;

/**
 * The names of the Kafka topics. They are created when Deckmill is installed, never by a service.
 */
public final class Topics {
  /** Partitions of every topic. */
  public static final int PARTITIONS = 12;

  public static final String JOB_SUBMIT = "deckmill.job.submit";
  public static final String JOB_EVENTS = "deckmill.job.events";
  public static final String PAGE_FETCH = "deckmill.page.fetch";
  public static final String PAGE_CONVERT = "deckmill.page.convert";
  public static final String PAGE_CONVERT_BULK = "deckmill.page.convert.bulk";
  public static final String PAGE_CONVERT_SLOW = "deckmill.page.convert.slow";
  public static final String PAGE_PREVIEW = "deckmill.page.preview";
  public static final String PAGE_RESULT = "deckmill.page.result";
  public static final String DECK_PACKAGE = "deckmill.deck.package";
  public static final String DECK_PACKAGED = "deckmill.deck.packaged";
  public static final String DECK_UPLOAD = "deckmill.deck.upload";
  public static final String DECK_UPLOADED = "deckmill.deck.uploaded";

  private static final List<String> CONSUMED =
      List.of(
          PAGE_FETCH,
          JOB_SUBMIT,
          PAGE_CONVERT,
          PAGE_CONVERT_BULK,
          PAGE_CONVERT_SLOW,
          PAGE_PREVIEW,
          PAGE_RESULT,
          DECK_PACKAGE,
          DECK_PACKAGED,
          DECK_UPLOAD,
          DECK_UPLOADED);

  private Topics() {}

  /** The topic that takes the records of {@code topic} which can't be handled. */
  public static String deadLetters(String topic) {
    return topic + ".dlq";
  }

  /** Every topic to create, dead letters included. */
  public static List<String> all() {
    var all = new java.util.ArrayList<>(CONSUMED);
    CONSUMED.stream().map(Topics::deadLetters).forEach(all::add);
    all.add(JOB_EVENTS);
    return List.copyOf(all);
  }
}
