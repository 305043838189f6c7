package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Origin;
import java.util.List;

/** What an feImage shows where nobody looks at it. */
final class Empty {
  static final Group GROUP =
      new Group(Origin.of("g"), Affine.IDENTITY, Compositing.NONE, List.of());

  private Empty() {}
}
