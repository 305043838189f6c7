package dev.deckmill.svgpptx.parse.paint;

import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code paint-order} (SVG 2 §13.8).
 *
 * @param layers all three, the lowest first
 */
public record PaintOrder(List<Layer> layers) {
  private static final PaintOrder NORMAL = new PaintOrder(List.of(Layer.values()));

  /** What is painted one over the other. */
  public enum Layer {
    FILL,
    STROKE,
    MARKERS
  }

  public PaintOrder {
    layers = List.copyOf(layers);
  }

  public static PaintOrder of(Style style) {
    String text = style.get(Property.PAINT_ORDER);
    if (text == null || text.equals("normal")) {
      return NORMAL;
    }
    List<Layer> layers = new ArrayList<>(3);
    for (String word : Words.of(text.toLowerCase(Locale.ROOT))) {
      Layer layer = layer(word);
      if (layer == null || layers.contains(layer)) {
        return NORMAL;
      }
      layers.add(layer);
    }
    Arrays.stream(Layer.values()).filter(l -> !layers.contains(l)).forEach(layers::add);
    return new PaintOrder(layers);
  }

  private static @Nullable Layer layer(String word) {
    return switch (word) {
      case "fill" -> Layer.FILL;
      case "stroke" -> Layer.STROKE;
      case "markers" -> Layer.MARKERS;
      default -> null;
    };
  }

  public boolean strokeFirst() {
    return layers.indexOf(Layer.STROKE) < layers.indexOf(Layer.FILL);
  }

  public boolean markersLast() {
    return layers.indexOf(Layer.MARKERS) == 2;
  }
}
