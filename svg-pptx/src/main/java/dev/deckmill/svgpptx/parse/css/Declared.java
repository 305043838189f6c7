package dev.deckmill.svgpptx.parse.css;

import org.jspecify.annotations.Nullable;

/**
 * What is declared for the element at hand, in slots that are used again for the next one. Declared
 * in the order of the cascade: layer by layer, within one the winner last (CSS Cascade 5 §6).
 */
final class Declared {
  /** The layer below all others: what browsers bring along for HTML. */
  static final int BROWSER = -2;

  /** The layer below all that pages declare: presentation attributes (SVG 2 §6.6). */
  static final int ATTRIBUTES = -1;

  /** The layer above all others: the {@code style} attribute. */
  static final int STYLE = Integer.MAX_VALUE;

  private static final int COUNT = Property.values().length;

  private final @Nullable String[] values = new @Nullable String[COUNT];

  /** What the layers below say, for {@code revert-layer}. */
  private final @Nullable String[] beneath = new @Nullable String[COUNT];

  private final boolean[] important = new boolean[COUNT];
  private final int[] layers = new int[COUNT];
  private final Property[] touched = new Property[COUNT];
  private int size;

  /** The later declaration wins, but of important ones that of the layer further below. */
  void declare(Property property, String value, boolean isImportant, int layer) {
    int i = property.index();
    String before = values[i];
    if (before == null) {
      touched[size++] = property;
      beneath[i] = null;
    } else if (important[i] && (!isImportant || (layer > layers[i] && layer != STYLE))) {
      return;
    } else if (layer > layers[i]) {
      beneath[i] = before;
    }
    values[i] = value.equalsIgnoreCase("revert-layer") ? below(i, before, layer) : value;
    important[i] = isImportant;
    layers[i] = layer;
  }

  private String below(int i, @Nullable String before, int layer) {
    String lower = before != null && layer == layers[i] ? beneath[i] : before;
    return lower == null ? "unset" : lower;
  }

  /** A value from an animation: over everything that is not important (CSS Cascade 5 §6.1). */
  void animate(Property property, String value) {
    int i = property.index();
    if (values[i] == null) {
      touched[size++] = property;
      important[i] = false;
      layers[i] = STYLE;
    }
    values[i] = important[i] ? values[i] : value;
  }

  @Nullable String get(Property property) {
    return values[property.index()];
  }

  int size() {
    return size;
  }

  Property property(int n) {
    return touched[n];
  }

  void clear() {
    for (int n = 0; n < size; n++) {
      int i = touched[n].index();
      values[i] = null;
      important[i] = false;
    }
    size = 0;
  }
}
