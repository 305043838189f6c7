package dev.deckmill.svgpptx.parse.selector;

import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ::before} and {@code ::after} (CSS Pseudo-Elements 4 §4): no element of the page. */
public enum Generated implements Compound.Test {
  BEFORE,
  AFTER;

  @Override
  public boolean holds(Element element) {
    return false;
  }

  /** Which of them a selector is about; null where it is about elements. */
  public static @Nullable Generated of(Selector selector) {
    for (Compound.Test test : selector.subject().tests()) {
      if (test instanceof Generated generated) {
        return generated;
      }
    }
    return null;
  }

  /** The selector of the element that one belongs to. */
  public static Selector origin(Selector selector) {
    Compound subject = selector.subject();
    List<Compound.Test> tests =
        subject.tests().stream().filter(test -> !(test instanceof Generated)).toList();
    return new Selector(
        new Compound(subject.type(), subject.id(), subject.classes(), tests),
        selector.links(),
        selector.specificity(),
        selector.matching());
  }
}
