package dev.deckmill.svgpptx.parse.css;

/** Finding one's way in CSS text without tokenizing it: comments, strings and brackets. */
final class CssText {
  private CssText() {}

  static String withoutComments(String css) {
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

  /** The first {@code wanted} outside of strings and brackets, or {@code end}. */
  static int find(String css, int from, int end, char wanted) {
    int depth = 0;
    for (int i = from; i < end; i++) {
      char c = css.charAt(i);
      if (c == wanted && depth == 0) {
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

  /** The position after the string that opens at {@code from}. */
  private static int stringEnd(String css, int from, int end) {
    char quote = css.charAt(from);
    for (int i = from + 1; i < end; i++) {
      char c = css.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    return end;
  }

  /** The position after the bracket that closes the one at {@code from}. */
  static int blockEnd(String css, int from, int end) {
    char close =
        switch (css.charAt(from)) {
          case '(' -> ')';
          case '[' -> ']';
          default -> '}';
        };
    return Math.min(end, find(css, from + 1, end, close) + 1);
  }

  /** A name with its escapes resolved (CSS Syntax 3 §4.3.7). */
  static String unescape(String name) {
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
      while (i < name.length() && i < start + 6 && Character.digit(name.charAt(i), 16) >= 0) {
        i++;
      }
      if (i == start) {
        out.append(name.charAt(i++));
      } else {
        int code = Integer.parseInt(name, start, i, 16);
        out.appendCodePoint(code == 0 || code > Character.MAX_CODE_POINT ? 0xfffd : code);
        if (i < name.length() && name.charAt(i) == ' ') {
          i++;
        }
      }
    }
    return out.toString();
  }

  /** Takes the quotes off a string; anything else stays as it is. */
  static String unquote(String text) {
    String bare = text.strip();
    int last = bare.length() - 1;
    return last >= 1
            && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
            && bare.charAt(last) == bare.charAt(0)
        ? unescape(bare.substring(1, last))
        : bare;
  }
}
