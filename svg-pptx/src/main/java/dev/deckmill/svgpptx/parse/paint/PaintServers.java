package dev.deckmill.svgpptx.parse.paint;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.ContextPaint;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.References;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code fill} and {@code stroke} to paints (SVG 2 §13.2). */
public final class PaintServers {
  private final DocumentContext document;
  private final GradientParser gradients;
  private final PatternParser patterns;

  /** Opaque colours by their text: pages have few colours and many elements. */
  private final Map<String, Paint> solids = new HashMap<>();

  public PaintServers(DocumentContext document, ChildContent nodes) {
    this.document = document;
    this.gradients = new GradientParser(document);
    this.patterns = new PatternParser(document, nodes);
  }

  /**
   * The paint of an element.
   *
   * @param property FILL or STROKE
   * @param bounds the element's bounding box, asked for only where units need it
   */
  public Paint paint(
      Element element, Property property, Style style, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    boolean fill = property == Property.FILL;
    String value = style.get(property, fill ? "black" : "none");
    double opacity = Colors.opacity(style, fill ? Property.FILL_OPACITY : Property.STROKE_OPACITY);
    Paint known = opacity == 1 ? solids.get(value) : null;
    return known != null
        ? known
        : paint(new Painted(element, style, frame, bounds, opacity), value);
  }

  /** What is painted, and how opaque. */
  private record Painted(
      Element element, Style style, Frame frame, Supplier<@Nullable Box> bounds, double opacity) {}

  private Paint paint(Painted painted, String value) throws PageRejected {
    if (value.regionMatches(true, 0, "url(", 0, 4)) {
      return server(painted, value);
    }
    double opacity = painted.opacity();
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "none" -> Paint.NONE;
      case "context-fill" -> context(Property.FILL, painted);
      case "context-stroke" -> context(Property.STROKE, painted);
      case "currentcolor" -> new Paint.Solid(Colors.current(painted.style()).faded(opacity));
      default -> solid(value, painted);
    };
  }

  private static Paint context(Property property, Painted painted) throws PageRejected {
    ContextPaint context = painted.frame().context();
    return context == null ? Paint.NONE : Paint.faded(context.here(property), painted.opacity());
  }

  private Paint solid(String value, Painted painted) {
    double opacity = painted.opacity();
    Rgba color = Colors.parse(value, painted.style());
    Paint paint = color == null ? Paint.NONE : new Paint.Solid(color.faded(opacity));
    if (opacity == 1) {
      solids.put(value, paint);
    }
    return paint;
  }

  /** {@code url(#id)}, perhaps with a fallback behind it. */
  private Paint server(Painted painted, String value) throws PageRejected {
    String id = References.idOfUrl(value);
    Element target = id == null ? null : document.references().byId(id);
    Paint paint = target == null ? null : referenced(target, painted);
    if (paint != null) {
      return paint;
    }
    int close = value.indexOf(')');
    String fallback = close < 0 ? "" : value.substring(close + 1).strip();
    if (!fallback.isEmpty()) {
      return paint(painted, fallback);
    }
    if (target == null) {
      report(painted.element(), id);
    }
    return Paint.NONE;
  }

  private @Nullable Paint referenced(Element target, Painted painted) throws PageRejected {
    if (target.tag() == Tag.PATTERN) {
      return patterns.pattern(target, painted.opacity(), painted.frame(), painted.bounds());
    }
    return GradientParser.TAGS.contains(target.tag())
        ? gradients.gradient(target, painted.opacity(), painted.frame(), painted.bounds())
        : null;
  }

  private void report(Element element, @Nullable String id) {
    if (id == null) {
      document
          .findings()
          .warn(
              Code.EXTERNAL_RESOURCE_DROPPED,
              element,
              "A paint refers to something outside the page; not fetched.");
    } else {
      document.references().missing(element);
    }
  }
}
