package dev.deckmill.svgpptx.parse.selector;

import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code an+b} (CSS Syntax 3 §6) on positions among siblings (Selectors 4 §13.3, §13.4). */
record NthTest(int a, int b, ToIntFunction<Element> position) implements Compound.Test {
  private static final Pattern FORM =
      Pattern.compile("(?:([+-]?\\d*)n\\s*(?:([+-])\\s*(\\d+))?|([+-]?\\d+))");

  /** Null where the text is no such thing. */
  static @Nullable NthTest parse(String written, ToIntFunction<Element> position) {
    String text =
        switch (written.strip()) {
          case "odd" -> "2n+1";
          case "even" -> "2n";
          default -> written.strip();
        };
    Matcher form = FORM.matcher(text);
    if (text.length() > 20 || !form.matches()) {
      return null;
    }
    try {
      if (form.group(4) != null) {
        return new NthTest(0, Integer.parseInt(form.group(4)), position);
      }
      int rest = form.group(3) == null ? 0 : Integer.parseInt(form.group(2) + form.group(3));
      return new NthTest(factor(form.group(1)), rest, position);
    } catch (NumberFormatException tooLarge) {
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

  /** The position among those siblings that match as well; 0 where the element doesn't. */
  static ToIntFunction<Element> among(
      List<Selector> selectors, Matching matching, boolean fromEnd) {
    return element -> {
      if (!matching.matchesAny(selectors, element)) {
        return 0;
      }
      int position = 1;
      for (Element e = next(element, fromEnd); e != null && matching.step(); e = next(e, fromEnd)) {
        position += matching.matchesAny(selectors, e) ? 1 : 0;
      }
      return position;
    };
  }

  private static @Nullable Element next(Element element, boolean fromEnd) {
    return fromEnd ? Siblings.after(element) : Siblings.before(element);
  }

  @Override
  public boolean holds(Element element) {
    int at = position.applyAsInt(element);
    long distance = (long) at - b;
    return at > 0 && (a == 0 ? distance == 0 : distance % a == 0 && distance / a >= 0);
  }
}
