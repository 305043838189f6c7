package dev.deckmill.svgpptx.parse.selector;

import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compound selector (Selectors 4 §3.1): what one element has to be.
 *
 * @param type the local name, or null for any
 * @param id the id, or null for any
 * @param classes all of which the element has
 * @param tests attribute selectors and pseudo-classes
 */
public record Compound(
    @Nullable String type, @Nullable String id, List<String> classes, List<Test> tests) {
  /** One more thing that has to hold. */
  @FunctionalInterface
  public interface Test {
    boolean holds(Element element);
  }

  Compound and(Test test) {
    List<Test> more = new ArrayList<>(tests);
    more.add(test);
    return new Compound(type, id, classes, more);
  }

  boolean matches(Element element, Matching matching) {
    if (type != null && !type.equals(element.name())) {
      return false;
    }
    if (id != null && !id.equals(element.id())) {
      return false;
    }
    if (!classes.isEmpty()) {
      String attribute = element.attribute("class");
      if (attribute == null) {
        return false;
      }
      for (String wanted : classes) {
        matching.read(attribute);
        if (!hasWord(attribute, wanted)) {
          return false;
        }
      }
    }
    for (Test test : tests) {
      if (!test.holds(element)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a list of words, as in {@code class}, has this one. */
  public static boolean hasWord(String list, String word) {
    // an empty word would be found at the end again and again
    int at = word.isEmpty() ? -1 : list.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      if ((at == 0 || list.charAt(at - 1) <= ' ')
          && (end == list.length() || list.charAt(end) <= ' ')) {
        return true;
      }
      at = list.indexOf(word, at + 1);
    }
    return false;
  }
}
