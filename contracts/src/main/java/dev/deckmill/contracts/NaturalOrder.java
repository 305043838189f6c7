package dev.deckmill.contracts;

import java.util.Comparator;

/**
 * The order of a deck's pages where only their names decide it, as in a ZIP file without a manifest
 * or a directory: numbers by value (p2 before p10), letters whatever their case; names that differ
 * in nothing else by their characters.
 */
public final class NaturalOrder implements Comparator<String> {
  @Override
  public int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int endLeft = chunkEnd(left, i);
      int endRight = chunkEnd(right, j);
      int order = compareChunks(left.substring(i, endLeft), right.substring(j, endRight));
      if (order != 0) {
        return order;
      }
      i = endLeft;
      j = endRight;
    }
    int rest = Integer.compare(left.length() - i, right.length() - j);
    return rest != 0 ? rest : left.compareTo(right);
  }

  private static int chunkEnd(String text, int from) {
    boolean digits = isDigit(text.charAt(from));
    int end = from + 1;
    while (end < text.length() && isDigit(text.charAt(end)) == digits) {
      end++;
    }
    return end;
  }

  private static int compareChunks(String left, String right) {
    return isDigit(left.charAt(0)) && isDigit(right.charAt(0))
        ? compareNumbers(left, right)
        : left.compareToIgnoreCase(right);
  }

  /** By value, of any length. */
  private static int compareNumbers(String left, String right) {
    String a = left.replaceFirst("^0+(?=.)", "");
    String b = right.replaceFirst("^0+(?=.)", "");
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
