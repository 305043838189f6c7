package dev.deckmill.svgpptx.parse.selector;

import dev.deckmill.svgpptx.parse.selector.Selector.Combinator;
import dev.deckmill.svgpptx.parse.selector.Selector.Link;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Selectors (Selectors 4): types, classes, ids, attributes, structural and logical pseudo-classes,
 * combinators. A list with anything else in it is invalid as a whole, as in browsers.
 */
public final class SelectorParser {
  private static final int MOST_NESTING = 8;

  /** In a row, each found by way of the one behind it: pages nest no deeper. */
  private static final int MOST_COMPOUNDS = 256;

  private final String text;
  private final int end;
  private final Scope scope;
  private int at;
  private int specificity;
  private boolean nests;

  private SelectorParser(String text, Scope scope) {
    this.text = text;
    this.end = text.length();
    this.scope = scope;
  }

  /**
   * What selectors are read within.
   *
   * @param outer what {@code &} stands for, the rule's selectors around this one; null: there is
   *     none, and it is the root
   * @param roots what {@code :scope} stands for; null: the page's root
   * @param relative whether they may begin with a combinator, and are descendants if they don't
   * @param depth of brackets around them
   */
  private record Scope(
      Matching matching,
      @Nullable List<Selector> outer,
      @Nullable List<Selector> roots,
      boolean relative,
      int depth) {
    Scope inBrackets() {
      return new Scope(matching, outer, roots, false, depth + 1);
    }

    boolean isRoot(Element element) {
      return outer == null ? element.parent() == null : matching.matchesAny(outer, element);
    }
  }

  /** The selectors of a list; empty where it is invalid. */
  public static List<Selector> parseList(String list, Matching matching) {
    return parseList(list, new Scope(matching, null, null, false, 0));
  }

  /**
   * The selectors of a rule inside of another (CSS Nesting 1 §3); empty where it is invalid.
   *
   * @param roots of the scope that the rule stands in (CSS Cascade 6 §2.5), or null
   */
  public static List<Selector> parseNested(
      String list, List<Selector> outer, @Nullable List<Selector> roots, Matching matching) {
    return parseList(list, new Scope(matching, outer, roots, true, 0));
  }

  /** Those of a scope with an end: no limit is met on the way up to a root (CSS Cascade 6 §2.5). */
  public static List<Selector> bounded(
      List<Selector> selectors, List<Selector> roots, List<Selector> limits, Matching matching) {
    Compound.Test isInside =
        element -> {
          for (Element e = element; e != null; e = e.parent()) {
            if (matching.matchesAny(limits, e)) {
              return false;
            }
            if (matching.matchesAny(roots, e)) {
              return true;
            }
          }
          return false;
        };
    return selectors.stream()
        .map(
            each ->
                new Selector(
                    each.subject().and(isInside), each.links(), each.specificity(), matching))
        .toList();
  }

