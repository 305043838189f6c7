package dev.deckmill.svgpptx.parse.box;

import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text that {@code content} asks for (CSS Generated Content 3 §2): strings, attributes and
 * quotation marks.
 *
 * @param isWhole false where it asks for pictures or counters, which are not in the text
 */
public record GeneratedContent(String text, boolean isWhole) {
  /** What stands before or after the content of an element. */
  public static GeneratedContent of(String content, Element element) {
    StringBuilder text = new StringBuilder();
    boolean whole = true;
    int at = 0;
    int end = CssText.find(content, 0, content.length(), '/');
    while (at < end) {
      char c = content.charAt(at);
      if (c <= ' ') {
        at++;
        continue;
      }
      boolean quoted = c == '"' || c == '\'';
      int next = quoted ? CssText.stringEnd(content, at, end) : termEnd(content, at, end);
      String term = content.substring(at, next);
      String shown = quoted ? CssText.unquote(term) : shown(term, element);
      whole &= shown != null;
      text.append(shown == null ? "" : shown);
      at = next;
    }
    return new GeneratedContent(text.toString(), whole);
  }

  private static int termEnd(String content, int from, int end) {
    int at = from;
    while (at < end && " \t\n\r\f\"'(".indexOf(content.charAt(at)) < 0) {
      at++;
    }
    boolean isFunction = at < end && content.charAt(at) == '(';
    return isFunction ? CssText.blockEnd(content, at, end) : Math.max(at, from + 1);
  }

  private static @Nullable String shown(String term, Element element) {
    String attribute = CssText.arguments(term, "attr");
    if (attribute != null) {
      String value = element.attribute(attribute.strip());
      return value == null ? "" : value;
    }
    return switch (term.toLowerCase(Locale.ROOT)) {
      case "open-quote" -> "“";
      case "close-quote" -> "”";
      case "no-open-quote", "no-close-quote" -> "";
      default -> null;
    };
  }
}
