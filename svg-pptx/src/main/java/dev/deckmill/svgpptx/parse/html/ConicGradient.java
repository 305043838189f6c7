package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.value.CssPosition;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.PathSink;
import dev.deckmill.svgpptx.parse.value.TransformParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code conic-gradient()} (CSS Images 4 §3.3) as sectors of one colour each: DrawingML has no
 * gradient around a point. Where one colour changes into another at once, as in charts, they are
 * exact.
 *
 * @param from where it begins, in degrees clockwise from upwards
 * @param x of its centre, in user units; {@code y} likewise
 * @param stops at shares of the whole turn, from 0 to 1
 */
record ConicGradient(double from, double x, double y, List<Paint.Stop> stops) {
  /** Of the whole turn: what is drawn looks even. */
  private static final int MOST_SECTORS = 180;

  /** A step of colour, in 255ths, that nobody sees as one. */
  private static final double STEP = 3;

  private static final double WHOLE = 360;

  /** The gradient of a box; null where an image is no such gradient. */
  static @Nullable ConicGradient of(String image, Style style, Box place) {
    int open = image.indexOf('(');
    boolean conic =
        open > 0 && image.substring(0, open).toLowerCase(Locale.ROOT).equals("conic-gradient");
    if (!conic || !image.endsWith(")")) {
      return null;
    }
    List<String> parts = CssText.list(image.substring(open + 1, image.length() - 1));
    String first = parts.getFirst().toLowerCase(Locale.ROOT);
    boolean given = first.startsWith("from ") || first.startsWith("at ");
    int at = first.startsWith("at ") ? 0 : first.indexOf(" at ");
    List<String> words = given ? CssText.words(first) : List.of();
    List<String> where =
        given && at >= 0 ? CssText.words(first.substring(at).strip().substring(3)) : List.of();
    double angle = first.startsWith("from ") ? TransformParser.angle(words.get(1)) : 0;
    List<Paint.Stop> stops = stops(given ? parts.subList(1, parts.size()) : parts, style);
    if (stops.isEmpty() || !Double.isFinite(angle)) {
      return null;
    }
    CssPosition centre = CssPosition.of(where, style.units(), place.width(), place.height());
    return new ConicGradient(angle, place.x() + centre.x(), place.y() + centre.y(), stops);
  }

  /** Colours with their places; those without one stand evenly between those with (§3.5.3). */
  private static List<Paint.Stop> stops(List<String> written, Style style) {
    List<Rgba> colors = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    for (String one : written.subList(0, Math.min(MOST_SECTORS, written.size()))) {
      List<String> words = CssText.words(one);
      Rgba color = words.isEmpty() ? null : Colors.parse(words.getFirst(), style);
      if (color == null) {
        continue; // a hint of where the middle is
      }
      for (int i = 1; i < Math.clamp(words.size(), 2, 3); i++) {
        colors.add(color);
        places.add(i < words.size() ? turn(words.get(i), style) : Double.NaN);
      }
    }
    return CssGradients.spaced(colors, places);
  }

  /** A share of the whole turn; NaN where the text is none. */
  private static double turn(String text, Style style) {
    return text.endsWith("%")
        ? LengthParser.parse(text, style.units(), 1, Double.NaN)
        : TransformParser.angle(text) / WHOLE;
  }

  /** Whether colours change little by little, so that sectors only look like it. */
  boolean isSmooth() {
    for (int i = 1; i < stops.size(); i++) {
      Paint.Stop before = stops.get(i - 1);
      Paint.Stop stop = stops.get(i);
      if (stop.offset() > before.offset() && !stop.color().equals(before.color())) {
        return true;
      }
    }
    return false;
  }

  boolean isOpaque() {
    return stops.stream().allMatch(stop -> stop.color().alpha() >= 1);
  }

  /** What it paints on a box, to be clipped by its outline. */
  List<Node> sectors(Box place, Origin origin) {
    double far =
        Math.hypot(
            Math.max(x - place.x(), place.x() + place.width() - x),
            Math.max(y - place.y(), place.y() + place.height() - y));
    List<Node> sectors = new ArrayList<>();
    double begin = 0;
    Rgba before = stops.getFirst().color();
    for (Paint.Stop stop : stops) {
      between(begin, stop.offset(), before, stop.color(), far * 1.5, origin, sectors);
      begin = stop.offset();
      before = stop.color();
    }
    between(begin, 1, before, before, far * 1.5, origin, sectors);
    return sectors;
  }

  private void between(
      double begin, double end, Rgba a, Rgba b, double far, Origin origin, List<Node> into) {
    double span = end - begin;
    if (!(span > 0)) {
      return;
    }
    int most = (int) Math.ceil(span * MOST_SECTORS);
    int count = (int) Math.clamp(Math.ceil(difference(a, b) / STEP), 1, most);
    for (int i = 0; i < count; i++) {
      Rgba color = mixed(a, b, count == 1 ? 0.5 : (i + 0.5) / count);
      double from = begin + span * i / count;
      // opaque ones go on under the next, so that nothing is seen between them
      double to = isOpaque() ? 1 : begin + span * (i + 1) / count;
      into.add(sector(from, to, far, color, origin));
    }
  }

  private static double difference(Rgba a, Rgba b) {
    double red = Math.abs(channel(a, 16) - channel(b, 16));
    double green = Math.abs(channel(a, 8) - channel(b, 8));
    double blue = Math.abs(channel(a, 0) - channel(b, 0));
    return Math.max(Math.max(red, Math.max(green, blue)), 255 * Math.abs(a.alpha() - b.alpha()));
  }

  private static int channel(Rgba color, int shift) {
    return color.rgb() >> shift & 0xff;
  }

  private static Rgba mixed(Rgba a, Rgba b, double t) {
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      long value = Math.round(channel(a, shift) + t * (channel(b, shift) - channel(a, shift)));
      rgb |= (int) value << shift;
    }
    return new Rgba(rgb, a.alpha() + t * (b.alpha() - a.alpha()));
  }

  /** Edges that are to lie on each other do so in spite of sines. */
  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }

  /** From the centre to beyond the box, in steps of less than a quarter turn. */
  private Shape sector(double begin, double end, double far, Rgba color, Origin origin) {
    PathSink out = new PathSink();
    boolean whole = end - begin >= 1;
    int steps = Math.max(1, (int) Math.ceil((end - begin) * 8));
    for (int i = 0; i <= steps; i++) {
      double radians = Math.toRadians(from + WHOLE * (begin + (end - begin) * i / steps));
      double px = rounded(x + far * Math.sin(radians));
      double py = rounded(y - far * Math.cos(radians));
      if (i == 0 && whole) {
        out.move(px, py);
      } else {
        if (i == 0) {
          out.move(rounded(x), rounded(y));
        }
        out.line(px, py);
      }
    }
    out.close();
    Geometry path = out.path();
    if (path == null) {
      throw new IllegalStateException("a sector has an outline");
    }
    return new Shape(
        origin,
        Affine.IDENTITY,
        Compositing.NONE,
        path,
        new Paint.Solid(color),
        Shape.FillRule.NONZERO,
        null,
        false,
        List.of());
  }
}
