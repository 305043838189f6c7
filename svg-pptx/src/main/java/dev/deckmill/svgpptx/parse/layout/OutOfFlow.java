package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;

/** Boxes with {@code position: absolute} (CSS Positioned Layout 3), placed when all else is. */
final class OutOfFlow {
  private OutOfFlow() {}

  /**
   * Places what is below a fragment.
   *
   * @param around the fragment that they are placed in relation to
   */
  static void place(BoxLayout boxes, Fragment fragment, Fragment around) {
    place(boxes, fragment, new Base(around, 0, 0));
  }

  /**
   * @param x of the base in the fragment at hand
   */
  private record Base(Fragment fragment, double x, double y) {
    Base seenFrom(Fragment.Child child) {
      return new Base(fragment, x - child.x(), y - child.y());
    }
  }

  private static void place(BoxLayout boxes, Fragment fragment, Base outer) {
    Base base = fragment.box().style().isPositioned() ? new Base(fragment, 0, 0) : outer;
    fragment.children().replaceAll(OutOfFlow::relative);
    for (Fragment.Child child : fragment.children()) {
      place(boxes, child.fragment(), base.seenFrom(child));
    }
    for (Fragment.OutOfFlow box : fragment.outOfFlow()) {
      Fragment.Child placed = placed(boxes, box, base);
      fragment.children().add(placed);
      place(boxes, placed.fragment(), base.seenFrom(placed));
    }
    fragment.outOfFlow().clear();
    fragment.sortByLevel();
  }

  private static Fragment.Child placed(BoxLayout boxes, Fragment.OutOfFlow box, Base base) {
    BoxStyle style = box.box().style();
    Edges border = base.fragment().box().style().border();
    double wide = base.fragment().width() - border.across();
    double high = base.fragment().height() - border.down();
    double left = style.length(Property.LEFT, wide);
    double right = style.length(Property.RIGHT, wide);
    double top = style.length(Property.TOP, high);
    double bottom = style.length(Property.BOTTOM, high);
    Edges margin = style.margin(wide);
    Space space = Space.fitting(wide, high);
    boolean fills = Double.isNaN(style.length(Property.WIDTH, wide));
    if (fills && !Double.isNaN(left + right)) {
      space = space.withFixedWidth(Math.max(0, wide - left - right - margin.across()));
    }
    boolean fillsDown = Double.isNaN(style.length(Property.HEIGHT, high));
    if (fillsDown && !Double.isNaN(top + bottom)) {
      space = space.withFixedHeight(Math.max(0, high - top - bottom - margin.down()));
    }
    Fragment fragment = boxes.apart(box.box(), space);
    double x =
        start(
            left,
            right,
            wide - fragment.width(),
            margin.left(),
            margin.right(),
            box.x() - base.x() - border.left());
    double y =
        start(
            top,
            bottom,
            high - fragment.height(),
            margin.top(),
            margin.bottom(),
            box.y() - base.y() - border.top());
    return new Fragment.Child(fragment, base.x() + border.left() + x, base.y() + border.top() + y);
  }

  private static double start(
      double start, double end, double free, double before, double after, double inFlow) {
    if (!Double.isNaN(start)) {
      return start + before;
    }
    return Double.isNaN(end) ? inFlow + before : free - end - after;
  }

  /** {@code position: relative} moves a box without moving others. */
  private static Fragment.Child relative(Fragment.Child child) {
    BoxStyle style = child.fragment().box().style();
    if (!style.is(Property.POSITION, "relative")) {
      return child;
    }
    double right = style.length(Property.RIGHT, Double.NaN, 0);
    double bottom = style.length(Property.BOTTOM, Double.NaN, 0);
    double x = style.length(Property.LEFT, Double.NaN, -right);
    double y = style.length(Property.TOP, Double.NaN, -bottom);
    return child.moved(x, y);
  }
}
