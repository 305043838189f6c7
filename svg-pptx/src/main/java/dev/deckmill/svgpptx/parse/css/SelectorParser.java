package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.css.Selector.Combinator;
import dev.deckmill.svgpptx.parse.css.Selector.Link;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Selectors (Selectors 4): types, classes, ids, attributes, structural and logical pseudo-classes,
 * combinators. A list with anything else in it is invalid as a whole, as in browsers.
 */
final class SelectorParser {
  private static final int MOST_NESTING = 8;

  private final String text;
  private final int end;
  private final int nesting;
  private int at;
  private int specificity;

  private SelectorParser(String text, int nesting) {
    this.text = text;
    this.end = text.length();
    this.nesting = nesting;
  }

  /** The selectors of a list; empty where it is invalid. */
  static List<Selector> parseList(String list) {
    return parseList(list, 0);
  }

  private static List<Selector> parseList(String list, int nesting) {
    List<Selector> selectors = new ArrayList<>();
    int from = 0;
    while (from <= list.length()) {
      int comma = CssText.find(list, from, list.length(), ',');
      Selector selector =
          new SelectorParser(list.substring(from, comma).strip(), nesting).complex();
      if (selector == null) {
        return List.of();
      }
      selectors.add(selector);
      from = comma + 1;
    }
    return selectors;
  }

  private @Nullable Selector complex() {
    List<Compound> compounds = new ArrayList<>();
    List<Combinator> combinators = new ArrayList<>();
    while (true) {
      Compound compound = compound();
      if (compound == null) {
        return null;
      }
      compounds.add(compound);
      if (at >= end) {
        break;
      }
      Combinator combinator = combinator();
      if (combinator == null) {
        return null;
      }
      combinators.add(combinator);
    }
    int last = compounds.size() - 1;
    List<Link> links = new ArrayList<>(last);
    for (int i = last - 1; i >= 0; i--) {
      links.add(new Link(combinators.get(i), compounds.get(i)));
    }
    return new Selector(compounds.get(last), links, specificity);
  }

  private @Nullable Combinator combinator() {
    int start = at;
    skipSpace();
    Combinator combinator =
        switch (peek()) {
          case '>' -> Combinator.CHILD;
          case '+' -> Combinator.NEXT_SIBLING;
          case '~' -> Combinator.LATER_SIBLING;
          default -> null;
        };
    if (combinator == null) {
      return at > start ? Combinator.DESCENDANT : null;
    }
    at++;
    skipSpace();
    return combinator;
  }

  private @Nullable Compound compound() {
    int start = at;
    String type = null;
    String id = null;
    List<String> classes = new ArrayList<>(2);
    List<Compound.Test> tests = new ArrayList<>(2);
    if (peek() == '*') {
      at++;
    } else if (isName(peek())) {
      type = name();
      specificity += Selector.TYPE;
    }
    if (peek() == '|') { // a namespace: whichever, the local name decides
      at++;
      type = peek() == '*' ? null : name();
      at += type == null ? 1 : 0;
    }
    while (at < end) {
      char c = peek();
      if (c == '#') {
        at++;
        id = name();
        specificity += Selector.ID;
      } else if (c == '.') {
        at++;
        classes.add(name());
        specificity += Selector.CLASS;
      } else if (c == '[' || c == ':') {
        Compound.Test test = c == '[' ? attribute() : pseudoClass();
        if (test == null) {
          return null;
        }
        tests.add(test);
      } else {
        break;
      }
    }
    return at == start ? null : new Compound(type, id, classes, tests);
  }

  private Compound.@Nullable Test attribute() {
    int close = CssText.blockEnd(text, at, end);
    String inside = text.substring(at + 1, close - 1).strip();
    at = close;
    specificity += Selector.CLASS;
    return AttributeTest.parse(inside);
  }

  private Compound.@Nullable Test pseudoClass() {
    at++;
    String pseudo = name().toLowerCase(Locale.ROOT);
    if (peek() != '(') {
      specificity += Selector.CLASS;
      return PseudoClass.simple(pseudo);
    }
    int close = CssText.blockEnd(text, at, end);
    String inside = text.substring(at + 1, close - 1).strip();
    at = close;
    return switch (pseudo) {
      case "not", "is", "where", "matches" -> logical(pseudo, inside);
      default -> {
        specificity += Selector.CLASS;
        yield PseudoClass.functional(pseudo, inside.toLowerCase(Locale.ROOT));
      }
    };
  }

  private Compound.@Nullable Test logical(String pseudo, String inside) {
    List<Selector> selectors = nesting == MOST_NESTING ? List.of() : parseList(inside, nesting + 1);
    if (selectors.isEmpty()) {
      return null;
    }
    if (!pseudo.equals("where")) {
      int most = 0;
      for (Selector selector : selectors) {
        most = Math.max(most, selector.specificity());
      }
      specificity += most;
    }
    boolean wanted = !pseudo.equals("not");
    return element -> anyMatches(selectors, element) == wanted;
  }

  private static boolean anyMatches(List<Selector> selectors, Element element) {
    for (Selector selector : selectors) {
      if (selector.matches(element)) {
        return true;
      }
    }
    return false;
  }

  private char peek() {
    return at < end ? text.charAt(at) : 0;
  }

  private void skipSpace() {
    while (at < end && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private String name() {
    int start = at;
    while (at < end && (isName(text.charAt(at)) || text.charAt(at) == '\\')) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at, end);
    return CssText.unescape(text.substring(start, at));
  }

  private static boolean isName(char c) {
    int lower = c | 0x20;
    return (lower >= 'a' && lower <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '\\'
        || c > 127;
  }
}
