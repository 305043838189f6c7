package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code box-shadow} (CSS Backgrounds 3 §6): a blurred one as a filter of the box, sharp ones as
 * shapes, rings around the box and along its inner edge as lines.
 */
final class BoxShadows {
  private final BoxStyle style;
  private final Box place;
  private final BoxShape shape;
  private final boolean covered;
  private final List<Node> below = new ArrayList<>(0);
  private final List<Node> above = new ArrayList<>(0);
  private @Nullable Shadow strongest;
  private boolean whole = true;

  /** One of the list; lengths are user units. */
  private record Shadow(
      double dx, double dy, double blur, double spread, Rgba color, boolean inset) {
    boolean isRing() {
      return blur == 0 && dx == 0 && dy == 0;
    }
  }

  /**
   * @param covered whether the box has an opaque ground, so that nothing is seen through it
   */
  BoxShadows(BoxStyle style, BoxShape shape, Box place, boolean covered) {
    this.style = style;
    this.shape = shape;
    this.place = place;
    this.covered = covered;
    String text = style.computed().get(Property.BOX_SHADOW, "none");
    if (!text.equals("none")) {
      // the first lies on top of the others
      CssText.list(text).reversed().forEach(this::read);
    }
  }

  /** What lies below the box. */
  List<Node> below() {
    return below;
  }

  /** What lies on its ground. */
  List<Node> above() {
    return above;
  }

  /** The blurred one that is seen most: a shape throws one shadow. */
  Compositing effects() {
    Shadow shadow = strongest;
    if (shadow == null) {
      return Compositing.NONE;
    }
    double far = Math.abs(shadow.dx()) + Math.abs(shadow.dy()) + 2 * shadow.blur() + 1;
    Box region =
        new Box(
            place.x() - far, place.y() - far, place.width() + 2 * far, place.height() + 2 * far);
    FilterPrimitive drop =
        new FilterPrimitive.DropShadow(
            FilterInput.Source.SOURCE_GRAPHIC,
            shadow.dx(),
            shadow.dy(),
            new FilterPrimitive.PerAxis(shadow.blur() / 2, shadow.blur() / 2),
            shadow.color());
    Filter filter = new Filter(region, List.of(new Filter.Step(region, null, false, drop)));
    return new Compositing(1, filter, null, null, Compositing.Blend.NORMAL, false);
  }

  /** Whether all of them are shown. */
  boolean isWhole() {
    return whole;
  }

  private void read(String written) {
    boolean inset = false;
    List<Double> lengths = new ArrayList<>(4);
    Rgba color = Colors.current(style.computed());
    for (String word : CssText.words(written)) {
      double length = LengthParser.parse(word, style.computed().units(), Double.NaN, Double.NaN);
      if (!Double.isNaN(length)) {
        lengths.add(length);
      } else if (word.toLowerCase(Locale.ROOT).equals("inset")) {
        inset = true;
      } else {
        Rgba named = Colors.parse(word, style.computed());
        color = named == null ? color : named;
      }
    }
    if (lengths.size() >= 2 && color.alpha() > 0) {
      double blur = lengths.size() > 2 ? Math.max(0, lengths.get(2)) : 0;
      double spread = lengths.size() > 3 ? lengths.get(3) : 0;
      add(new Shadow(lengths.get(0), lengths.get(1), blur, spread, color, inset));
    }
  }

  private void add(Shadow shadow) {
    if (shadow.inset()) {
      inside(shadow);
    } else if (shadow.blur() > 0) {
      blurred(shadow);
    } else if (shadow.isRing() && !covered) {
      // nothing of it lies below the box, which may be seen through
      ring(shadow, -shadow.spread() / 2, below);
    } else if (!shadow.isRing() || shadow.spread() > 0) {
      whole &= covered;
      Paint fill = new Paint.Solid(shadow.color());
      below.add(shape.inset(-shadow.spread(), shadow.dx(), shadow.dy(), fill, null));
    }
  }

  private void inside(Shadow shadow) {
    Edges border = style.border();
    boolean even = border.left() == border.top() && border.across() == border.down();
    if (shadow.isRing() && even) {
      ring(shadow, border.left() + shadow.spread() / 2, above);
    } else {
      whole = false;
    }
  }

  private void ring(Shadow shadow, double inset, List<Node> into) {
    if (shadow.spread() > 0) {
      Stroke line =
          new Stroke(
              new Paint.Solid(shadow.color()),
              shadow.spread(),
              Stroke.Cap.BUTT,
              Stroke.Join.MITER,
              4,
              new double[0],
              0,
              false);
      into.add(shape.inset(inset, Paint.NONE, line));
    }
  }

  /** A drop shadow is as large as what throws it: what it spreads beyond that is not shown. */
  private void blurred(Shadow shadow) {
    Shadow other = strongest;
    whole &= other == null && covered && Math.abs(shadow.spread()) <= shadow.blur() / 2;
    if (covered && (other == null || shadow.color().alpha() >= other.color().alpha())) {
      strongest = shadow;
    }
  }
}
