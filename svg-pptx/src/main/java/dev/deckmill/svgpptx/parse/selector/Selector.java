package dev.deckmill.svgpptx.parse.selector;

import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complex selector (Selectors 4 §3.1), read from its end.
 *
 * @param subject what the element itself has to be
 * @param links what has to be before or around it, nearest first
 * @param specificity ids, classes and types in one number (§17)
 * @param matching counts the steps
 */
public record Selector(Compound subject, List<Link> links, int specificity, Matching matching) {
  static final int ID = 1 << 20;
  static final int CLASS = 1 << 10;
  static final int TYPE = 1;

  /** How a compound is related to the one after it. */
  enum Combinator {
    DESCENDANT,
    CHILD,
    NEXT_SIBLING,
    LATER_SIBLING
  }

  /** A compound further to the left, and how it is related to what follows. */
  record Link(Combinator combinator, Compound compound) {}

  public boolean matches(Element element) {
    return subject.matches(element, matching) && matchesFrom(0, element);
  }

  /** Whether its leftmost combinator leads beside the element it is relative to. */
  boolean isBesideScope() {
    Combinator first = links.get(links.size() - 1).combinator();
    return first == Combinator.NEXT_SIBLING || first == Combinator.LATER_SIBLING;
  }

  private boolean matchesFrom(int index, Element element) {
    if (index == links.size()) {
      return true;
    }
    Link link = links.get(index);
    boolean once =
        link.combinator() == Combinator.CHILD || link.combinator() == Combinator.NEXT_SIBLING;
    for (Element other = step(link.combinator(), element);
        other != null && matching.step();
        other = step(link.combinator(), other)) {
      if (link.compound().matches(other, matching) && matchesFrom(index + 1, other)) {
        return true;
      }
      if (once) {
        return false;
      }
    }
    return false;
  }

  private static @Nullable Element step(Combinator combinator, Element element) {
    return switch (combinator) {
      case DESCENDANT, CHILD -> element.parent();
      case NEXT_SIBLING, LATER_SIBLING -> Siblings.before(element);
    };
  }
}
