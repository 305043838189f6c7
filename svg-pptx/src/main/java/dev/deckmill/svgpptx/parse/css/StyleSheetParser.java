package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.atrule.CascadeLayer;
import dev.deckmill.svgpptx.parse.atrule.FontFaceRule;
import dev.deckmill.svgpptx.parse.atrule.MediaQuery;
import dev.deckmill.svgpptx.parse.selector.Selector;
import dev.deckmill.svgpptx.parse.selector.SelectorParser;
import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code style} elements (CSS Syntax 3 §5): rules, rules inside of rules, and the
 * at-rules that change a drawing. Whatever is not understood is left out up to its end.
 */
final class StyleSheetParser {
  private static final int MOST_NESTING = 24;

  /** Nothing of them is seen in a drawing that is looked at once. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "charset",
          "namespace",
          "page",
          "counter-style",
          "font-feature-values",
          "font-palette-values",
          "view-transition",
          "starting-style",
          "position-try",
          "color-profile",
          "viewport",
          "-ms-viewport",
          "-webkit-viewport",
          "container");

  private final String css;
  private final StyleSheet out;
  private final MediaQuery media;
  private final Values values;
  private final Consumer<String> problem;

  private StyleSheetParser(
      String css, StyleSheet out, MediaQuery media, Values values, Consumer<String> problem) {
    this.css = css;
    this.out = out;
    this.media = media;
    this.values = values;
    this.problem = problem;
  }

  /**
   * Adds the rules of a sheet.
   *
   * @param problem receives a clause for each thing left out
   */
  static void parse(
      String css, StyleSheet out, MediaQuery media, Values values, Consumer<String> problem) {
    String text = CssText.withoutComments(css).replace("<!--", "").replace("-->", "");
    new StyleSheetParser(text, out, media, values, problem)
        .items(0, text.length(), new Place(null, null, List.of(), out.unlayered(), 0));
  }

  /**
   * Where a rule stands.
   *
   * @param outer the selectors of the rule around it, or null
   * @param roots of the scope around it, or null
   * @param limits where what is inside of those ends
   */
  private record Place(
      @Nullable List<Selector> outer,
      @Nullable List<Selector> roots,
      List<Selector> limits,
      CascadeLayer layer,
      int nesting) {
    Place inside(List<Selector> selectors) {
      return new Place(selectors, roots, List.of(), layer, nesting + 1);
    }

    Place deeper() {
      return new Place(outer, roots, limits, layer, nesting + 1);
    }

    Place inLayer(String name) {
      return new Place(outer, roots, limits, layer.named(name), nesting + 1);
    }

    Place inScope(List<Selector> scopeRoots, List<Selector> scopeLimits) {
      return new Place(scopeRoots, scopeRoots, scopeLimits, layer, nesting + 1);
    }
  }

  private void items(int from, int end, Place place) {
    if (place.nesting() > MOST_NESTING) {
      problem.accept("rules nest deeper than " + MOST_NESTING);
      return;
    }
    DeclarationParser own = new DeclarationParser(values, problem);
    boolean isInRule = place.outer() != null;
    int at = from;
    while (at < end) {
      char c = css.charAt(at);
      if (c <= ' ' || (c == ';' && isInRule)) {
        at++;
        continue;
      }
      // outside of rules a semicolon ends at-rules alone: before a selector it is part of that
      int stop =
          c == '@' || isInRule
              ? CssText.findItemEnd(css, at, end)
              : CssText.find(css, at, end, '{');
      boolean isBlock = stop < end && css.charAt(stop) == '{';
      if (isBlock && !css.startsWith("--", at)) {
        own = flush(own, place);
        int close = CssText.blockEnd(css, stop, end);
        int inner = close - (css.charAt(close - 1) == '}' && close - 1 > stop ? 1 : 0);
        block(css.substring(at, stop).strip(), stop + 1, inner, place);
        at = close;
      } else {
        stop = isBlock ? CssText.find(css, at, end, ';') : stop;
        item(at, stop, own, place);
        at = stop + 1;
      }
    }
    flush(own, place);
  }

  /** What is no block: a statement, or a declaration of the rule around it. */
  private void item(int from, int end, DeclarationParser own, Place place) {
    if (css.charAt(from) == '@') {
      statement(css.substring(from, end), place);
    } else if (place.outer() == null) {
      if (css.substring(from, end).replace(';', ' ').isBlank()) {
        return;
      }
      problem.accept("a style sheet ends in the middle of a rule");
    } else {
      own.read(css, from, end);
    }
  }

  /** Declarations between nested rules stand where they are (CSS Nesting 1 §4). */
  private DeclarationParser flush(DeclarationParser own, Place place) {
    if (place.outer() == null || own.declarations().isEmpty()) {
      return own;
    }
    out.add(place.outer(), own.declarations(), place.layer());
    return new DeclarationParser(values, problem);
  }

  private void block(String prelude, int from, int end, Place place) {
    if (prelude.startsWith("@")) {
      int space = nameEnd(prelude);
      String name = prelude.substring(1, space).toLowerCase(Locale.ROOT);
      atRule(name, prelude.substring(space).strip(), from, end, place);
      return;
    }
    List<Selector> selectors =
        place.outer() == null
            ? SelectorParser.parseList(prelude, out.matching())
            : SelectorParser.parseNested(prelude, place.outer(), place.roots(), out.matching());
    if (selectors.isEmpty()) {
      problem.accept("a style rule has a selector that is not understood");
    } else {
      items(from, end, place.inside(bounded(selectors, place)));
    }
  }

