package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.effect.Blending;
import dev.deckmill.svgpptx.analyze.effect.GroupEffects;
import dev.deckmill.svgpptx.analyze.effect.Knockout;
import dev.deckmill.svgpptx.analyze.effect.Opaque;
import dev.deckmill.svgpptx.analyze.effect.ShadowGlowRecogniser;
import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.paint.Colors;
import dev.deckmill.svgpptx.analyze.plan.Approximated;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.ShapeEffect;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Findings;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans one node: settles what its compositing means, then plans what it is. */
final class CompositedNode {
  private final NodePlanner nodes;
  private final PlanContext context;
  private final Node node;
  private final Compositing how;
  private final InheritedState outer;
  private InheritedState where;

  /** That it is drawn a little differently, and why; null: nothing makes it so. */
  private @Nullable Decision decision;

  /** What was found before anything about this node's looks; null: nothing was yet. */
  private Findings.@Nullable Mark before;

  CompositedNode(NodePlanner nodes, PlanContext context, Node node, InheritedState outer) {
    this.nodes = nodes;
    this.context = context;
    this.node = node;
    this.how = node.compositing();
    this.outer = outer;
    this.where = outer;
  }

  /** In SVG's order: filter, clip, mask, opacity, blend (SVG 2 §3.6). */
  List<Item> items() {
    if (how.filter() != null && how.filter().drawsNothing()) {
      return List.of();
    }
    long pixels = context.pixelsLeft();
    Optional<List<Item>> computed = unfiltered();
    if (computed.isEmpty()) {
      context.restorePixels(pixels);
      computed = masked();
    }
    if (computed.isPresent()) {
      return computed.get();
    }
    context.restorePixels(pixels);
    takeBack(Set.of(Finding.Code.APPROXIMATED, Finding.Code.RASTERIZED));
    Optional<Cause> pictured = mask().or(this::filter).or(this::clip);
    List<Item> items = pictured.isPresent() ? picture(pictured.get()) : seen();
    if (items.isEmpty() || isPicture(items)) {
      takeBack(Set.of(Finding.Code.APPROXIMATED));
    }
    return decided(blended(items));
  }

  /** What its filter draws, where that can be drawn without one; a part as a picture is no gain. */
  private Optional<List<Item>> unfiltered() {
    if (how.filter() == null || effects().isPresent()) {
      return Optional.empty();
    }
    mark();
    return FilterDrawing.of(node, how.filter(), context)
        .map(drawn -> nodes.plan(drawn, outer))
        .filter(items -> !NodePlanner.holdPictures(items));
  }

  /** What its mask shows of it, where that can be computed. */
  private Optional<List<Item>> masked() {
    if (how.mask() == null) {
      return Optional.empty();
    }
    mark();
    return new MaskedNode(nodes, context, node, outer).items().map(this::together);
  }

  /** What it is as a picture: nothing of what was planned for it before is drawn. */
  private List<Item> picture(Cause cause) {
    takeBack(Set.of(Finding.Code.APPROXIMATED, Finding.Code.RASTERIZED));
    return nodes.raster(node, outer, cause);
  }

  private List<Item> seen() {
    boolean clippedAway = how.clip() != null && where.clip() != null && where.clip().isEmpty();
    return clippedAway ? List.of() : content();
  }

  /** The cause for which the node becomes a picture; none: it is drawn without the mask. */
  private Optional<Cause> mask() {
    return how.mask() == null
        ? Optional.empty()
        : leftOut(Cause.MASK, context.policy().on(Cause.MASK) == Rendition.RASTER);
  }

  /** The same for its filter, which may be shadows and glows. */
  private Optional<Cause> filter() {
    if (how.filter() == null) {
      return Optional.empty();
    }
    Optional<List<ShapeEffect>> effects = effects();
    return effects.isPresent()
        ? shining(effects.get())
        : leftOut(Cause.FILTER, context.policy().on(Cause.FILTER) == Rendition.RASTER);
  }

  /**
   * The shadows and glows that its filter is; empty where it is something else, or there is none.
   */
  private Optional<List<ShapeEffect>> effects() {
    if (how.filter() == null) {
      return Optional.empty();
    }
    Affine toSlide = outer.toSlide().times(node.transform());
    return ShadowGlowRecogniser.of(
        how.filter(), Colors.onlyColor(node).orElse(null), Opaque.is(node), toSlide);
  }

  private Optional<Cause> leftOut(Cause cause, boolean isPictured) {
    if (isPictured) {
      return Optional.of(cause);
    }
    approximate(cause, Finding.Severity.WARNING);
    return Optional.empty();
  }

  private Optional<Cause> shining(List<ShapeEffect> all) {
    List<ShapeEffect> effects = all.stream().map(effect -> straight(effect, all)).toList();
    if (isPictured(Cause.GLOW) && effects.stream().anyMatch(ShapeEffect.Glow.class::isInstance)) {
      return Optional.of(Cause.GLOW);
    }
    where = where.shining(effects.stream().map(this::blurred).toList());
    if (where.effects().size() < outer.effects().size() + effects.size()) {
      if (isPictured(Cause.SEVERAL_SHADOWS)) {
        return Optional.of(Cause.SEVERAL_SHADOWS);
      }
      approximate(Cause.SEVERAL_SHADOWS, Finding.Severity.INFO);
    }
    return Optional.empty();
  }

