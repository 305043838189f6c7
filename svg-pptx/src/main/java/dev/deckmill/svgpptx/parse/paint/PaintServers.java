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
    String value = style.get(property);
    double opacity =
        Colors.opacity(
            style, property == Property.FILL ? Property.FILL_OPACITY : Property.STROKE_OPACITY);
    if (value == null) {
      value = property == Property.FILL ? "black" : "none";
    }
    return paint(element, value, opacity, style, frame, bounds);
  }

  private Paint paint(
      Element element,
      String value,
      double opacity,
      Style style,
      Frame frame,
      Supplier<@Nullable Box> bounds)
      throws PageRejected {
    if (value.regionMatches(true, 0, "url(", 0, 4)) {
      return server(element, value, opacity, style, frame, bounds);
    }
    if (opacity == 1) {
      Paint known = solids.get(value);
      if (known != null) {
        return known;
      }
    }
    if (value.equalsIgnoreCase("none")) {
      return Paint.NONE;
    }
    if (value.equalsIgnoreCase("context-fill") || value.equalsIgnoreCase("context-stroke")) {
      return context(value, opacity, frame);
    }
    if (value.equalsIgnoreCase("currentColor")) {
      return solid(Colors.current(style), opacity);
    }
    Rgba color = Colors.parse(value, style);
    Paint paint = color == null ? Paint.NONE : solid(color, opacity);
    if (opacity == 1) {
      solids.put(value, paint);
    }
    return paint;
  }

  private static Paint context(String value, double opacity, Frame frame) throws PageRejected {
    ContextPaint context = frame.context();
    if (context == null) {
      return Paint.NONE;
    }
    boolean fill = value.equalsIgnoreCase("context-fill");
    return Colors.faded(context.here(fill ? Property.FILL : Property.STROKE), opacity);
  }

  private static Paint solid(Rgba color, double opacity) {
    return new Paint.Solid(opacity == 1 ? color : new Rgba(color.rgb(), color.alpha() * opacity));
  }

  /** {@code url(#id)}, perhaps with a fallback behind it. */
  private Paint server(
      Element element,
      String value,
      double opacity,
      Style style,
      Frame frame,
      Supplier<@Nullable Box> bounds)
      throws PageRejected {
    String id = References.idOfUrl(value);
    Element target = id == null ? null : document.references().byId(id);
    int close = value.indexOf(')');
    String fallback = close < 0 ? "" : value.substring(close + 1).strip();
    if (target != null) {
      Paint paint = referenced(target, opacity, frame, bounds);
      if (paint != null) {
        return paint;
      }
    }
    if (fallback.isEmpty()) {
      if (target == null) {
        report(element, id);
      }
      return Paint.NONE;
    }
    return paint(element, fallback, opacity, style, frame, bounds);
  }

  private @Nullable Paint referenced(
      Element target, double opacity, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    if (target.tag() == Tag.PATTERN) {
      return patterns.pattern(target, opacity, frame, bounds);
    }
    return GradientParser.TAGS.contains(target.tag())
        ? gradients.gradient(target, opacity, frame, bounds)
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
