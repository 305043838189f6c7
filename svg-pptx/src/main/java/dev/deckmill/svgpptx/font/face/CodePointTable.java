package dev.deckmill.svgpptx.font.face;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One number a code point, in pages of 256 that are shared where equal: the 20,000 ideographs of a
 * CJK font, all one em wide, cost one page.
 */
public final class CodePointTable {
  /** What {@link #get} answers for a code point that has no number. */
  static final int MISSING = -1;

  private static final char ABSENT = 0xFFFF;
  private static final char[] EMPTY = emptyPage();

  private final char[][] pages;

  private CodePointTable(char[][] pages) {
    this.pages = pages;
  }

  /** 0 to 65534, or {@link #MISSING}. */
  int get(int codePoint) {
    int page = codePoint >>> 8;
    if (page >= pages.length) {
      return MISSING;
    }
    char value = pages[page][codePoint & 0xFF];
    return value == ABSENT ? MISSING : value;
  }

  public static Builder builder() {
    return new Builder();
  }

  private static char[] emptyPage() {
    char[] page = new char[256];
    Arrays.fill(page, ABSENT);
    return page;
  }

  /** Collects numbers; a later one for the same code point is ignored. */
  public static final class Builder {
    private final char[][] pages = new char[(Character.MAX_CODE_POINT >>> 8) + 1][];
    private int used;

    /** {@code value} from 0 to 65534. */
    public void put(int codePoint, int value) {
      int page = codePoint >>> 8;
      char[] numbers = pages[page];
      if (numbers == null) {
        numbers = emptyPage();
        pages[page] = numbers;
        used = Math.max(used, page + 1);
      }
      if (numbers[codePoint & 0xFF] == ABSENT) {
        numbers[codePoint & 0xFF] = (char) value;
      }
    }

    public CodePointTable build() {
      Map<Integer, char[]> shared = new HashMap<>();
      char[][] result = new char[used][];
      for (int i = 0; i < used; i++) {
        char[] page = pages[i];
        if (page == null) {
          result[i] = EMPTY;
          continue;
        }
        char[] same = shared.putIfAbsent(Arrays.hashCode(page), page);
        result[i] = same != null && Arrays.equals(same, page) ? same : page;
      }
      return new CodePointTable(result);
    }
  }
}
