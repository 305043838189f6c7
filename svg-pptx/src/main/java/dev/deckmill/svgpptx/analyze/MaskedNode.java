package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.effect.MaskRegions;
import dev.deckmill.svgpptx.analyze.effect.Veiled;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans a node with a mask, which a slide doesn't have: what each of the mask's areas shows of the
 * node is cut out and made fainter.
 */
final class MaskedNode {
  private static final int MOST_LEAVES = 100_000;

  private final NodePlanner nodes;
  private final PlanContext context;
  private final Node node;
  private final InheritedState outer;

  MaskedNode(NodePlanner nodes, PlanContext context, Node node, InheritedState outer) {
    this.nodes = nodes;
    this.context = context;
    this.node = node;
    this.outer = outer;
  }

  /** What is seen through the mask; empty where that can't be computed. */
  Optional<List<Item>> items() {
    Compositing how = node.compositing();
    if (how.mask() == null || how.filter() != null || !context.mayCutMasks()) {
      return Optional.empty();
    }
    Affine inner = outer.toSlide().times(node.transform());
    Optional<List<MaskRegions.Region>> regions =
        MaskRegions.of(how.mask(), inner, context::cutMask);
    return regions.filter(this::keepsTexts).flatMap(this::items);
  }

  private Optional<List<Item>> items(List<MaskRegions.Region> regions) {
    // What turns out not to be computable is planned once more, too.
    boolean once =
        regions.size() <= 1 && regions.stream().allMatch(r -> r.veil() instanceof Paint.Solid);
    if (!once
        && !context.mayRepeat(
            (long) regions.size() * NodePlanner.leaves(List.of(node), MOST_LEAVES))) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    for (MaskRegions.Region region : regions) {
      Optional<List<Item>> seen = seen(region);
      if (seen.isEmpty()) {
        return Optional.empty();
      }
      items.addAll(seen.get());
    }
    // Several pictures would be dearer than the one of all.
    return regions.size() > 1 && NodePlanner.holdPictures(items)
        ? Optional.empty()
        : Optional.of(regions.size() > 1 ? decidedOnce(items) : items);
  }

  private Optional<List<Item>> seen(MaskRegions.Region region) {
    InheritedState within = outer.clipped(region.clip());
    Compositing how = node.compositing();
    if (region.veil() instanceof Paint.Solid solid) {
      return Optional.of(
          nodes.plan(node.withCompositing(how.unmasked(solid.color().alpha())), within));
    }
    Node whole = node.withCompositing(how.unmasked(1).opaque());
    return Veiled.items(
            nodes.plan(whole, within.opaque()), region.veil(), outer.opacity() * how.opacity())
        .map(nodes.shapes()::fitted);
  }

  /**
   * Whether each text lies in one of the areas or in none: a text is never cut. One area is a clip,
   * and what becomes of text in one is decided where it is planned.
   */
  private boolean keepsTexts(List<MaskRegions.Region> regions) {
    if (regions.size() <= 1) {
      return true;
    }
    List<Extent> texts = new ArrayList<>();
    collect(node, outer.toSlide(), texts);
    return texts.stream()
        .allMatch(
            text ->
                regions.stream().anyMatch(r -> r.clip().contains(text))
                    || regions.stream().allMatch(r -> r.clip().misses(text)));
  }

  private void collect(Node of, Affine toSlide, List<Extent> texts) {
    switch (of) {
      case Group group ->
          group
              .children()
              .forEach(child -> collect(child, toSlide.times(group.transform()), texts));
      case Text text -> texts.add(context.reach().of(text, toSlide));
      case Shape shape -> {}
      case Picture picture -> {}
    }
  }

  /** An element that is seen in several areas counts once, and is one group of them all. */
  private List<Item> decidedOnce(List<Item> items) {
    return node instanceof Group
        ? items
        : decidedOnce(items.stream().flatMap(MaskedNode::parts).toList(), new HashMap<>());
  }

  private static Stream<Item> parts(Item item) {
    return item instanceof Item.Group group && group.decision() == null
        ? group.items().stream()
        : Stream.of(item);
  }

  private static List<Item> decidedOnce(List<Item> items, Map<Decision, Decision> first) {
    return items.stream()
        .map(
            item ->
                switch (item) {
                  case Item.Group group -> group.holding(decidedOnce(group.items(), first));
                  case Item.Leaf leaf ->
                      leaf.decided(first.computeIfAbsent(leaf.decision(), own -> own));
                })
        .toList();
  }
}
