package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter.Primitive;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filter primitives (Filter Effects 1 §9), kept as data with their units resolved. */
final class PrimitiveParser {
  private final DocumentContext document;
  private final ChildContent nodes;
  private final FilterImages images;

  PrimitiveParser(DocumentContext document, ChildContent nodes, FilterImages images) {
    this.document = document;
    this.nodes = nodes;
    this.images = images;
  }

  /**
   * The primitives inside an element.
   *
   * @param region the filter's
   * @param box the filtered element's box where primitive units are fractions of it, else null
   */
  List<Primitive> all(Element filter, Box region, Frame frame, @Nullable Box box)
      throws PageRejected {
    List<Primitive> primitives = new ArrayList<>();
    for (Element child = filter.firstChild(); child != null; child = child.next()) {
      if (child.name().startsWith("fe") && !child.isCharacters()) {
        Box byDefault = Subregions.byDefault(child, primitives, region);
        primitives.add(primitive(child, byDefault, region, frame, box));
      }
    }
    return primitives;
  }

  private Primitive primitive(
      Element element, Box byDefault, Box region, Frame frame, @Nullable Box box)
      throws PageRejected {
    Style style = document.styleInDocument(element);
    Box own = Subregions.of(element, style, byDefault, region, frame, box);
    return new Primitive(
        element.name(),
        own,
        blankToNull(element.attribute("in")),
        blankToNull(element.attribute("result")),
        FilterParser.isLinear(style),
        attributes(element, style, box),
        all(element, region, frame, box),
        element.name().equals("feImage") ? picture(element, own, frame) : null);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Map<String, String> attributes(Element element, Style style, @Nullable Box box) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < element.attributeCount(); i++) {
      String name = element.attributeName(i);
      String value = element.attributeValue(i);
      switch (name) {
        case "x", "y", "width", "height" -> {
          if (!element.name().endsWith("Light")) {
            continue;
          }
          attributes.put(name, value);
        }
        case "in", "result", "id", "class", "style", "href", "xlink:href" -> {
          // read elsewhere, or without meaning to the effect
        }
        case "dx" -> attributes.put(name, scaled(value, box == null ? 1 : box.width()));
        case "dy" -> attributes.put(name, scaled(value, box == null ? 1 : box.height()));
        case "stdDeviation", "radius" ->
            attributes.put(
                name, scaled(value, box == null ? 1 : box.width(), box == null ? 1 : box.height()));
        default -> attributes.put(name, value.strip());
      }
    }
    color(attributes, style, element, "flood", Property.FLOOD_COLOR, Rgba.BLACK);
    color(attributes, style, element, "lighting", Property.LIGHTING_COLOR, new Rgba(0xffffff, 1));
    return attributes;
  }

  private static String scaled(String value, double factor) {
    ValueReader in = new ValueReader(value);
    in.skipSpace();
    double number = in.number();
    return factor == 1 || Double.isNaN(number) ? value.strip() : String.valueOf(number * factor);
  }

  /** One or two numbers, times a factor each. */
  private static String scaled(String value, double first, double second) {
    if (first == 1 && second == 1) {
      return value.strip();
    }
    ValueReader in = new ValueReader(value);
    in.skipSpace();
    double a = in.number();
    in.skipComma();
    double b = in.number();
    if (Double.isNaN(a)) {
      return value.strip();
    }
    return a * first + " " + (Double.isNaN(b) ? a : b) * second;
  }

  /** The colour as #rrggbb and the opacity of both beside it. */
  private static void color(
      Map<String, String> attributes,
      Style style,
      Element element,
      String kind,
      Property property,
      Rgba initial) {
    boolean flood = element.name().equals("feFlood") || element.name().equals("feDropShadow");
    boolean light = element.name().endsWith("Lighting");
    if (kind.equals("flood") ? !flood : !light) {
      return;
    }
    Rgba color = Colors.of(style, property, initial);
    double opacity = flood ? Colors.opacity(style, Property.FLOOD_OPACITY) : 1;
    attributes.put(kind + "-color", String.format("#%06x", color.rgb()));
    attributes.put(kind + "-opacity", String.valueOf(color.alpha() * opacity));
  }

  private @Nullable Node picture(Element element, Box region, Frame frame) throws PageRejected {
    String href = element.href();
    if (href == null || href.isEmpty()) {
      return null;
    }
    if (href.startsWith("data:")) {
      return images.placed(element, href, region);
    }
    Element target = document.references().target(element, href);
    if (target == null || !document.references().enter(target, element)) {
      return null;
    }
    try {
      document
          .findings()
          .info(
              Code.APPROXIMATED,
              element,
              "feImage shows an element of the page where that element stands.");
      Style parent = document.styleInDocument(target.parent());
      return nodes.node(target, Frame.of(parent, frame.width(), frame.height()).asRepeated());
    } finally {
      document.references().leave();
    }
  }
}
