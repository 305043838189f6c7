package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.context.VisualBounds;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Filters that only put things over each other: floods are rectangles, offsets are copies of the
 * graphic elsewhere, images are images (Filter Effects 1 §9). So what they draw can be drawn
 * without a filter.
 */
final class FilterDrawing {
  private static final int MOST_LAYERS = 8;
  private static final int MOST_LEAVES = 1_000;

  private final Node source;
  private final Filter filter;
  private final VisualBounds reach;
  private final Map<String, List<Node>> results = new HashMap<>();
  private List<Node> previous;
  private int copies;

  /** Tells that a primitive does something else. */
  private static final class Other extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private FilterDrawing(Node node, Filter filter, VisualBounds reach) {
    this.source = node.withTransform(Affine.IDENTITY).withCompositing(Compositing.NONE);
    this.filter = filter;
    this.reach = reach;
    this.previous = cut(List.of(source), filter.region());
  }

  /** The node as it is drawn, without its filter; empty where that is something else. */
  static Optional<Node> of(Node node, @Nullable Filter filter, PlanContext context) {
    if (filter == null || !context.mayRepeat(0)) {
      return Optional.empty();
    }
    try {
      FilterDrawing drawing = new FilterDrawing(node, filter, context.reach());
      List<Node> layers = drawing.layers();
      if (!context.mayRepeat(NodePlanner.leaves(layers, MOST_LEAVES))) {
        return Optional.empty();
      }
      // Words that stand in a slide twice nobody can edit.
      return drawing.copies > 1 && NodePlanner.holdsText(node)
          ? Optional.empty()
          : Optional.of(
              new Group(node.origin(), node.transform(), node.compositing().unfiltered(), layers));
    } catch (Other e) {
      return Optional.empty();
    }
  }

  private List<Node> layers() throws Other {
    for (Filter.Step step : filter.steps()) {
      List<Node> result = result(step);
      // Before anything walks them: a result of results may hold the graphic any number of times.
      if (result.size() > MOST_LAYERS || NodePlanner.leaves(result, MOST_LEAVES) > MOST_LEAVES) {
        throw new Other();
      }
      // A primitive's region may protrude from the filter's, which nothing leaves.
      previous = cut(cut(result, step.region()), filter.region());
      if (step.result() != null) {
        results.put(step.result(), previous);
      }
    }
    return previous;
  }

  private List<Node> result(Filter.Step step) throws Other {
    return switch (step.primitive()) {
      case FilterPrimitive.Flood p -> List.of(rectangle(step.region(), p.color()));
      case FilterPrimitive.Image p -> List.of(drawn(p.picture()));
      case FilterPrimitive.TransparentBlack p -> List.of();
      case FilterPrimitive.Offset p ->
          List.of(group(Affine.translate(p.dx(), p.dy()), Compositing.NONE, image(p.in())));
      case FilterPrimitive.Merge p -> merged(p.nodes());
      case FilterPrimitive.Blend p when p.mode() == Compositing.Blend.NORMAL ->
          merged(List.of(p.in2(), p.in()));
      case FilterPrimitive.Composite p
          when p.operator() == FilterPrimitive.Composite.Operator.OVER ->
          merged(List.of(p.in2(), p.in()));
      case FilterPrimitive.GaussianBlur p when blursNothing(p.deviation()) -> image(p.in());
      case FilterPrimitive.Blend p -> throw new Other();
      case FilterPrimitive.Composite p -> throw new Other();
      case FilterPrimitive.GaussianBlur p -> throw new Other();
      case FilterPrimitive.ColorMatrix p -> throw new Other();
      case FilterPrimitive.ComponentTransfer p -> throw new Other();
      case FilterPrimitive.ConvolveMatrix p -> throw new Other();
      case FilterPrimitive.DiffuseLighting p -> throw new Other();
      case FilterPrimitive.DisplacementMap p -> throw new Other();
      case FilterPrimitive.DropShadow p -> throw new Other();
      case FilterPrimitive.Morphology p -> throw new Other();
      case FilterPrimitive.SpecularLighting p -> throw new Other();
      case FilterPrimitive.Tile p -> throw new Other();
      case FilterPrimitive.Turbulence p -> throw new Other();
    };
  }

  /** A raster of few pixels is enlarged by each program in its own way: it stays in a picture. */
  private static Node drawn(Node picture) throws Other {
    if (picture instanceof Picture) {
      throw new Other();
    }
    return picture;
  }

  private static boolean blursNothing(@Nullable PerAxis deviation) {
    return deviation == null || (deviation.x() == 0 && deviation.y() == 0);
  }

  private List<Node> merged(List<FilterInput> inputs) throws Other {
    if (inputs.size() > MOST_LAYERS) {
      throw new Other();
    }
    List<Node> all = new ArrayList<>();
    for (FilterInput input : inputs) {
      all.addAll(image(input));
    }
    return all;
  }

  private List<Node> image(FilterInput input) throws Other {
    copies++;
    return switch (input) {
      case FilterInput.Result result -> results.getOrDefault(result.name(), previous);
      case FilterInput.Source where ->
          switch (where) {
            case PREVIOUS -> previous;
            case SOURCE_GRAPHIC -> cut(List.of(source), filter.region());
            case SOURCE_ALPHA -> throw new Other();
          };
    };
  }

  /** What of nodes lies in a box, of which they stand out or not. */
  private List<Node> cut(List<Node> nodes, Box region) {
    Extent extent = reach.of(nodes, Affine.IDENTITY);
    if (nodes.isEmpty() || Extent.of(region).grown(1e-6).contains(extent)) {
      return nodes;
    }
    ClipPath clip = new ClipPath(List.of(rectangle(region, Rgba.BLACK)), null);
    Compositing clipped = new Compositing(1, null, clip, null, Compositing.Blend.NORMAL, false);
    return List.of(group(Affine.IDENTITY, clipped, nodes));
  }

  private static Node group(Affine transform, Compositing how, List<Node> nodes) {
    return new Group(Origin.of("g"), transform, how, nodes);
  }

  private static Shape rectangle(Box box, Rgba color) {
    return new Shape(
        Origin.of("rect"),
        Affine.IDENTITY,
        Compositing.NONE,
        new Geometry.Rect(box.x(), box.y(), box.width(), box.height(), 0, 0),
        new Paint.Solid(color),
        Shape.FillRule.NONZERO,
        null,
        false,
        List.of());
  }
}