  /**
   * A glow alone is a shadow that lies straight below: a blurred copy is what that is, and a glow
   * begins at the edge with all of its colour, where a copy has half of it left.
   */
  private ShapeEffect straight(ShapeEffect effect, List<ShapeEffect> all) {
    return effect instanceof ShapeEffect.Glow glow && all.size() == 1 && outer.effects().isEmpty()
        ? glow.below()
        : effect;
  }

  /** As the program will blur it; a glow of text becomes a shadow straight below. */
  private ShapeEffect blurred(ShapeEffect effect) {
    double blur = context.policy().shadowBlur();
    return effect instanceof ShapeEffect.Glow glow && node instanceof Text
        ? glow.narrowed(blur)
        : effect.blurred(blur);
  }

  private Optional<Cause> clip() {
    if (how.clip() == null) {
      return Optional.empty();
    }
    Optional<Clip> clip = Clip.of(how.clip(), outer.toSlide().times(node.transform()));
    clip.ifPresent(c -> where = where.clipped(c));
    return clip.isPresent() ? Optional.empty() : Optional.of(Cause.CLIP);
  }

  private List<Item> content() {
    InheritedState faded = where.faded(how.opacity());
    return switch (node) {
      case Group group -> isIsolated(how) ? nodes.isolated(() -> parts(group)) : parts(group);
      case Shape shape -> nodes.shapes().plan(shape, faded, outer);
      case Picture picture -> nodes.pictures().plan(picture, faded, outer);
      case Text text -> nodes.texts().plan(text, faded, outer);
    };
  }

  private List<Item> parts(Group group) {
    Affine inner = where.toSlide().times(group.transform());
    if (how.opacity() < 1 && OverlappingParts.are(group, inner, context.reach())) {
      Optional<List<Item>> faded = knockedOut(group);
      if (faded.isEmpty() && isPictured(Cause.OVERLAPPING_OPACITY)) {
        return picture(Cause.OVERLAPPING_OPACITY);
      }
      approximate(Cause.OVERLAPPING_OPACITY, Finding.Severity.INFO);
      if (faded.isPresent()) {
        return GroupEffects.on(together(faded.get()), where.effects());
      }
    }
    List<Item> items = nodes.group(group, where.faded(how.opacity()).plain());
    return GroupEffects.on(items, where.effects());
  }

  private Optional<List<Item>> knockedOut(Group group) {
    mark();
    return context.policy().knocksOut() && Knockout.suits(group)
        ? Knockout.faded(
            nodes.group(group, where.opaque().plain()), where.opacity() * how.opacity())
        : Optional.empty();
  }

  private List<Item> blended(List<Item> items) {
    if (how.blend() == Compositing.Blend.NORMAL || items.isEmpty()) {
      return items;
    }
    Optional<List<Item>> blended = Blending.of(items, nodes.backdrop(), how.blend());
    if (blended.isEmpty()) {
      approximate(Cause.BLEND, Finding.Severity.WARNING);
      return items;
    }
    if (blended.get().equals(items)) {
      return items;
    }
    approximate(Cause.BLEND, Finding.Severity.INFO);
    return together(nodes.shapes().fitted(blended.get()));
  }

  private void approximate(Cause cause, Finding.Severity severity) {
    mark();
    Decision another = context.approximate(node.origin(), cause, severity);
    decision = decision == null ? another : decision.and(another);
  }

  /** From here on findings may have to be taken back. */
  private void mark() {
    if (before == null) {
      before = context.found();
    }
  }

  /** It is drawn with all that was left out, or not at all. */
  private void takeBack(Set<Finding.Code> codes) {
    if (before != null) {
      context.takeBack(before, codes);
      decision = null;
    }
  }

  private List<Item> decided(List<Item> items) {
    if (decision == null) {
      return items;
    }
    return node instanceof Group
        ? Approximated.group(items, decision)
        : Approximated.element(items, decision);
  }

  /** Whether the items are a picture of the node itself, not of something that it is made of. */
  @SuppressWarnings("ReferenceEquality") // other elements without an id have an equal origin
  private boolean isPicture(List<Item> items) {
    return items.size() == 1
        && items.getFirst() instanceof Item.Raster drawn
        // A shape without its markers is another object.
        && (drawn.node() == node
            || (drawn.node() instanceof Shape shape && shape.origin() == node.origin()));
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

  private List<Item> together(List<Item> items) {
    return items.size() > 1
        ? List.of(new Item.Group(PlanContext.unlinked(node.origin()), items))
        : items;
  }

  /** Whether it becomes a picture; text that can be drawn otherwise never does. */
  private boolean isPictured(Cause cause) {
    return context.policy().on(cause) == Rendition.RASTER && !NodePlanner.holdsText(node);
  }
}
