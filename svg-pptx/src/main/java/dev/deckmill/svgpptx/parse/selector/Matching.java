package dev.deckmill.svgpptx.parse.selector;

import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The matching of one page's selectors: how much of it there may be, and what is known of siblings.
 * A selector of many descendants or {@code :has()} can ask for more steps than there are atoms.
 */
public final class Matching {
  /** About two seconds; a page of 100,000 elements under 1,000 rules of any kind has half of it. */
  private static final long MOST_STEPS = 200_000_000;

  private static final int CHARACTERS_IN_A_STEP = 8;

  private final Map<Element, Places> places = new HashMap<>();
  private long left = MOST_STEPS;
  private @Nullable Element scope;

  /** Counts a step; false once there have been too many, and then nothing matches any more. */
  public boolean step() {
    return --left >= 0;
  }

  /** Counts the reading of an attribute; a long one is more than a step. */
  void read(String attribute) {
    left -= attribute.length() / CHARACTERS_IN_A_STEP;
  }

  /** Whether there have been too many steps. */
  public boolean isExhausted() {
    return left < 0;
  }

  boolean matchesAny(List<Selector> selectors, Element element) {
    for (Selector selector : selectors) {
      if (step() && selector.matches(element)) {
        return true;
      }
    }
    return false;
  }

  boolean isScope(Element element) {
    return element == scope;
  }

  /** Whether something in or after the element matches, for which the element is the scope. */
  boolean has(Element element, List<Selector> relative) {
    Element outer = scope;
    scope = element;
    try {
      for (Selector selector : relative) {
        boolean beside = selector.isBesideScope();
        Element first = beside ? element.next() : element.firstChild();
        if (anyFrom(first, selector)) {
          return true;
        }
      }
      return false;
    } finally {
      scope = outer;
    }
  }

  private boolean anyFrom(@Nullable Element first, Selector selector) {
    for (Element each = first; each != null && step(); each = each.next()) {
      if (!each.isCharacters()
          && (selector.matches(each) || anyFrom(each.firstChild(), selector))) {
        return true;
      }
    }
    return false;
  }

  /** Where an element stands among its siblings. */
  Places places(Element element) {
    Places known = places.get(element);
    if (known == null) {
      Element parent = element.parent();
      if (parent == null) {
        return Places.ONLY;
      }
      count(parent);
      known = places.get(element);
    }
    return known == null ? Places.ONLY : known;
  }

  private void count(Element parent) {
    Map<String, Integer> ofType = new HashMap<>();
    int all = 0;
    for (Element e = parent.firstChild(); e != null; e = e.next()) {
      if (!e.isCharacters()) {
        places.put(e, new Places(++all, ofType.merge(e.name(), 1, Integer::sum), 0, 0));
      }
    }
    for (Element e = parent.firstChild(); e != null; e = e.next()) {
      Places own = places.get(e);
      if (own != null) {
        int same = ofType.getOrDefault(e.name(), 0);
        places.put(
            e,
            new Places(
                own.first(),
                own.firstOfType(),
                all + 1 - own.first(),
                same + 1 - own.firstOfType()));
      }
    }
  }

  /** Positions from 1 on: from the first and from the last, among all and among its type. */
  record Places(int first, int firstOfType, int last, int lastOfType) {
    static final Places ONLY = new Places(1, 1, 1, 1);
  }
}
