package dev.deckmill.api.intake;

/** A client's own words in an answer: short, and on one line. */
public final class Quoted {
  private static final int MOST = 60;

  private Quoted() {}

  /** The words, cut if they are long. */
  public static String cut(String words) {
    String plain = words.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= MOST ? plain : plain.substring(0, MOST) + "…";
  }
}
