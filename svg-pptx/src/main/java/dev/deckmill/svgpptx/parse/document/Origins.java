package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import org.jspecify.annotations.Nullable;

/** What authors and editors call an element. */
public final class Origins {
  /** Inkscape, Illustrator, Affinity, and authors for screen readers. */
  private static final String[] LABELS = {"inkscape:label", "data-name", "serif:id", "aria-label"};

  private Origins() {}

  public static Origin origin(Element element, @Nullable String href) {
    String label = null;
    for (String attribute : LABELS) {
      if (label == null) {
        label = blankToNull(element.attribute(attribute));
      }
    }
    boolean described = element.isDescribed();
    String title = described ? text(element, Tag.TITLE) : null;
    if (label == null && title != null && element.attribute("v:groupContext") != null) {
      // Visio counts its ids, and says in the title what a shape is called.
      label = title;
    }
    return new Origin(
        element.name(),
        blankToNull(element.id()),
        label,
        title,
        described ? text(element, Tag.DESC) : null,
        href);
  }

  /** The text of a child, with its white space collapsed. */
  public static @Nullable String text(Element element, Tag child) {
    Element found = element.child(child);
    return found == null ? null : blankToNull(found.text().strip().replaceAll("\\s+", " "));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
