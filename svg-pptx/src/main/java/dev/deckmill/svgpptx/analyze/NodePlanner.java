package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.analyze.context.Fonts;
import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.effect.Blending;
import dev.deckmill.svgpptx.analyze.effect.GroupEffects;
import dev.deckmill.svgpptx.analyze.effect.Knockout;
import dev.deckmill.svgpptx.analyze.effect.ShadowGlowRecogniser;
import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.paint.Colors;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.ShapeEffect;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.analyze.text.Paragraphs;
import dev.deckmill.svgpptx.analyze.text.ShapeLabels;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Compositing;
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
import java.util.Optional;

/** Walks the tree: settles what a node's compositing means, then plans what the node is. */
final class NodePlanner {
  private static final int MOST_COMPARED = 64;
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
    return labels.joined(Paragraphs.together(items));
  }

  /** In SVG's order: filter, clip, mask, opacity, blend (SVG 2 §3.6). */
  List<Item> plan(Node node, InheritedState outer) {
    Compositing how = node.compositing();
    if (how.opacity() <= 0) {
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
    InheritedState where = outer;
    if (how.mask() != null) {
      if (context.policy().on(Cause.MASK) == Rendition.RASTER) {
        return raster(node, outer, Cause.MASK);
      }
      context.approximate(node.origin(), Cause.MASK, Finding.Severity.WARNING);
    }
    if (how.filter() != null) {
      double scale = Similarity.scale(outer.toSlide().times(node.transform()));
      Optional<List<ShapeEffect>> effects =
          ShadowGlowRecogniser.of(how.filter(), Colors.onlyColor(node).orElse(null), scale);
      if (effects.isPresent()) {
        if (isPictured(Cause.GLOW, node)
            && effects.get().stream().anyMatch(ShapeEffect.Glow.class::isInstance)) {
          return raster(node, outer, Cause.GLOW);
        }
        where = where.shining(effects.get());
        if (where.effects().size() < outer.effects().size() + effects.get().size()) {
          if (isPictured(Cause.SEVERAL_SHADOWS, node)) {
            return raster(node, outer, Cause.SEVERAL_SHADOWS);
          }
          context.approximate(node.origin(), Cause.SEVERAL_SHADOWS, Finding.Severity.INFO);
        }
      } else if (context.policy().on(Cause.FILTER) == Rendition.RASTER) {
        return raster(node, outer, Cause.FILTER);
      } else {
        context.approximate(node.origin(), Cause.FILTER, Finding.Severity.WARNING);
      }
    }
    if (how.clip() != null) {
      Optional<Clip> clip = clip(how.clip(), node, outer);
      if (clip.isEmpty()) {
        return raster(node, outer, Cause.CLIP);
      }
      where = where.clipped(clip.get());
      if (where.clip() != null && where.clip().isEmpty()) {
        return List.of();
      }
    }
    boolean isolated = node instanceof Group && isIsolated(how);
    if (isolated) {
      backdrops.push(new ArrayList<>());
    }
    List<Item> items = content(node, where, outer);
    if (isolated) {
      backdrops.pop();
    }
    return how.blend() == Compositing.Blend.NORMAL ? items : blended(node, items);
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

  /** Whether what is inside blends with nothing outside (CSS Compositing 1 §3.4). */
  private static boolean isIsolated(Compositing how) {
    return how.isolated()
        || how.opacity() < 1
        || how.filter() != null
        || how.clip() != null
        || how.mask() != null
        || how.blend() != Compositing.Blend.NORMAL;
  }

  private List<Item> blended(Node node, List<Item> items) {
    Optional<List<Item>> blended =
        Blending.of(items, backdrops.element(), node.compositing().blend());
    if (blended.isEmpty()) {
      context.approximate(node.origin(), Cause.BLEND, Finding.Severity.WARNING);
      return items;
    }
    if (blended.get().equals(items)) {
      return items;
    }
    context.approximate(node.origin(), Cause.BLEND, Finding.Severity.INFO);
    return together(node, shapes.fitted(blended.get()));
  }

  private static List<Item> together(Node node, List<Item> items) {
    return items.size() > 1
        ? List.of(new Item.Group(PlanContext.unlinked(node.origin()), items))
        : items;
  }

  /** Whether it becomes a picture; text that can be drawn otherwise never does. */
  private boolean isPictured(Cause cause, Node node) {
    return context.policy().on(cause) == Rendition.RASTER && !holdsText(node);
  }

  private static Optional<Clip> clip(ClipPath path, Node node, InheritedState outer) {
    Affine inner = outer.toSlide().times(node.transform());
    return Clip.of(path, inner);
  }

  private List<Item> content(Node node, InheritedState where, InheritedState outer) {
    double opacity = node.compositing().opacity();
    return switch (node) {
      case Group group -> {
        if (opacity < 1 && overlaps(group, where)) {
          if (context.policy().knocksOut() && Knockout.suits(group)) {
            List<Item> whole = group(group, where.opaque().plain());
            Optional<List<Item>> faded = Knockout.faded(whole, where.opacity() * opacity);
            if (faded.isPresent()) {
              context.approximate(node.origin(), Cause.OVERLAPPING_OPACITY, Finding.Severity.INFO);
              yield GroupEffects.on(together(node, faded.get()), where.effects());
            }
          }
          if (isPictured(Cause.OVERLAPPING_OPACITY, group)) {
            yield raster(node, outer, Cause.OVERLAPPING_OPACITY);
          }
          context.approximate(node.origin(), Cause.OVERLAPPING_OPACITY, Finding.Severity.INFO);
        }
        List<Item> items = group(group, where.faded(opacity).plain());
        yield GroupEffects.on(items, where.effects());
      }
      case Shape shape -> shapes.plan(shape, where.faded(opacity), outer);
      case Picture picture -> pictures.plan(picture, where.faded(opacity), outer);
      case Text text -> texts.plan(text, where.faded(opacity), outer);
    };
  }

  /** A picture of the node, as far as it is on the page. */
  List<Item> raster(Node node, InheritedState outer, Cause cause) {
    return context.drawn(node, outer, cause).map(List::of).orElse(List.of());
  }

  /** A group stays one where it has a name or holds several things; else it is only in the way. */
  private List<Item> group(Group group, InheritedState where) {
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

  private boolean overlaps(Group group, InheritedState where) {
    Affine inner = where.toSlide().times(group.transform());
    List<Extent> extents = new ArrayList<>();
    leaves(group.children(), inner, extents);
    if (extents.size() > MOST_COMPARED) {
      return true;
    }
    for (int i = 0; i < extents.size(); i++) {
      for (int j = i + 1; j < extents.size(); j++) {
        if (extents.get(i).overlaps(extents.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private void leaves(List<Node> nodes, Affine toSlide, List<Extent> into) {
    for (Node node : nodes) {
      if (node instanceof Group group) {
        leaves(group.children(), toSlide.times(group.transform()), into);
      } else {
        into.add(context.reach().of(node, toSlide));
      }
      if (into.size() > MOST_COMPARED) {
        return;
      }
    }
  }

  static boolean holdsText(Node node) {
    return switch (node) {
      case Text text -> true;
      case Group group -> group.children().stream().anyMatch(NodePlanner::holdsText);
      case Shape shape -> false;
      case Picture picture -> false;
    };
  }
}
