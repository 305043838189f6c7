package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.TextBlock;
import dev.deckmill.svgpptx.ir.TextBlock.Ending;
import dev.deckmill.svgpptx.ir.TextBlock.Marker;
import dev.deckmill.svgpptx.ir.TextBlock.Paragraph;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.geometry.Boxes;
import dev.deckmill.svgpptx.parse.layout.Fragment;
import dev.deckmill.svgpptx.parse.layout.HtmlBox;
import dev.deckmill.svgpptx.parse.layout.Line;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of blocks below each other as the paragraphs of one text. */
final class TextFrames {
  private final List<Text.Chunk> chunks = new ArrayList<>();
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private @Nullable Box box;
  private Origin origin = Origin.of("div");
  private HtmlBox.@Nullable Container item;

  /** The next line is the first of this list item. */
  void marker(HtmlBox.Container listItem) {
    item = listItem;
  }

  /** No line was the first of the list item at hand: its marker stands before nothing else. */
  void endItem() {
    item = null;
  }

  /** The lines of a block whose border box begins at a point; what stands in them is left out. */
  void add(HtmlBox.Container block, Fragment fragment, double x, double y) {
    if (box == null) {
      Element element = block.element();
      origin = element == null ? Origin.of("div") : Origins.origin(element, null);
    }
    Box content =
        new Box(x + fragment.contentLeft(), y, fragment.contentWidth(), fragment.height());
    box = box == null ? content : Boxes.union(box, content);
    if (hasBoxes(fragment)) {
      apart(fragment, x, y);
    } else {
      paragraphs(block, fragment, x, y);
    }
  }

  private static boolean hasBoxes(Fragment fragment) {
    for (Line line : fragment.lines()) {
      for (Line.Piece piece : line.pieces()) {
        if (piece instanceof Line.Atomic) {
          return true;
        }
      }
    }
    return false;
  }

  private void paragraphs(HtmlBox.Container block, Fragment fragment, double x, double y) {
    HtmlBox.Container listItem = item;
    item = null;
    List<Ending> endings = new ArrayList<>();
    Marker marker = null;
    boolean justified = block.style().is(Property.TEXT_ALIGN, "justify");
    for (Line line : fragment.lines()) {
      if (endings.isEmpty() && listItem != null) {
        marker = ListMarkers.of(listItem, line, x, y);
      }
      chunks.add(LineText.chunk(block, line, x, y));
      boolean ends =
          line.ending() == Ending.LAST || (line.ending() == Ending.FORCED && listItem == null);
      endings.add(ends ? Ending.LAST : line.ending());
      if (ends) {
        paragraphs.add(new Paragraph(endings, justified, marker));
        endings.clear();
      }
    }
    if (!endings.isEmpty()) {
      endings.set(endings.size() - 1, Ending.LAST);
      paragraphs.add(new Paragraph(endings, justified, marker));
    }
  }

  /** Text beside boxes in its line stands where it is, piece by piece. */
  private void apart(Fragment fragment, double x, double y) {
    HtmlBox.Container listItem = item;
    item = null;
    if (listItem != null && !fragment.lines().isEmpty()) {
      Marker marker = ListMarkers.of(listItem, fragment.lines().getFirst(), x, y);
      if (marker != null) {
        single(marker.drawn());
      }
    }
    for (Line line : fragment.lines()) {
      LineText.pieces(line, x, y).forEach(this::single);
    }
  }

  private void single(Text.Chunk chunk) {
    chunks.add(chunk);
    paragraphs.add(new Paragraph(List.of(Ending.LAST), false, null));
    apart = true;
  }

  private boolean apart;

  /** Adds what was gathered. */
  void flush(List<Node> into) {
    Box around = box;
    if (around != null && isAnySeen()) {
      TextBlock block = apart ? null : new TextBlock(around, paragraphs);
      into.add(
          new Text(
              origin,
              Affine.IDENTITY,
              Compositing.NONE,
              Text.WritingMode.HORIZONTAL,
              chunks,
              null,
              block));
    }
    chunks.clear();
    paragraphs.clear();
    box = null;
    apart = false;
  }

  private boolean isAnySeen() {
    for (Text.Chunk chunk : chunks) {
      for (Text.Run run : chunk.runs()) {
        if (!run.text().isBlank()) {
          return true;
        }
      }
    }
    return paragraphs.stream().anyMatch(paragraph -> paragraph.marker() != null);
  }
}
