package dev.deckmill.svgpptx.parse.selector;

import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Attribute selectors (Selectors 4 §6). */
final class AttributeTest {
  private AttributeTest() {}

  /** What stands between the brackets; null where that is no test. */
  static Compound.@Nullable Test parse(String inside, Matching matching) {
    int equals = inside.indexOf('=');
    if (equals < 0) {
      String name = attributeName(inside);
      return name.isEmpty() ? null : element -> value(element, name) != null;
    }
    char operator = equals > 0 ? inside.charAt(equals - 1) : 0;
    boolean plain = "~|^$*".indexOf(operator) < 0;
    String name = attributeName(inside.substring(0, plain ? equals : equals - 1));
    String value = inside.substring(equals + 1).strip();
    boolean ignoreCase = hasFlag(value, 'i');
    if (ignoreCase || hasFlag(value, 's')) {
      value = value.substring(0, value.length() - 1);
    }
    String wanted = fold(CssText.unquote(value), ignoreCase);
    if (name.isEmpty()) {
      return null;
    }
    return element -> {
      String actual = value(element, name);
      matching.read(actual == null ? "" : actual);
      return actual != null && holds(plain ? '=' : operator, fold(actual, ignoreCase), wanted);
    };
  }

  /** A letter behind the value, which a quote or a space ends. */
  private static boolean hasFlag(String value, char flag) {
    int last = value.length() - 1;
    return last > 0
        && (value.charAt(last) | 0x20) == flag
        && " \"'".indexOf(value.charAt(last - 1)) >= 0;
  }

  private static boolean holds(char operator, String actual, String wanted) {
    return switch (operator) {
      case '=' -> actual.equals(wanted);
      case '~' -> Compound.hasWord(actual, wanted);
      case '|' -> actual.equals(wanted) || actual.startsWith(wanted + "-");
      case '^' -> !wanted.isEmpty() && actual.startsWith(wanted);
      case '$' -> !wanted.isEmpty() && actual.endsWith(wanted);
      default -> !wanted.isEmpty() && actual.contains(wanted);
    };
  }

  private static String fold(String value, boolean ignoreCase) {
    return ignoreCase ? value.toLowerCase(Locale.ROOT) : value;
  }

  /** A namespace stands before a bar in CSS and before a colon in our attribute names. */
  private static String attributeName(String written) {
    String name = CssText.unescape(written.strip());
    return name.startsWith("|") ? name.substring(1) : name.replace('|', ':');
  }

  /** With a star before the colon, that of any namespace or of none. */
  private static @Nullable String value(Element element, String name) {
    if (!name.startsWith("*:")) {
      return element.attribute(name);
    }
    String plain = element.attribute(name.substring(2));
    return plain == null ? element.attribute("xlink:" + name.substring(2)) : plain;
  }
}
