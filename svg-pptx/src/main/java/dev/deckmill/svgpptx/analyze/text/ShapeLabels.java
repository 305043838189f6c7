package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.TextAlign;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a button of a box and the text in its middle: one shape with text, which is what a person
 * would have drawn. Only where the text is all that stands in the box.
 */
public final class ShapeLabels {
  private static final double TOLERANCE = Emu.ofPixels(0.5);

  /** How much of the box's height its text may take. */
  private static final double FULL = 0.95;

  /** Boxes that take more of the slide's width are backgrounds. */
  private static final double WIDEST = 0.9;

  /** How many of the items that follow are looked at. */
  private static final int LOOKED_AT = 32;

  private final SlideSize size;

  public ShapeLabels(SlideSize size) {
    this.size = size;
  }

  /** The items with the labels among them in their boxes. */
  public List<Item> joined(List<Item> items) {
    List<Item> out = null;
    for (int i = 0; i < items.size(); i++) {
      Item.@Nullable Shape button = button(items, i);
      if (button != null && out == null) {
        out = new ArrayList<>(items.subList(0, i));
      }
      if (out != null) {
        out.add(button != null ? button : items.get(i));
      }
      i += button != null ? 1 : 0;
    }
    return out == null ? items : out;
  }

  private Item.@Nullable Shape button(List<Item> items, int index) {
    if (index + 1 < items.size()
        && items.get(index) instanceof Item.Shape figure
        && items.get(index + 1) instanceof Item.TextBox words
        && isBox(figure)
        && isLabel(words)) {
      Place box = place(figure);
      return box != null && stands(words, box) && isAlone(items, index + 2, box)
          ? figure.labelled(words)
          : null;
    }
    return null;
  }

  private static boolean isBox(Item.Shape figure) {
    return figure.label() == null
        && figure.effects().isEmpty()
        && figure.origin().href() == null
        && figure.decision().keepsForm()
        && (Paints.isVisible(figure.fill().paint()) || figure.line() != null);
  }

  private boolean isLabel(Item.TextBox words) {
    Origin origin = words.origin();
    return words.align() == TextAlign.MIDDLE
        && !words.rightToLeft()
        && words.effects().isEmpty()
        && words.decision().keepsForm()
        && Paragraphs.isMadeUp(origin)
        && origin.label() == null
        && origin.title() == null
        && origin.description() == null
        && !SlideTitle.isTitle(words, size)
        && words.words().stream().allMatch(w -> w.fill().paint() instanceof Paint.Solid);
  }

  private static @Nullable Place place(Item.Shape figure) {
    return switch (figure.form()) {
      case Form.Rect rect -> rect.place();
      case Form.RoundRect rect -> rect.place();
      case Form.Ellipse ellipse -> ellipse.place();
      case Form.Segment segment -> null;
      case Form.Free free -> null;
    };
  }

  private boolean stands(Item.TextBox words, Place box) {
    Place text = words.place();
    return box.degrees() == 0
        && text.degrees() == 0
        && box.width() < size.widthEmu() * WIDEST
        && Math.abs(text.centerX() - box.centerX()) < TOLERANCE
        && text.width() <= box.width()
        && text.height() <= box.height() * FULL
        && text.y() >= box.y()
        && text.y() + text.height() <= box.y() + box.height();
  }

  private static boolean isAlone(List<Item> items, int from, Place box) {
    Extent extent = Extent.of(box);
    int to = Math.min(items.size(), from + LOOKED_AT);
    return items.subList(from, to).stream().noneMatch(item -> touches(item, extent));
  }

  private static boolean touches(Item item, Extent box) {
    return switch (item) {
      case Item.Group group -> group.items().stream().anyMatch(i -> touches(i, box));
      case Item.Shape figure -> Extent.of(Forms.path(figure.form())).overlaps(box);
      case Item.TextBox words -> Extent.of(words.place()).overlaps(box);
      case Item.TextFrame frame -> Extent.of(frame.place()).overlaps(box);
      case Item.Image image -> Extent.of(image.place()).overlaps(box);
      case Item.Raster drawn -> true;
    };
  }
}
