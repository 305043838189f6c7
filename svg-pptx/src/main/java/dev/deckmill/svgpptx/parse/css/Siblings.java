package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** Elements beside an element, without the characters between them. */
final class Siblings {
  private Siblings() {}

  static @Nullable Element before(Element element) {
    Element other = element.previous();
    while (other != null && other.isCharacters()) {
      other = other.previous();
    }
    return other;
  }

  private static @Nullable Element after(Element element) {
    Element other = element.next();
    while (other != null && other.isCharacters()) {
      other = other.next();
    }
    return other;
  }

  /** 1 for the first; from the end where {@code fromEnd}; counting only its own type or all. */
  static int position(Element element, boolean fromEnd, boolean sameType) {
    int position = 1;
    for (Element other = fromEnd ? after(element) : before(element);
        other != null;
        other = fromEnd ? after(other) : before(other)) {
      if (!sameType || other.name().equals(element.name())) {
        position++;
      }
    }
    return position;
  }
}
