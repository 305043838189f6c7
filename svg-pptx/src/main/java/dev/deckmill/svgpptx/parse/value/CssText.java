package dev.deckmill.svgpptx.parse.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Finding one's way in CSS text without tokenizing it: comments, strings and brackets. */
public final class CssText {
  private CssText() {}

  public static String withoutComments(String css) {
    StringBuilder out = new StringBuilder(css.length());
    int i = 0;
    while (i < css.length()) {
      char c = css.charAt(i);
      if (c == '"' || c == '\'') {
        int end = Math.min(css.length(), stringEnd(css, i, css.length()));
        out.append(css, i, end);
        i = end;
      } else if (css.startsWith("/*", i)) {
        int end = css.indexOf("*/", i + 2);
        i = end < 0 ? css.length() : end + 2;
        out.append(' ');
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  /**
   * The first {@code wanted} outside of strings and brackets, or {@code end}. A space stands for
   * all white space.
   */
  public static int find(String css, int from, int end, char wanted) {
    return find(css, from, end, c -> c == wanted || (wanted == ' ' && isSpace((char) c)));
  }

  private static int find(String css, int from, int end, IntPredicate wanted) {
    int depth = 0;
    for (int i = from; i < end; i++) {
      char c = css.charAt(i);
      if (depth == 0 && wanted.test(c)) {
        return i;
      }
      switch (c) {
        case '"', '\'' -> i = stringEnd(css, i, end) - 1;
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth = Math.max(0, depth - 1);
        case '\\' -> i++;
        default -> {
          // part of a word
        }
      }
    }
    return end;
  }

  /** The first semicolon or opening brace outside of strings and brackets, or {@code end}. */
  public static int findItemEnd(String css, int from, int end) {
    return find(css, from, end, c -> c == ';' || c == '{');
  }

  private static boolean isSpace(char c) {
    return c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  /** What is between the commas outside of brackets, trimmed. */
  public static List<String> list(String text) {
    List<String> parts = new ArrayList<>(2);
    int from = 0;
    while (from <= text.length()) {
      int comma = find(text, from, text.length(), ',');
      parts.add(text.substring(from, comma).strip());
      from = comma + 1;
    }
    return parts;
  }

  /** What is between white space outside of brackets. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>(4);
    int from = 0;
    while (from < text.length()) {
      int space = find(text, from, text.length(), ' ');
      if (space > from) {
        words.add(text.substring(from, space));
      }
      from = space + 1;
    }
    return words;
  }

  /** The argument list of a call of this function; null where the text is none. */
  public static @Nullable String arguments(String text, String function) {
    int open = function.length();
    boolean called =
        text.length() > open + 1
            && text.charAt(open) == '('
            && text.endsWith(")")
            && text.regionMatches(true, 0, function, 0, open);
    return called ? text.substring(open + 1, text.length() - 1) : null;
  }

  /** The position after the string that opens at {@code from}; a line's end is one (§4.3.5). */
  public static int stringEnd(String css, int from, int end) {
    char quote = css.charAt(from);
    for (int i = from + 1; i < end; i++) {
      char c = css.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      } else if (c == '\n') {
        return i;
      }
    }
    return end;
  }

  /** The position after the bracket that closes the one at {@code from}. */
  public static int blockEnd(String css, int from, int end) {
    char close =
        switch (css.charAt(from)) {
          case '(' -> ')';
          case '[' -> ']';
          default -> '}';
        };
    return Math.min(end, find(css, from + 1, end, close) + 1);
  }

  /** A name with its escapes resolved (CSS Syntax 3 §4.3.7). */
  public static String unescape(String name) {
    if (name.indexOf('\\') < 0) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    int i = 0;
    while (i < name.length()) {
      char c = name.charAt(i++);
      if (c != '\\' || i == name.length()) {
        out.append(c);
        continue;
      }
      int start = i;
      i = hexEnd(name, start);
      if (i == start) {
        out.append(name.charAt(i++));
      } else {
        int code = Integer.parseInt(name, start, i, 16);
        out.appendCodePoint(code == 0 || code > Character.MAX_CODE_POINT ? 0xfffd : code);
        i = Math.max(i, escapeEnd(name, start - 1));
      }
    }
    return out.toString();
  }

  /** The position after the escape that begins at {@code from}, with the space that ends it. */
  public static int escapeEnd(String text, int from) {
    int end = hexEnd(text, from + 1);
    if (end == from + 1) {
      return Math.min(text.length(), end + 1);
    }
    return end < text.length() && text.charAt(end) <= ' ' ? end + 1 : end;
  }

  private static int hexEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end < from + 6 && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    return end;
  }

  /** Takes the quotes off a string; anything else stays as it is. */
  public static String unquote(String text) {
    String bare = text.strip();
    int last = bare.length() - 1;
    return last >= 1
            && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
            && bare.charAt(last) == bare.charAt(0)
        ? unescape(bare.substring(1, last))
        : bare;
  }
}