  private static List<Selector> parseList(String list, Scope scope) {
    List<Selector> selectors = new ArrayList<>();
    int from = 0;
    while (from <= list.length()) {
      int comma = CssText.find(list, from, list.length(), ',');
      Selector selector = new SelectorParser(list.substring(from, comma).strip(), scope).complex();
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
    if (scope.relative() && ">+~".indexOf(peek()) >= 0 && peek() != 0) {
      compounds.add(nesting());
      combinators.add(combinator());
    }
    while (true) {
      Compound compound = compound();
      if (compound == null) {
        return null;
      }
      compounds.add(compound);
      if (compounds.size() > MOST_COMPOUNDS) {
        return null;
      }
      if (at >= end) {
        break;
      }
      Combinator combinator = combinator();
      if (combinator == null) {
        return null;
      }
      combinators.add(combinator);
    }
    if (scope.relative() && !nests) {
      compounds.add(0, nesting());
      combinators.add(0, Combinator.DESCENDANT);
    }
    return selector(compounds, combinators);
  }

  private Selector selector(List<Compound> compounds, List<Combinator> combinators) {
    int last = compounds.size() - 1;
    List<Link> links = new ArrayList<>(last);
    for (int i = last - 1; i >= 0; i--) {
      links.add(new Link(combinators.get(i), compounds.get(i)));
    }
    return new Selector(compounds.get(last), links, specificity, scope.matching());
  }

  /** {@code &} where it is not written. */
  private Compound nesting() {
    return new Compound(null, null, List.of(), List.of(outer()));
  }

  private Compound.Test outer() {
    nests = true;
    specificity += scope.outer() == null ? 0 : most(scope.outer());
    return scope::isRoot;
  }

  private static int most(List<Selector> selectors) {
    int most = 0;
    for (Selector selector : selectors) {
      most = Math.max(most, selector.specificity());
    }
    return most;
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
        if (id.isEmpty()) {
          return null;
        }
        specificity += Selector.ID;
      } else if (c == '.') {
        at++;
        String name = name();
        if (name.isEmpty()) {
          return null;
        }
        classes.add(name);
        specificity += Selector.CLASS;
      } else if (c == '[' || c == ':' || c == '&') {
        Compound.Test test = test(c);
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

  private Compound.@Nullable Test test(char first) {
    if (first == '&') {
      at++;
      return outer();
    }
    return first == '[' ? attribute() : pseudo();
  }

  private Compound.@Nullable Test attribute() {
    String inside = block(']');
    specificity += Selector.CLASS;
    return AttributeTest.parse(inside, scope.matching());
  }

  private Compound.@Nullable Test pseudo() {
    at++;
    boolean element = peek() == ':';
    at += element ? 1 : 0;
    String pseudo = name().toLowerCase(Locale.ROOT);
    String argument = peek() == '(' ? block(')') : null;
    if (element) {
      specificity += Selector.TYPE;
      return PseudoClass.pseudoElement(pseudo);
    }
    if (argument == null) {
      specificity += Selector.CLASS;
      if (pseudo.equals("scope") && scope.roots() != null) {
        nests = true;
        List<Selector> roots = scope.roots();
        return candidate -> scope.matching().matchesAny(roots, candidate);
      }
      Compound.Test test = new PseudoClass(scope.matching()).simple(pseudo);
      return test == null ? PseudoClass.pseudoElement(pseudo) : test;
    }
    return switch (pseudo) {
      case "not", "is", "where", "matches", "any", "-webkit-any", "-moz-any" ->
          logical(pseudo, argument);
      case "has" -> has(argument);
      case "nth-child", "nth-last-child" -> nth(pseudo, argument);
      default -> functional(pseudo, argument);
    };
  }

  /** What stands in brackets; those that nothing closes end with the text (CSS Syntax 3 §5.4.8). */
  private String block(char close) {
    int to = CssText.find(text, at + 1, end, close);
    String inside = text.substring(at + 1, to).strip();
    at = Math.min(end, to + 1);
    return inside;
  }

  private Compound.@Nullable Test functional(String pseudo, String argument) {
    specificity += Selector.CLASS;
    return new PseudoClass(scope.matching()).functional(pseudo, argument.toLowerCase(Locale.ROOT));
  }

  private List<Selector> inside(String list) {
    return scope.depth() == MOST_NESTING ? List.of() : parseList(list, scope.inBrackets());
  }

  private Compound.@Nullable Test logical(String pseudo, String list) {
    boolean forgiving = !pseudo.equals("not");
    List<Selector> selectors = forgiving ? forgiving(list) : inside(list);
    if (selectors.isEmpty() && !forgiving) {
      return null;
    }
    nests |= list.indexOf('&') >= 0;
    specificity += pseudo.equals("where") ? 0 : most(selectors);
    Matching matching = scope.matching();
    return element -> matching.matchesAny(selectors, element) == forgiving;
  }

  /** What is valid of a list (Selectors 4 §4.4). */
  private List<Selector> forgiving(String list) {
    List<Selector> selectors = new ArrayList<>();
    int from = 0;
    while (from <= list.length()) {
      int comma = CssText.find(list, from, list.length(), ',');
      selectors.addAll(inside(list.substring(from, comma)));
      from = comma + 1;
    }
    return selectors;
  }

  private Compound.@Nullable Test has(String list) {
    Matching matching = scope.matching();
    if (scope.depth() == MOST_NESTING) {
      return null;
    }
    List<Selector> relative = new ArrayList<>();
    int from = 0;
    while (from <= list.length()) {
      int comma = CssText.find(list, from, list.length(), ',');
      SelectorParser parser =
          new SelectorParser(list.substring(from, comma).strip(), scope.inBrackets());
      Selector selector = parser.relative();
      if (selector == null) {
        return null;
      }
      relative.add(selector);
      from = comma + 1;
    }
    specificity += most(relative);
    return element -> matching.has(element, relative);
  }

  /** A selector behind the element that has to have it. */
  private @Nullable Selector relative() {
    Combinator first = ">+~".indexOf(peek()) >= 0 ? combinator() : Combinator.DESCENDANT;
    Selector selector = complex();
    if (first == null || selector == null) {
      return null;
    }
    List<Link> links = new ArrayList<>(selector.links());
    Compound.Test isScope = scope.matching()::isScope;
    links.add(new Link(first, new Compound(null, null, List.of(), List.of(isScope))));
    return new Selector(selector.subject(), links, selector.specificity(), scope.matching());
  }

  /** With or without {@code of} and a list. */
  private Compound.@Nullable Test nth(String pseudo, String argument) {
    int of = argument.toLowerCase(Locale.ROOT).indexOf(" of ");
    if (of < 0) {
      return functional(pseudo, argument);
    }
    List<Selector> selectors = inside(argument.substring(of + 4));
    if (selectors.isEmpty()) {
      return null;
    }
    specificity += Selector.CLASS + most(selectors);
    boolean fromEnd = pseudo.equals("nth-last-child");
    return NthTest.parse(
        argument.substring(0, of).toLowerCase(Locale.ROOT),
        NthTest.among(selectors, scope.matching(), fromEnd));
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
      at = text.charAt(at) == '\\' ? CssText.escapeEnd(text, at) : at + 1;
    }
    return CssText.unescape(text.substring(start, at));
  }

  private static boolean isName(char c) {
    int lower = c | 0x20;
    boolean plain = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c > 127;
    return plain || c == '-' || c == '_' || c == '\\';
  }
}
