package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** A box with a size and a place; lengths are user units. */
public final class Fragment {
  private final HtmlBox box;
  private final List<Child> children = new ArrayList<>(2);
  private final List<Line> lines = new ArrayList<>(2);
  private final List<OutOfFlow> outOfFlow = new ArrayList<>(0);
  private double width;
  private double height;
  double marginTop;
  double marginBottom;
  private double contentShift;
  private double contentLeft;
  private double contentWidth;

  /**
   * A fragment inside.
   *
   * @param x of its border box, from that of the parent
   * @param y likewise
   */
  public record Child(Fragment fragment, double x, double y) {
    Child moved(double right, double down) {
      return right == 0 && down == 0 ? this : new Child(fragment, x + right, y + down);
    }
  }

  /** Of an absolutely placed box: where it would stand in flow. */
  record OutOfFlow(HtmlBox box, double x, double y) {}

  Fragment(HtmlBox box) {
    this.box = box;
  }

  public HtmlBox box() {
    return box;
  }

  /** Of the border box. */
  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  /** In the order in which they are painted. */
  public List<Child> children() {
    return children;
  }

  public List<Line> lines() {
    return lines;
  }

  List<OutOfFlow> outOfFlow() {
    return outOfFlow;
  }

  /** Where its content box begins, from the left of the border box. */
  public double contentLeft() {
    return contentLeft;
  }

  public double contentWidth() {
    return contentWidth;
  }

  void content(double left, double wide) {
    contentLeft = left;
    contentWidth = wide;
  }

  void add(Fragment child, double x, double y) {
    children.add(new Child(child, x, y));
  }

  /** Borders that lie on each other may be wider than what they are around: nothing is left. */
  void size(double wide, double high) {
    width = Math.max(0, wide);
    height = Math.max(0, high);
  }

  /** Of two boxes beside each other the one of the higher level is painted later. */
  void sortByLevel() {
    boolean leveled = false;
    for (Child child : children) {
      leveled |= level(child) != 0;
    }
    if (leveled || children.stream().anyMatch(Fragment::isPlaced)) {
      IdentityHashMap<HtmlBox, Integer> order = order();
      children.sort(
          Comparator.comparingInt(this::level)
              .thenComparing(Fragment::isPlaced)
              .thenComparingInt(c -> isPlaced(c) ? order.getOrDefault(c.fragment().box(), 0) : 0));
    }
  }

  private static boolean isPlaced(Child child) {
    return child.fragment().box().style().isPositioned();
  }

  /** Positioned boxes come after others, as they stand in the document (CSS 2 appendix E). */
  private IdentityHashMap<HtmlBox, Integer> order() {
    IdentityHashMap<HtmlBox, Integer> order = new IdentityHashMap<>();
    if (box instanceof HtmlBox.Container around) {
      around.children().forEach(child -> order.put(child, order.size()));
    }
    return order;
  }

  /** 0 where {@code z-index} says nothing (CSS 2 §9.9.1, CSS Flexbox 1 §5.4). */
  public int level(Child child) {
    boolean items = box instanceof HtmlBox.Container around && around.display().hasItems();
    BoxStyle style = child.fragment().box().style();
    return items || style.isPositioned() ? style.level() : 0;
  }

  /** Moves the content inside the box. */
  void shiftContent(double down) {
    double by = down - contentShift;
    contentShift = down;
    children.replaceAll(child -> child.moved(0, by));
    lines.replaceAll(line -> line.lowered(by));
  }

  /** The first baseline below the top; NaN where there is no text. */
  double firstBaseline() {
    if (!lines.isEmpty()) {
      return lines.getFirst().baseline();
    }
    for (Child child : children) {
      double inside = child.fragment().firstBaseline();
      if (!Double.isNaN(inside)) {
        return child.y + inside;
      }
    }
    return Double.NaN;
  }

  /** The last baseline below the top; NaN where there is no text. */
  double lastBaseline() {
    if (!lines.isEmpty()) {
      return lines.getLast().baseline();
    }
    for (Child child : children.reversed()) {
      double inside = child.fragment().lastBaseline();
      if (!Double.isNaN(inside)) {
        return child.y + inside;
      }
    }
    return Double.NaN;
  }
}
