package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** Structural pseudo-classes (Selectors 4 §13, §14), and those of a page that nobody touches. */
final class PseudoClass {
  private PseudoClass() {}

  /** One without an argument; null where it is unknown. */
  static Compound.@Nullable Test simple(String name) {
    return switch (name) {
      case "root" -> element -> element.parent() == null;
      case "first-child" -> element -> Siblings.position(element, false, false) == 1;
      case "last-child" -> element -> Siblings.position(element, true, false) == 1;
      case "only-child" ->
          element ->
              Siblings.position(element, false, false) == 1
                  && Siblings.position(element, true, false) == 1;
      case "first-of-type" -> element -> Siblings.position(element, false, true) == 1;
      case "last-of-type" -> element -> Siblings.position(element, true, true) == 1;
      case "only-of-type" ->
          element ->
              Siblings.position(element, false, true) == 1
                  && Siblings.position(element, true, true) == 1;
      case "empty" -> element -> element.firstChild() == null;
      case "link", "any-link" -> element -> element.name().equals("a") && element.href() != null;
      case "hover", "active", "focus", "focus-visible", "focus-within", "visited", "target" ->
          element -> false;
      default -> null;
    };
  }

  /** One with an argument in lower case; null where it is unknown. */
  static Compound.@Nullable Test functional(String name, String argument) {
    return switch (name) {
      case "nth-child" -> nth(argument, false, false);
      case "nth-last-child" -> nth(argument, true, false);
      case "nth-of-type" -> nth(argument, false, true);
      case "nth-last-of-type" -> nth(argument, true, true);
      case "lang" -> element -> isIn(element, CssText.unquote(argument));
      default -> null;
    };
  }

  private static boolean isIn(Element element, String language) {
    for (Element e = element; e != null; e = e.parent()) {
      String own = e.attribute("xml:lang") == null ? e.attribute("lang") : e.attribute("xml:lang");
      if (own != null) {
        return own.equalsIgnoreCase(language)
            || own.regionMatches(true, 0, language + "-", 0, language.length() + 1);
      }
    }
    return false;
  }

  /** {@code an+b} (CSS Syntax 3 §6). */
  private static Compound.@Nullable Test nth(String written, boolean fromEnd, boolean sameType) {
    String text =
        switch (written) {
          case "odd" -> "2n+1";
          case "even" -> "2n";
          default -> written.replace(" ", "");
        };
    try {
      int n = text.indexOf('n');
      int a = n < 0 ? 0 : factor(text.substring(0, n));
      String rest = text.substring(n + 1);
      int b = rest.isEmpty() ? 0 : Integer.parseInt(rest);
      return element -> {
        int distance = Siblings.position(element, fromEnd, sameType) - b;
        return a == 0 ? distance == 0 : distance % a == 0 && distance / a >= 0;
      };
    } catch (NumberFormatException notNth) {
      return null;
    }
  }

  private static int factor(String text) {
    return switch (text) {
      case "", "+" -> 1;
      case "-" -> -1;
      default -> Integer.parseInt(text);
    };
  }
}
