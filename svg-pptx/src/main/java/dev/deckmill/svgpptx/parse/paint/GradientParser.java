package dev.deckmill.svgpptx.parse.paint;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.geometry.Matrices;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code linearGradient} and {@code radialGradient} (SVG 2 §14.2). */
final class GradientParser {
  static final Set<Tag> TAGS = EnumSet.of(Tag.LINEAR_GRADIENT, Tag.RADIAL_GRADIENT);

  private final DocumentContext document;
  private final Map<Element, List<Paint.Stop>> stops = new HashMap<>();

  GradientParser(DocumentContext document) {
    this.document = document;
  }

  /** The gradient as paint; null where it can't be drawn and the fallback is to be used. */
  @Nullable Paint gradient(
      Element element, double opacity, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    Templates gradient = Templates.of(element, TAGS, document.references());
    List<Paint.Stop> ramp = Paint.Stop.faded(stops(gradient), opacity);
    if (ramp.isEmpty()) {
      return Paint.NONE;
    }
    Paint last = new Paint.Solid(ramp.get(ramp.size() - 1).color());
    if (ramp.size() == 1) {
      return last;
    }
    boolean userSpace = gradient.isUserSpace("gradientUnits", false);
    Affine own = gradient.transform(document, frame, bounds);
    Affine transform = userSpace ? own : inBox(bounds.get(), own);
    if (transform == null) {
      return null;
    }
    if (Matrices.inverse(transform) == null) {
      return Paint.NONE;
    }
    Style style = document.styleInDocument(element);
    Space space =
        userSpace
            ? new Space(frame.width(), frame.height(), frame.diagonal(), style)
            : new Space(1, 1, 1, style);
    return element.tag() == Tag.LINEAR_GRADIENT
        ? linear(gradient, space, transform, ramp, last)
        : radial(gradient, space, transform, ramp, last);
  }

  /** Null where the box has no area. */
  private static @Nullable Affine inBox(@Nullable Box box, Affine own) {
    return box == null || box.width() == 0 || box.height() == 0
        ? null
        : Matrices.ofBox(box).times(own);
  }

  /** What percentages and lengths refer to. */
  private record Space(double width, double height, double diagonal, Style style) {
    double length(@Nullable String text, double base, double fallback) {
      return LengthParser.parse(text, style.units(), base, fallback);
    }
  }

  private static Paint linear(
      Templates gradient, Space space, Affine transform, List<Paint.Stop> ramp, Paint last) {
    Tag tag = Tag.LINEAR_GRADIENT;
    double x1 = space.length(gradient.attribute("x1", tag), space.width(), 0);
    double y1 = space.length(gradient.attribute("y1", tag), space.height(), 0);
    double x2 = space.length(gradient.attribute("x2", tag), space.width(), space.width());
    double y2 = space.length(gradient.attribute("y2", tag), space.height(), 0);
    return x1 == x2 && y1 == y2
        ? last
        : new Paint.Linear(x1, y1, x2, y2, transform, spread(gradient), ramp);
  }

  private static Paint radial(
      Templates gradient, Space space, Affine transform, List<Paint.Stop> ramp, Paint last) {
    Tag tag = Tag.RADIAL_GRADIENT;
    double half = 0.5;
    double cx = space.length(gradient.attribute("cx", tag), space.width(), half * space.width());
    double cy = space.length(gradient.attribute("cy", tag), space.height(), half * space.height());
    double r =
        space.length(gradient.attribute("r", tag), space.diagonal(), half * space.diagonal());
    double fx = space.length(gradient.attribute("fx", tag), space.width(), cx);
    double fy = space.length(gradient.attribute("fy", tag), space.height(), cy);
    double fr = Math.max(0, space.length(gradient.attribute("fr", tag), space.diagonal(), 0));
    if (!(r > 0)) {
      return last;
    }
    return new Paint.Radial(cx, cy, r, fx, fy, fr, transform, spread(gradient), ramp);
  }

  private static Paint.Spread spread(Templates gradient) {
    String method = gradient.attribute("spreadMethod");
    return method == null
        ? Paint.Spread.PAD
        : switch (method) {
          case "reflect" -> Paint.Spread.REFLECT;
          case "repeat" -> Paint.Spread.REPEAT;
          default -> Paint.Spread.PAD;
        };
  }

  /** The stops of the nearest that has any, in rising order. */
  private List<Paint.Stop> stops(Templates gradient) {
    for (Element element : gradient.chain()) {
      List<Paint.Stop> own = stops.get(element);
      if (own == null) {
        own = readStops(element);
        stops.put(element, own);
      }
      if (!own.isEmpty()) {
        return own;
      }
    }
    return List.of();
  }

  /** A number or a percentage (SVG 2 §14.2.4.1); a length is neither, and counts as nothing. */
  private static double offset(@Nullable String text, Style style) {
    String plain = text == null ? "" : text.strip();
    boolean isLength = !plain.isEmpty() && Character.isLetter(plain.charAt(plain.length() - 1));
    return isLength ? 0 : LengthParser.parse(text, style.units(), 1, 0);
  }

  private List<Paint.Stop> readStops(Element gradient) {
    List<Paint.Stop> ramp = new ArrayList<>();
    double least = 0;
    for (Element child = gradient.firstChild(); child != null; child = child.next()) {
      if (child.tag() == Tag.STOP) {
        Style style = document.styleInDocument(child);
        double offset = offset(child.attribute("offset"), style);
        least = Math.clamp(offset, least, 1);
        Rgba color = Colors.of(style, Property.STOP_COLOR, Rgba.BLACK);
        ramp.add(new Paint.Stop(least, color.faded(Colors.opacity(style, Property.STOP_OPACITY))));
      }
    }
    return ramp;
  }
}
