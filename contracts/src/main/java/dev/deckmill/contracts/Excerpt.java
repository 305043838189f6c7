package dev.deckmill.contracts;

/**
 * As much of a text as a message has room for. Pages say what they like, and a record that is too
 * large for Kafka is never sent; what was left out is marked by an ellipsis.
 */
public final class Excerpt {
  /** Stands at the end of a text that was cut, and counts. */
  public static final String ELLIPSIS = "…";

  /** The most characters (code points) of a page's title. */
  public static final int TITLE = 200;

  /** The most characters of what a page calls an element: its name or its id. */
  public static final int NAME = 120;

  /** The most characters of what a finding or a decision says. */
  public static final int REMARK = 500;

  /** The most characters of what a {@link Trouble} says. */
  public static final int TROUBLE = 1_000;

  private Excerpt() {}

  /**
   * The text, or its beginning.
   *
   * @param most how many characters (code points) it has at most, from 1
   */
  public static String of(String text, int most) {
    return text.length() <= most || text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + ELLIPSIS;
  }
}
