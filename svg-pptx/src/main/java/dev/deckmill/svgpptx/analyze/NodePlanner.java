package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.analyze.text.LinePieces;
import dev.deckmill.svgpptx.analyze.text.Paragraphs;
import dev.deckmill.svgpptx.analyze.text.ShapeLabels;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Walks the tree: knows what lies below a node, and joins what stands beside it. */
final class NodePlanner {
  private static final double LARGEST_TRANSFORM = 1e90;

  private final PlanContext context;
  private final ShapePlanner shapes;
  private final TextPlanner texts;
  private final PicturePlanner pictures;
  private final ShapeLabels labels;

  /** What is drawn so far below the next node, in each isolated group that is open. */
  private final Deque<List<Item>> backdrops = new ArrayDeque<>(List.of(new ArrayList<>()));

  NodePlanner(PlanContext context, Fonts fonts, SlideSize size) {
    this.context = context;
    this.shapes = new ShapePlanner(context, this);
    this.texts = new TextPlanner(context, fonts);
    this.pictures = new PicturePlanner(context);
    this.labels = new ShapeLabels(size);
  }

  List<Item> plan(List<Node> nodes, InheritedState where) {
    List<Item> items = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      List<Item> backdrop = backdrops.element();
      int before = backdrop.size();
      List<Item> planned = plan(node, where);
      // What a group's children have put there is in the group now.
      backdrop.subList(before, backdrop.size()).clear();
      backdrop.addAll(planned);
      items.addAll(planned);
    }
    return labels.joined(Paragraphs.together(LinePieces.together(items)));
  }

  /** Nothing where it is not seen or can't be computed with. */
  List<Item> plan(Node node, InheritedState outer) {
    if (node.compositing().opacity() <= 0) {
      return List.of();
    }
    if (!isDrawable(outer.toSlide().times(node.transform()))) {
      context.find(
          Finding.Code.UNSUPPORTED_DROPPED,
          Finding.Severity.WARNING,
          node.origin(),
          "Not drawn: the transforms around it enlarge it beyond all that can be computed with.");
      return List.of();
    }
    return new CompositedNode(this, context, node, outer).items();
  }

  /**
   * Whether coordinates of the page, which are at most 1e30, stay numbers under the transform and
   * in what is computed from them, squares among it.
   */
  private static boolean isDrawable(Affine toSlide) {
    double largest =
        Math.max(
            Math.max(Math.abs(toSlide.a()), Math.abs(toSlide.b())),
            Math.max(Math.abs(toSlide.c()), Math.abs(toSlide.d())));
    return Math.max(largest, Math.max(Math.abs(toSlide.e()), Math.abs(toSlide.f())))
        <= LARGEST_TRANSFORM;
  }

  ShapePlanner shapes() {
    return shapes;
  }

  TextPlanner texts() {
    return texts;
  }

  PicturePlanner pictures() {
    return pictures;
  }

  /** Plans with nothing below. */
  List<Item> isolated(Supplier<List<Item>> planning) {
    backdrops.push(new ArrayList<>());
    List<Item> items = planning.get();
    backdrops.pop();
    return items;
  }

  /** What is drawn so far below what comes next, in the isolated group that is open. */
  List<Item> backdrop() {
    return backdrops.element();
  }

  /** A picture of the node, as far as it is on the page. */
  List<Item> raster(Node node, InheritedState outer, Cause cause) {
    return context.drawn(node, outer, cause).map(List::of).orElse(List.of());
  }

  /** A group stays one where it has a name or holds several things; else it is only in the way. */
  List<Item> group(Group group, InheritedState where) {
    List<Item> items = plan(group.children(), where.inside(group.transform()));
    // A link stands on what is drawn: the leaves have it too.
    Origin origin = PlanContext.unlinked(group.origin());
    boolean named =
        origin.id() != null
            || origin.label() != null
            || origin.title() != null
            || origin.description() != null;
    if (items.isEmpty() || (items.size() == 1 && !named)) {
      return items;
    }
    return List.of(new Item.Group(origin, items));
  }

  /** How many things nodes draw; counted no further than a little beyond the most. */
  static int leaves(List<Node> of, int most) {
    int leaves = 0;
    for (Node node : of) {
      leaves +=
          switch (node) {
            case Group group -> 1 + leaves(group.children(), most - leaves);
            case Shape shape -> 1 + shape.markers().size();
            case Picture picture -> 1;
            case Text text -> 1;
          };
      if (leaves > most) {
        break;
      }
    }
    return leaves;
  }

  /** Whether something of the items is a picture that the engine draws. */
  static boolean holdPictures(List<Item> items) {
    return items.stream()
        .anyMatch(
            item ->
                switch (item) {
                  case Item.Group group -> holdPictures(group.items());
                  case Item.Raster raster -> true;
                  case Item.Shape shape -> false;
                  case Item.TextBox words -> false;
                  case Item.TextFrame frame -> false;
                  case Item.Image image -> false;
                });
  }

  static boolean holdsText(Node node) {
    return switch (node) {
      case Text text -> true;
      case Group group -> holdText(group.children());
      case Shape shape -> false;
      case Picture picture -> false;
    };
  }

  private static boolean holdText(List<Node> nodes) {
    for (Node node : nodes) {
      if (holdsText(node)) {
        return true;
      }
    }
    return false;
  }
}
