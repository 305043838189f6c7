package dev.deckmill.svgpptx.parse.selector;

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

  static @Nullable Element after(Element element) {
    Element other = element.next();
    while (other != null && other.isCharacters()) {
      other = other.next();
    }
    return other;
  }
}
