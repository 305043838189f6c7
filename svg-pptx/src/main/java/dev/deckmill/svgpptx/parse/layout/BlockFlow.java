package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Display;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.box.Side;
import dev.deckmill.svgpptx.parse.css.Property;

/** Blocks below each other (CSS 2 §9.4.1, §8.3.1), or the lines of one. */
final class BlockFlow {
  private final BoxLayout boxes;
  private final InlineFlow lines;

  BlockFlow(BoxLayout boxes) {
    this.boxes = boxes;
    this.lines = new InlineFlow(boxes);
  }

  Fragment layout(HtmlBox.Container box, Space space) {
    Fragment fragment = new Fragment(box);
    Edges edges = Sizing.edges(box, space.width());
    Edges margin = box.style().margin(space.width());
    double width = Sizing.width(boxes, box, space);
    double definite = Sizing.definiteHeight(box, space, width);
    fragment.marginTop = margin.top();
    fragment.marginBottom = margin.bottom();
    fragment.content(edges.left(), Math.max(0, width - edges.across()));
    Stack stack =
        new Stack(
            fragment,
            edges,
            Math.max(0, width - edges.across()),
            Double.isNaN(definite) ? definite : Math.max(0, definite - edges.down()));
    double bottom =
        box.holdsLines()
            ? lines.lines(
                box, fragment, edges.left(), stack.width, shareable(box, stack, space), edges.top())
            : stack.blocks(box, isRootOfFlow(box, space));
    if (box.holdsLines()) {
      keepOutOfFlow(box, fragment, edges);
    }
    if (isEmptyItem(box, fragment)) {
      bottom = lines.emptyLine(box, fragment, edges.left(), stack.width, edges.top());
    }
    fragment.size(width, Sizing.height(box, space, width, bottom - edges.top()));
    return fragment;
  }

  /** What boxes in its lines have a share of: an anonymous box has no height of its own. */
  private static double shareable(HtmlBox.Container box, Stack stack, Space space) {
    return Double.isNaN(stack.height) && box.element() == null ? space.height() : stack.height;
  }

  /** In lines, boxes without a place in flow stand where the block begins. */
  private static void keepOutOfFlow(HtmlBox.Container box, Fragment fragment, Edges edges) {
    for (HtmlBox child : box.children()) {
      if (!BoxTree.isInFlow(child)) {
        fragment.outOfFlow().add(new Fragment.OutOfFlow(child, edges.left(), edges.top()));
      } else if (child instanceof HtmlBox.Container part && part.display() == Display.INLINE) {
        keepOutOfFlow(part, fragment, edges);
      }
    }
  }

  /** A list item has a line for its marker, whether there is something in it or not. */
  private static boolean isEmptyItem(HtmlBox.Container box, Fragment fragment) {
    return box.isListItem()
        && fragment.lines().isEmpty()
        && fragment.children().isEmpty()
        && !box.style().is(Property.LIST_STYLE_TYPE, "none");
  }

  /** Whether margins of what is inside stay inside (CSS Display 3, block formatting context). */
  private static boolean isRootOfFlow(HtmlBox.Container box, Space space) {
    boolean stacked = box.display() == Display.BLOCK || box.display() == Display.LIST_ITEM;
    return !stacked
        || space.shrinks()
        || !Double.isNaN(space.fixedWidth())
        || box.style().cuts()
        || box.style().isOutOfFlow()
        || box.style().is(Property.DISPLAY, "flow-root");
  }

  /** The larger of two margins that touch; of a negative one and another the sum. */
  static double collapsed(double a, double b) {
    return a >= 0 && b >= 0 ? Math.max(a, b) : a < 0 && b < 0 ? Math.min(a, b) : a + b;
  }

  /** The blocks inside one. */
  private final class Stack {
    private final Fragment into;
    private final Edges edges;
    private final double width;
    private final double height;
    private double y;
    private double pending;
    private boolean atTop;

    Stack(Fragment into, Edges edges, double width, double height) {
      this.into = into;
      this.edges = edges;
      this.width = width;
      this.height = height;
      this.y = edges.top();
    }

    double blocks(HtmlBox.Container box, boolean rootOfFlow) {
      atTop = !rootOfFlow && edges.top() == 0;
      for (HtmlBox child : box.children()) {
        if (!BoxTree.isInFlow(child)) {
          double down = atTop ? y : y + pending;
          into.outOfFlow().add(new Fragment.OutOfFlow(child, edges.left(), down));
        } else if (child instanceof HtmlBox.Container part) {
          block(part, box.style());
        }
      }
      boolean open = !rootOfFlow && edges.bottom() == 0 && Double.isNaN(height) && !atTop;
      if (open) {
        into.marginBottom = collapsed(into.marginBottom, pending);
        return y;
      }
      return atTop ? y : y + Math.max(0, pending);
    }

    private void block(HtmlBox.Container part, BoxStyle around) {
      Fragment fragment = boxes.layout(part, Space.filling(width, height));
      double before = fragment.marginTop;
      if (atTop) {
        into.marginTop = collapsed(into.marginTop, before);
      } else {
        before = collapsed(pending, before);
      }
      boolean empty = fragment.height() == 0 && fragment.lines().isEmpty();
      if (empty) {
        // its own margins touch each other
        pending = atTop ? 0 : collapsed(before, fragment.marginBottom);
        into.add(fragment, edges.left(), y);
        return;
      }
      y += atTop ? 0 : before;
      atTop = false;
      into.add(fragment, edges.left() + across(part, fragment, around), y);
      y += fragment.height();
      pending = fragment.marginBottom;
    }

    /** Where it stands from side to side: at the left, or as auto margins say. */
    private double across(HtmlBox.Container part, Fragment fragment, BoxStyle around) {
      Edges margin = part.style().margin(width);
      double free = width - fragment.width() - margin.across();
      boolean left = part.style().isAutoMargin(Side.LEFT);
      boolean right = part.style().isAutoMargin(Side.RIGHT);
      boolean centred = around.word(Property.TEXT_ALIGN, "").startsWith("-webkit-center");
      if ((left && right) || centred) {
        return margin.left() + Math.max(0, free) / 2;
      }
      boolean atEnd = left || (!right && around.is(Property.DIRECTION, "rtl"));
      return margin.left() + (atEnd ? Math.max(0, free) : 0);
    }
  }
}
