package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.selector.Matching;
import dev.deckmill.svgpptx.parse.selector.SelectorParser;
import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.List;
import java.util.Locale;

/** {@code @supports} (CSS Conditional 4 §2): by what is understood here. */
final class Supports {
  private static final int MOST_NESTING = 16;

  private final Values values;
  private final Matching matching;

  Supports(Values values, Matching matching) {
    this.values = values;
    this.matching = matching;
  }

  boolean holds(String condition) {
    return holds(condition, 0);
  }

  private boolean holds(String condition, int nesting) {
    List<String> words = CssText.words(condition.strip());
    if (words.isEmpty() || nesting > MOST_NESTING) {
      return false;
    }
    if (words.get(0).equalsIgnoreCase("not")) {
      return words.size() == 2 && !term(words.get(1), nesting);
    }
    boolean holds = term(words.get(0), nesting);
    for (int i = 1; i + 1 < words.size(); i += 2) {
      boolean next = term(words.get(i + 1), nesting);
      switch (words.get(i).toLowerCase(Locale.ROOT)) {
        case "and" -> holds &= next;
        case "or" -> holds |= next;
        default -> {
          return false;
        }
      }
    }
    return holds;
  }

  private boolean term(String term, int nesting) {
    int open = term.indexOf('(');
    if (open < 0 || !term.endsWith(")")) {
      return false;
    }
    String inside = term.substring(open + 1, term.length() - 1).strip();
    return switch (term.substring(0, open).toLowerCase(Locale.ROOT)) {
      case "" -> declarationOrCondition(inside, nesting);
      case "selector" -> !SelectorParser.parseList(inside, matching).isEmpty();
      case "font-format", "font-tech" -> true;
      default -> false;
    };
  }

  private boolean declarationOrCondition(String inside, int nesting) {
    int colon = CssText.find(inside, 0, inside.length(), ':');
    if (inside.startsWith("(") || colon == inside.length()) {
      return holds(inside, nesting + 1);
    }
    String name = inside.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String value = inside.substring(colon + 1).strip();
    Property property = Property.named(name);
    if (property != null) {
      return values.computable(property, value) != null;
    }
    return name.startsWith("--")
        || (Shorthands.has(name) && Shorthands.expand(name, value, (p, v) -> {}))
        || KnownProperties.isKnown(name);
  }
}