  private List<Selector> bounded(List<Selector> selectors, Place place) {
    return place.outer() == null || place.limits().isEmpty()
        ? selectors
        : SelectorParser.bounded(selectors, place.outer(), place.limits(), out.matching());
  }

  private static int nameEnd(String prelude) {
    int end = 1;
    while (end < prelude.length() && " \t\r\n(\"'".indexOf(prelude.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private void atRule(String name, String prelude, int from, int end, Place place) {
    switch (name) {
      case "media" -> {
        if (media.matches(prelude)) {
          items(from, end, place.deeper());
        }
      }
      case "supports" -> {
        if (new Supports(values, out.matching()).holds(prelude)) {
          items(from, end, place.deeper());
        }
      }
      case "layer" -> items(from, end, place.inLayer(prelude));
      case "scope" -> scope(prelude, from, end, place);
      case "keyframes" -> out.addKeyframes(CssText.unquote(prelude), keyframes(from, end));
      case "-webkit-keyframes" ->
          out.addPrefixedKeyframes(CssText.unquote(prelude), keyframes(from, end));
      case "property" -> property(prelude, from, end);
      case "font-face" -> fontFace(from, end);
      default -> {
        if (!WITHOUT_EFFECT.contains(name)) {
          problem.accept("an at-rule is not known");
        }
      }
    }
  }

  private void fontFace(int from, int end) {
    FontFaceRule rule = FontFaceRule.parse(css, from, end);
    out.addFontFace(rule);
    if (rule.sources().stream().noneMatch(url -> url.regionMatches(true, 0, "data:", 0, 5))) {
      problem.accept("@font-face is never fetched: the font's substitute is used");
    }
  }

  /** {@code @scope (root) to (limit)}: its rules are as if nested in the root's. */
  private void scope(String prelude, int from, int end, Place place) {
    List<String> words = CssText.words(prelude.replace(")", ") "));
    boolean limited = words.size() == 3 && words.get(1).equalsIgnoreCase("to");
    List<Selector> roots = limited || words.size() == 1 ? bracketed(words.get(0)) : List.of();
    List<Selector> limits = limited ? bracketed(words.get(2)) : List.of();
    if (roots.isEmpty() || (limited && limits.isEmpty())) {
      problem.accept("a scope is not understood");
    } else {
      items(from, end, place.inScope(roots, limits));
    }
  }

  private List<Selector> bracketed(String text) {
    return text.startsWith("(") && text.endsWith(")")
        ? SelectorParser.parseList(text.substring(1, text.length() - 1).strip(), out.matching())
        : List.of();
  }

  private Keyframes keyframes(int from, int end) {
    Keyframes frames = new Keyframes();
    int at = from;
    while (at < end) {
      int brace = CssText.find(css, at, end, '{');
      if (brace == end) {
        break;
      }
      int close = CssText.blockEnd(css, brace, end);
      List<Double> offsets = offsets(css.substring(at, brace));
      if (offsets.isEmpty()) {
        problem.accept("a key frame's place is not understood");
      } else {
        int inner = Math.max(brace + 1, close - 1);
        String block = css.substring(brace + 1, inner);
        if (!frames.add(offsets, DeclarationParser.parse(block, values, problem))) {
          problem.accept("an animation has too many key frames");
        }
      }
      at = close;
    }
    return frames;
  }

  private static List<Double> offsets(String prelude) {
    List<Double> offsets = new ArrayList<>(2);
    for (String word : CssText.list(prelude)) {
      double offset =
          switch (word.toLowerCase(Locale.ROOT)) {
            case "from" -> 0;
            case "to" -> 1;
            default -> Values.percentage(word);
          };
      if (!(offset >= 0 && offset <= 1)) {
        return List.of();
      }
      offsets.add(offset);
    }
    return offsets;
  }

  /** {@code @property --name} (CSS Properties and Values 1 §2). */
  private void property(String name, int from, int end) {
    String initial = null;
    boolean inherits = true;
    for (String descriptor : css.substring(from, end).split(";", -1)) {
      int colon = descriptor.indexOf(':');
      if (colon > 0) {
        String value = descriptor.substring(colon + 1).strip();
        switch (descriptor.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
          case "initial-value" -> initial = value;
          case "inherits" -> inherits = !value.equalsIgnoreCase("false");
          default -> {
            // the syntax: whatever is put in the value's place is judged there
          }
        }
      }
    }
    out.custom().register(name, initial, inherits);
  }

  private void statement(String atRule, Place place) {
    String name = atRule.substring(1, nameEnd(atRule)).toLowerCase(Locale.ROOT);
    switch (name) {
      case "layer" ->
          CssText.list(atRule.substring(nameEnd(atRule)))
              .forEach(each -> place.layer().named(each));
      case "import" -> problem.accept("@import is never fetched");
      default -> {
        if (!WITHOUT_EFFECT.contains(name)) {
          problem.accept("an at-rule is not known");
        }
      }
    }
  }
}
