package dev.deckmill.svgpptx.parse.atrule;

import java.util.LinkedHashMap;
import java.util.Map;

/** A cascade layer and those inside of it (CSS Cascade 5 §6.4). */
public final class CascadeLayer {
  /** Layers in layers by their names: further dots are part of the last name. */
  private static final int MOST_NAMES = 32;

  private final Map<String, CascadeLayer> inner = new LinkedHashMap<>();
  private int rank;

  /** The layer of a dotted name; an empty one is one of its own each time. */
  public CascadeLayer named(String name) {
    if (name.isEmpty()) {
      return inner.computeIfAbsent(" " + inner.size(), key -> new CascadeLayer());
    }
    CascadeLayer layer = this;
    for (String part : name.split("\\.", MOST_NAMES)) {
      layer = layer.inner.computeIfAbsent(part.strip(), key -> new CascadeLayer());
    }
    return layer;
  }

  /** Where it stands in the order, the strongest last. */
  public int rank() {
    return rank;
  }

  /** Gives ranks from a number on: what is inside is weaker than what is in no inner layer. */
  public int number(int from) {
    int next = from;
    for (CascadeLayer layer : inner.values()) {
      next = layer.number(next);
    }
    rank = next;
    return next + 1;
  }
}
