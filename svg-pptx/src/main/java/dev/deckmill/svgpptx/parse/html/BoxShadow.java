package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import java.util.ArrayList;
import java.util.List;

/** {@code box-shadow} (CSS Backgrounds 3 §6) as a drop shadow; of several the first. */
final class BoxShadow {
  private BoxShadow() {}

  static Compositing of(BoxStyle style, Box place) {
    String text = style.computed().get(Property.BOX_SHADOW, "none");
    String first = CssText.list(text).getFirst();
    if (first.equals("none") || first.contains("inset")) {
      return Compositing.NONE;
    }
    List<Double> lengths = new ArrayList<>(4);
    Rgba color = Colors.current(style.computed());
    for (String word : CssText.words(first)) {
      double length = LengthParser.parse(word, style.computed().units(), Double.NaN, Double.NaN);
      Rgba named = Double.isNaN(length) ? Colors.parse(word, style.computed()) : null;
      color = named == null ? color : named;
      if (!Double.isNaN(length)) {
        lengths.add(length);
      }
    }
    return lengths.size() < 2 || color.alpha() == 0
        ? Compositing.NONE
        : shadow(place, lengths, color);
  }

  private static Compositing shadow(Box place, List<Double> lengths, Rgba color) {
    double blur = lengths.size() > 2 ? Math.max(0, lengths.get(2)) : 0;
    double far = Math.abs(lengths.get(0)) + Math.abs(lengths.get(1)) + 2 * blur + 1;
    Box region =
        new Box(
            place.x() - far, place.y() - far, place.width() + 2 * far, place.height() + 2 * far);
    FilterPrimitive drop =
        new FilterPrimitive.DropShadow(
            FilterInput.Source.SOURCE_GRAPHIC,
            lengths.get(0),
            lengths.get(1),
            new FilterPrimitive.PerAxis(blur / 2, blur / 2),
            color);
    Filter filter = new Filter(region, List.of(new Filter.Step(region, null, false, drop)));
    return new Compositing(1, filter, null, null, Compositing.Blend.NORMAL, false);
  }
}
