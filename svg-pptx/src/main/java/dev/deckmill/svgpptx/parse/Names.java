package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import org.jspecify.annotations.Nullable;

/** What authors and editors call an element. */
final class Names {
  private static final String[] LABELS = {"inkscape:label", "data-name", "aria-label"};

  private Names() {}

  static Origin origin(Element element, @Nullable String href) {
    String label = null;
    for (String attribute : LABELS) {
      if (label == null) {
        label = blankToNull(element.attribute(attribute));
      }
    }
    boolean leaf = element.firstChild() == null;
    return new Origin(
        element.name(),
        blankToNull(element.id()),
        label,
        leaf ? null : text(element, Tag.TITLE),
        leaf ? null : text(element, Tag.DESC),
        href);
  }

  /** The text of a child, with its white space collapsed. */
  static @Nullable String text(Element element, Tag child) {
    Element found = element.child(child);
    return found == null ? null : blankToNull(found.text().strip().replaceAll("\\s+", " "));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
