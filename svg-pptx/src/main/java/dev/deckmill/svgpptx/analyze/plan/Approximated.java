package dev.deckmill.svgpptx.analyze.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * Items with a decision that was taken on an element after its parts had theirs. Leaves that shared
 * a decision share one afterwards: they count as one element.
 */
public final class Approximated {
  private final Decision decision;
  private final IdentityHashMap<Decision, Decision> joined = new IdentityHashMap<>();

  private Approximated(Decision decision) {
    this.decision = decision;
  }

  /** The element of a shape, a picture or a text: its own parts have the decision. */
  public static List<Item> element(List<Item> items, Decision decision) {
    Approximated approximated = new Approximated(decision);
    List<Item> own = approximated.leaves(items, leaf -> leaf.decision().isAbout(decision));
    // Of one that is painted with a pattern there may be nothing but tiles.
    return approximated.joined.isEmpty() ? approximated.leaves(items, leaf -> true) : own;
  }

  /** A group has a decision of its own, what is in it keeps its. */
  public static List<Item> group(List<Item> items, Decision decision) {
    Approximated approximated = new Approximated(decision);
    return items.stream()
        .map(
            item ->
                switch (item) {
                  case Item.Group group -> group.decided(decision);
                  // The group was only in the way: the one thing in it stands for it.
                  case Item.Leaf leaf -> approximated.leaf(leaf);
                })
        .toList();
  }

  /** All leaves, where the group that was decided on is no group on the slide. */
  public static List<Item> parts(List<Item> items, Decision decision) {
    return new Approximated(decision).leaves(items, leaf -> true);
  }

  private List<Item> leaves(List<Item> items, Predicate<Item.Leaf> taken) {
    return items.stream()
        .map(
            item ->
                switch (item) {
                  case Item.Group group -> group.holding(leaves(group.items(), taken));
                  case Item.Leaf leaf -> taken.test(leaf) ? leaf(leaf) : leaf;
                })
        .toList();
  }

  private Item leaf(Item.Leaf leaf) {
    return leaf.decided(joined.computeIfAbsent(leaf.decision(), own -> own.and(decision)));
  }
}
