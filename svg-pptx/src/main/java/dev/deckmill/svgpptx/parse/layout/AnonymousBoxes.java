package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Display;
import dev.deckmill.svgpptx.parse.box.WhiteSpace;
import dev.deckmill.svgpptx.parse.css.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * Boxes that no element has, around what needs one: lines beside blocks (CSS 2 §9.2.1), items of
 * flex containers (CSS Flexbox 1 §4), whatever a table has beside its cells (CSS 2 §17.2.1).
 */
final class AnonymousBoxes {
  private final InlineContexts contexts;

  AnonymousBoxes(InlineContexts contexts) {
    this.contexts = contexts;
  }

  /** In a block without any height but its own. */
  HtmlBox alone(HtmlBox leaf) {
    BoxStyle bare = new BoxStyle(leaf.style().computed().inheritedAlone());
    return new HtmlBox.Container(
        null, bare, contexts.withoutFont(leaf.context()), Display.BLOCK, 0, List.of(leaf));
  }

  /** Blocks below each other, or lines: what stands in lines beside blocks gets a block. */
  List<HtmlBox> stacked(List<HtmlBox> children, BoxStyle style, InlineContext context) {
    List<HtmlBox> whole = new ArrayList<>(children.size());
    boolean mixed = false;
    for (HtmlBox child : children) {
      HtmlBox box = tabled(child);
      whole.add(box);
      mixed |= BoxTree.isBlock(box);
    }
    return mixed ? wrapped(whole, style, context) : whole;
  }

  List<HtmlBox> items(List<HtmlBox> children, BoxStyle style, InlineContext context) {
    List<HtmlBox> items = new ArrayList<>(children.size());
    for (HtmlBox child : children) {
      items.add(asItem(tabled(child)));
    }
    return wrapped(items, style, context);
  }

  /** Parts of a table that have no table around them get one. */
  private HtmlBox tabled(HtmlBox box) {
    if (!(box instanceof HtmlBox.Container part)) {
      return box;
    }
    return switch (part.display()) {
      case CELL -> as(part, Display.TABLE);
      case ROW, ROW_GROUP -> around(List.of(part), Display.TABLE, part.style(), part.context());
      case NONE, CONTENTS, INLINE, BLOCK, LIST_ITEM, INLINE_BLOCK, FLEX, INLINE_FLEX, GRID -> box;
      case INLINE_GRID, TABLE, INLINE_TABLE -> box;
    };
  }

  private HtmlBox asItem(HtmlBox box) {
    return switch (box) {
      case HtmlBox.Container part -> as(part, part.display().blockified());
      case HtmlBox.Replaced image -> BoxTree.isInFlow(image) ? alone(image) : image;
      case HtmlBox.Characters text -> text;
      case HtmlBox.LineBreak lineBreak -> lineBreak;
    };
  }

  private static HtmlBox as(HtmlBox.Container part, Display display) {
    return display == part.display()
        ? part
        : new HtmlBox.Container(
            part.element(), part.style(), part.context(), display, part.number(), part.children());
  }

  /** The parts that a table, a group of rows or a row has; anything else in it gets a cell. */
  List<HtmlBox> parts(
      Display around, List<HtmlBox> children, BoxStyle style, InlineContext context) {
    boolean isTable = around != Display.ROW && around != Display.ROW_GROUP;
    if (isTable && !hasTablePart(children)) {
      return stacked(children, style, context);
    }
    List<HtmlBox> parts = new ArrayList<>(children.size());
    List<HtmlBox> run = new ArrayList<>();
    for (HtmlBox child : children) {
      if (isPartOf(around, child)) {
        celled(run, around, style, context, parts);
        parts.add(child);
      } else {
        run.add(child);
      }
    }
    celled(run, around, style, context, parts);
    return parts;
  }

  private static boolean hasTablePart(List<HtmlBox> children) {
    for (HtmlBox box : children) {
      if (isPartOf(Display.TABLE, box) || isPartOf(Display.ROW, box)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPartOf(Display around, HtmlBox box) {
    if (!(box instanceof HtmlBox.Container part) || !BoxTree.isInFlow(part)) {
      return false;
    }
    if (around == Display.ROW) {
      return part.display() == Display.CELL;
    }
    if (part.display() == Display.ROW) {
      return true;
    }
    return around != Display.ROW_GROUP
        && (part.display() == Display.ROW_GROUP
            || part.style().is(Property.DISPLAY, "table-caption"));
  }

  /** Puts a run of what isn't a part into a cell, and that into a row where there is none. */
  private void celled(
      List<HtmlBox> run,
      Display around,
      BoxStyle style,
      InlineContext context,
      List<HtmlBox> into) {
    if (!isAnySeen(run)) {
      keepOutOfFlow(run, into);
    } else if (around == Display.ROW) {
      into.add(around(stacked(run, style, context), Display.CELL, style, context));
    } else {
      into.add(around(parts(Display.ROW, run, style, context), Display.ROW, style, context));
    }
    run.clear();
  }

  private List<HtmlBox> wrapped(List<HtmlBox> children, BoxStyle style, InlineContext context) {
    List<HtmlBox> out = new ArrayList<>(children.size());
    List<HtmlBox> run = new ArrayList<>();
    for (HtmlBox child : children) {
      if (BoxTree.isBlock(child)) {
        wrap(run, style, context, out);
        out.add(child);
      } else {
        run.add(child);
      }
    }
    wrap(run, style, context, out);
    return out;
  }

  private void wrap(List<HtmlBox> run, BoxStyle style, InlineContext context, List<HtmlBox> out) {
    if (isAnySeen(run)) {
      out.add(around(run, Display.BLOCK, style, context));
    } else {
      keepOutOfFlow(run, out);
    }
    run.clear();
  }

  private HtmlBox.Container around(
      List<HtmlBox> children, Display display, BoxStyle style, InlineContext context) {
    BoxStyle bare = new BoxStyle(style.computed().inheritedAlone());
    return new HtmlBox.Container(
        null, bare, contexts.ofAnonymous(bare, context), display, 0, children);
  }

  private static void keepOutOfFlow(List<HtmlBox> run, List<HtmlBox> out) {
    run.stream().filter(box -> !BoxTree.isInFlow(box)).forEach(out::add);
  }

  private static boolean isAnySeen(List<HtmlBox> run) {
    for (HtmlBox box : run) {
      if (isSeen(box)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSeen(HtmlBox box) {
    return switch (box) {
      case HtmlBox.Characters text ->
          !text.text().isBlank() || WhiteSpace.of(text.style()).keepsSpaces();
      case HtmlBox.LineBreak lineBreak -> true;
      case HtmlBox.Replaced image -> BoxTree.isInFlow(image);
      case HtmlBox.Container part -> BoxTree.isInFlow(part);
    };
  }
}
