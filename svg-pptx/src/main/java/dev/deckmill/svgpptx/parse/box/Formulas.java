package dev.deckmill.svgpptx.parse.box;

import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Optional;

/** MathML in one line: what has to stand between its parts so that it can be read. */
public final class Formulas {
  private Formulas() {}

  /** The characters before an element, or before what it is part of. */
  public static Optional<String> before(Element child) {
    Element parent = child.parent();
    if (child.isCharacters() || parent == null) {
      return Optional.empty();
    }
    boolean first = child.previous() == null;
    return switch (parent.name()) {
      case "mfrac" -> first ? Optional.empty() : Optional.of("/");
      case "msqrt" -> first ? Optional.of("√") : Optional.empty();
      default -> Optional.empty();
    };
  }
}
