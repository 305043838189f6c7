package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code display: flex} (CSS Flexbox 1 §9). */
final class FlexFlow {
  private final BoxLayout boxes;

  FlexFlow(BoxLayout boxes) {
    this.boxes = boxes;
  }

  Fragment layout(HtmlBox.Container box, Space space) {
    Fragment fragment = new Fragment(box);
    Edges edges = Sizing.edges(box, space.width());
    Edges margin = box.style().margin(space.width());
    double width = Sizing.width(boxes, box, space);
    double definite = Sizing.definiteHeight(box, space, width);
    double least = box.style().length(Property.MIN_HEIGHT, space.height());
    fragment.marginTop = margin.top();
    fragment.marginBottom = margin.bottom();
    double innerWidth = Math.max(0, width - edges.across());
    double innerHeight = Double.isNaN(definite) ? definite : Math.max(0, definite - edges.down());
    boolean column = box.style().word(Property.FLEX_DIRECTION, "row").startsWith("column");
    if (column && Double.isNaN(innerHeight) && least > 0) {
      innerHeight = heightOfColumn(box, innerWidth, Math.max(0, least - edges.down()));
    }
    List<FlexItem> items = items(box, fragment, edges, innerWidth, innerHeight);
    double used =
        column
            ? new FlexColumn(boxes, box, innerWidth, innerHeight).place(items)
            : new FlexRows(boxes, box, innerWidth, innerHeight).place(items);
    for (FlexItem item : items) {
      fragment.add(item.fragment(), edges.left() + item.x, edges.top() + item.y);
    }
    fragment.size(width, Sizing.height(box, space, width, used));
    return fragment;
  }

  /** {@code min-height} is a column's height where its items need less. */
  private double heightOfColumn(HtmlBox.Container box, double width, double least) {
    List<FlexItem> items = new ArrayList<>();
    for (HtmlBox child : box.children()) {
      if (child instanceof HtmlBox.Container part && BoxTree.isInFlow(part)) {
        items.add(new FlexItem(part, box.style(), width, Double.NaN));
      }
    }
    double natural = new FlexColumn(boxes, box, width, Double.NaN).place(items);
    return natural < least ? least : Double.NaN;
  }

  private static List<FlexItem> items(
      HtmlBox.Container box, Fragment fragment, Edges edges, double width, double height) {
    List<FlexItem> items = new ArrayList<>(box.children().size());
    for (HtmlBox.Container part : ordered(box, fragment, edges)) {
      items.add(new FlexItem(part, box.style(), width, height));
    }
    return items;
  }

  /** The items as {@code order} says; what is placed apart is noted (CSS Flexbox 1 §5.4). */
  static List<HtmlBox.Container> ordered(HtmlBox.Container box, Fragment fragment, Edges edges) {
    List<HtmlBox.Container> items = new ArrayList<>(box.children().size());
    for (HtmlBox child : box.children()) {
      if (!BoxTree.isInFlow(child)) {
        fragment.outOfFlow().add(new Fragment.OutOfFlow(child, edges.left(), edges.top()));
      } else if (child instanceof HtmlBox.Container part) {
        items.add(part);
      }
    }
    items.sort(Comparator.comparingDouble(item -> item.style().number(Property.ORDER, 0)));
    return items;
  }

  /** {@code justify-content} and its kin, without {@code safe} and {@code unsafe}. */
  static String bare(String alignment) {
    int space = alignment.lastIndexOf(' ');
    return space < 0 ? alignment : alignment.substring(space + 1);
  }

  /** Where the first of some things begins and what more is between them, for the room left. */
  static double[] justified(String how, double free, int count) {
    double room = Math.max(0, free);
    return switch (bare(how)) {
      case "center" -> new double[] {free / 2, 0};
      case "end", "flex-end", "right" -> new double[] {free, 0};
      case "space-between" -> new double[] {0, count > 1 ? room / (count - 1) : 0};
      case "space-around" -> new double[] {room / count / 2, room / count};
      case "space-evenly" -> new double[] {room / (count + 1), room / (count + 1)};
      default -> new double[] {0, 0};
    };
  }
}
