package dev.deckmill.svgpptx.parse.box;

import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Optional;
import java.util.Set;

/** MathML in one line: what has to stand between its parts so that it can be read. */
public final class Formulas {
  /** Elements that have parts and no text of their own (MathML Core §3.1, §3.3). */
  private static final Set<String> HOLD_PARTS =
      Set.of(
          "math",
          "mrow",
          "mfrac",
          "msqrt",
          "mroot",
          "mstyle",
          "merror",
          "mpadded",
          "mphantom",
          "msub",
          "msup",
          "msubsup",
          "munder",
          "mover",
          "munderover",
          "mmultiscripts",
          "mtable",
          "mtr",
          "mtd",
          "maction",
          "semantics");

  private Formulas() {}

  /** The characters before an element, or before what it is part of. */
  public static Optional<String> before(Element child) {
    Element parent = child.parent();
    if (child.isCharacters() || parent == null) {
      return Optional.empty();
    }
    return switch (parent.name()) {
      case "mfrac" -> isFirst(child) ? Optional.empty() : Optional.of("/");
      case "msqrt" -> isFirst(child) ? Optional.of("√") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Among the elements beside it. */
  private static boolean isFirst(Element child) {
    Element before = child.previous();
    while (before != null && before.isCharacters()) {
      before = before.previous();
    }
    return before == null;
  }

  /** Whether characters only set the parts of a formula apart for who reads its source. */
  public static boolean isSpaceBetweenParts(Element characters) {
    Element parent = characters.parent();
    return parent != null && HOLD_PARTS.contains(parent.name()) && characters.name().isBlank();
  }
}
