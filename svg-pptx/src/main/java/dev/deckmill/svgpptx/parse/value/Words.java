package dev.deckmill.svgpptx.parse.value;

import java.util.ArrayList;
import java.util.List;

/** Words with white space or commas between them. */
public final class Words {
  private Words() {}

  /** The words, as written; empty for a blank text. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>(4);
    int at = 0;
    int end = text.length();
    while (at < end) {
      while (at < end && isGap(text.charAt(at))) {
        at++;
      }
      int start = at;
      while (at < end && !isGap(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(text.substring(start, at));
      }
    }
    return words;
  }

  private static boolean isGap(char c) {
    return ValueReader.isSpace(c) || c == ',';
  }
}
