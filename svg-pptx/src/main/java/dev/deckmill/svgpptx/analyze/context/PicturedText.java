package dev.deckmill.svgpptx.analyze.context;

import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.util.StringJoiner;

/** Text that becomes part of a picture is read in the picture's description. */
final class PicturedText {
  private static final int LONGEST = 1_000;

  private final StringJoiner words = new StringJoiner(" ");

  private PicturedText() {}

  /** The element with its text as description, where it has some and no other description. */
  static Origin described(Origin origin, Node node) {
    if (origin.description() != null) {
      return origin;
    }
    PicturedText text = new PicturedText();
    text.add(node);
    String words = text.words.toString().strip();
    if (words.isEmpty()) {
      return origin;
    }
    int end = Math.min(words.length(), LONGEST);
    boolean cutsPair = end < words.length() && Character.isLowSurrogate(words.charAt(end));
    return new Origin(
        origin.element(),
        origin.id(),
        origin.label(),
        origin.title(),
        words.substring(0, cutsPair ? end - 1 : end),
        origin.href());
  }

  private void add(Node node) {
    if (words.length() > LONGEST) {
      return;
    }
    switch (node) {
      case Group group -> group.children().forEach(this::add);
      case Text text -> text.drawn().forEach(this::line);
      case Shape shape -> {}
      case Picture picture -> {}
    }
  }

  private void line(Text.Chunk chunk) {
    StringBuilder line = new StringBuilder();
    chunk.runs().forEach(run -> line.append(run.text()));
    words.add(line.toString().strip());
  }
}
