package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What colours a node is drawn with. */
public final class Colors {
  private final Set<Rgba> seen = new HashSet<>();
  private boolean others;

  private Colors() {}

  /** The colour of a node that has only one. */
  public static Optional<Rgba> onlyColor(Node node) {
    Colors colors = new Colors();
    colors.add(node);
    return colors.others || colors.seen.size() != 1
        ? Optional.empty()
        : colors.seen.stream().findFirst();
  }

  private void add(Node node) {
    switch (node) {
      case Group group -> group.children().forEach(this::add);
      case Shape shape -> {
        add(shape.fill());
        if (shape.stroke() != null) {
          add(shape.stroke().paint());
        }
        shape.markers().forEach(marker -> add(marker.content()));
      }
      case Picture picture -> others = true;
      case Text text ->
          text.chunks().stream()
              .flatMap(chunk -> chunk.runs().stream())
              .forEach(
                  run -> {
                    add(run.fill());
                    if (run.stroke() != null) {
                      add(run.stroke().paint());
                    }
                  });
    }
  }

  private void add(Paint paint) {
    if (paint instanceof Paint.Solid solid) {
      seen.add(solid.color());
    } else if (Paints.isVisible(paint)) {
      others = true;
    }
  }
}
