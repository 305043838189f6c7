package dev.deckmill.svgpptx.parse.atrule;

import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code @font-face} (CSS Fonts 4 §4).
 *
 * @param family by which the page calls it
 * @param sources the addresses in {@code src}, in order, without those of this machine
 * @param leastWeight 1 to 1000; {@code mostWeight} likewise, not below
 */
public record FontFaceRule(
    String family, List<String> sources, int leastWeight, int mostWeight, boolean italic) {
  public FontFaceRule {
    sources = List.copyOf(sources);
  }

  /** The descriptors between {@code from} and {@code end}. */
  public static FontFaceRule parse(String css, int from, int end) {
    String family = "";
    List<String> sources = List.of();
    int[] weights = {400, 400};
    boolean italic = false;
    for (int at = from; at < end; ) {
      int stop = CssText.find(css, at, end, ';');
      int colon = css.indexOf(':', at, stop);
      if (colon > at) {
        String value = css.substring(colon + 1, stop).strip();
        switch (css.substring(at, colon).strip().toLowerCase(Locale.ROOT)) {
          case "font-family" -> family = CssText.unquote(value);
          case "src" -> sources = sources(value);
          case "font-weight" -> weights = weights(value);
          case "font-style" -> italic = !value.toLowerCase(Locale.ROOT).startsWith("normal");
          default -> {
            // nothing that changes a name or a width
          }
        }
      }
      at = stop + 1;
    }
    return new FontFaceRule(family, sources, weights[0], weights[1], italic);
  }

  private static List<String> sources(String value) {
    List<String> sources = new ArrayList<>(1);
    for (String source : CssText.list(value)) {
      int open = source.indexOf('(');
      int close = open < 0 ? -1 : CssText.blockEnd(source, open, source.length()) - 1;
      if (close > open && source.regionMatches(true, 0, "url", 0, 3)) {
        sources.add(CssText.unquote(source.substring(open + 1, close)));
      }
    }
    return sources;
  }

  /** One weight, or the range that a variable font has. */
  private static int[] weights(String value) {
    int[] weights = {400, 400};
    List<String> words = CssText.words(value);
    for (int i = 0; i < Math.min(2, words.size()); i++) {
      weights[i] = weight(words.get(i).toLowerCase(Locale.ROOT));
    }
    weights[1] = words.size() < 2 ? weights[0] : Math.max(weights[0], weights[1]);
    return weights;
  }

  private static int weight(String word) {
    return switch (word) {
      case "bold" -> 700;
      case "auto" -> 400;
      default -> {
        try {
          yield Math.clamp(Math.round(Double.parseDouble(word)), 1, 1000);
        } catch (NumberFormatException notANumber) {
          yield 400;
        }
      }
    };
  }
}
