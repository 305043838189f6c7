package dev.deckmill.allinone.pages;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders names as people do: p2 before p10, whatever the letters' case. */
final class NaturalOrder implements Comparator<String> {
  private static final Pattern CHUNK = Pattern.compile("[0-9]+|[^0-9]+");

  @Override
  public int compare(String left, String right) {
    var lefts = CHUNK.matcher(left).results().iterator();
    var rights = CHUNK.matcher(right).results().iterator();
    while (lefts.hasNext() && rights.hasNext()) {
      int order = compareChunks(lefts.next(), rights.next());
      if (order != 0) {
        return order;
      }
    }
    int length = Boolean.compare(lefts.hasNext(), rights.hasNext());
    return length != 0 ? length : left.compareTo(right);
  }

  private static int compareChunks(MatchResult left, MatchResult right) {
    String a = left.group();
    String b = right.group();
    if (isNumber(a) && isNumber(b)) {
      return new BigInteger(a).compareTo(new BigInteger(b));
    }
    return String.CASE_INSENSITIVE_ORDER.compare(a, b);
  }

  private static boolean isNumber(String chunk) {
    return chunk.charAt(0) >= '0' && chunk.charAt(0) <= '9';
  }
}
