package dev.deckmill.svgpptx.parse.css;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The content of {@code style} elements (CSS Syntax 3 §5): rules, and of the at-rules those that
 * hold rules. Whatever is not understood is left out up to its end.
 */
final class StyleSheetParser {
  private final String css;
  private final StyleSheet out;
  private final MediaQuery media;
  private final Consumer<String> problem;

  private StyleSheetParser(String css, StyleSheet out, MediaQuery media, Consumer<String> problem) {
    this.css = css;
    this.out = out;
    this.media = media;
    this.problem = problem;
  }

  /**
   * Adds the rules of a sheet.
   *
   * @param problem receives a sentence for each thing left out
   */
  static void parse(String css, StyleSheet out, MediaQuery media, Consumer<String> problem) {
    String text = CssText.withoutComments(css).replace("<!--", "").replace("-->", "");
    new StyleSheetParser(text, out, media, problem).rules(0, text.length(), 0);
  }

  private void rules(int from, int end, int nesting) {
    int at = from;
    while (at < end) {
      while (at < end && css.charAt(at) <= ' ') {
        at++;
      }
      if (at >= end) {
        return;
      }
      int brace = CssText.find(css, at, end, '{');
      if (css.charAt(at) == '@') {
        int semicolon = CssText.find(css, at, brace, ';');
        if (semicolon < brace || brace == end) {
          statement(css.substring(at, Math.min(semicolon, brace)));
          at = Math.min(semicolon, brace) + 1;
          continue;
        }
      }
      if (brace == end) {
        problem.accept("a style sheet ends in the middle of a rule");
        return;
      }
      int close = CssText.blockEnd(css, brace, end);
      int inner = close - (css.charAt(close - 1) == '}' ? 1 : 0);
      block(css.substring(at, brace).strip(), brace + 1, Math.max(brace + 1, inner), nesting);
      at = close;
    }
  }

  private void block(String prelude, int from, int end, int nesting) {
    if (!prelude.startsWith("@")) {
      List<Selector> selectors = SelectorParser.parseList(prelude);
      if (selectors.isEmpty()) {
        problem.accept("a style rule has a selector that is not understood");
      } else {
        out.add(selectors, DeclarationParser.parse(css.substring(from, end)));
      }
      return;
    }
    int space = CssText.find(prelude, 0, prelude.length(), ' ');
    String name = prelude.substring(1, space).toLowerCase(Locale.ROOT);
    boolean holdsRules =
        switch (name) {
          case "media" -> media.matches(prelude.substring(space));
          case "supports", "layer", "container", "scope" -> true;
          default -> false;
        };
    if (name.equals("font-face")) {
      problem.accept("@font-face is never fetched: the font's substitute is used");
    }
    if (holdsRules && nesting < 8) {
      rules(from, end, nesting + 1);
    }
  }

  private void statement(String atRule) {
    if (atRule.regionMatches(true, 0, "@import", 0, 7)) {
      problem.accept("@import is never fetched");
    }
  }
}
