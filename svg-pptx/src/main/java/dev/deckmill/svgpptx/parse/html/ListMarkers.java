package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.TextBlock.Marker;
import dev.deckmill.svgpptx.ir.TextBlock.Numbering;
import dev.deckmill.svgpptx.parse.box.ListLabel;
import dev.deckmill.svgpptx.parse.layout.HtmlBox;
import dev.deckmill.svgpptx.parse.layout.InlineContext;
import dev.deckmill.svgpptx.parse.layout.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands before a list item (CSS Lists 3 §3). */
final class ListMarkers {
  /** Between marker and text, in font sizes, as browsers have it. */
  private static final double AFTER_BULLET = 0.45;

  private static final double AFTER_NUMBER = 0.28;

  private ListMarkers() {}

  /**
   * The marker of an item beside its first line; null where it has none, or it is in the line.
   *
   * @param x of the block with the line
   */
  static @Nullable Marker of(HtmlBox.Container item, Line line, double x, double y) {
    ListLabel label = ListLabel.of(item.style(), item.number());
    Numbering numbering = label.numbering();
    InlineContext context = item.context();
    Text.Run run =
        label.text().isEmpty() || ListLabel.isInside(item.style())
            ? null
            : LineText.run(label.text(), context, 0, new Box(x, y, context.size(), context.size()));
    if (run == null) {
      return null;
    }
    double gap = (numbering == null ? AFTER_BULLET : AFTER_NUMBER) * context.size();
    double first = line.pieces().isEmpty() ? 0 : line.pieces().getFirst().x();
    Text.Chunk drawn =
        new Text.Chunk(
            x + line.left() + first - gap,
            y + line.baseline(),
            Text.Anchor.END,
            false,
            List.of(),
            null,
            List.of(run));
    return new Marker(numbering, Math.max(1, item.number()), drawn);
  }
}
