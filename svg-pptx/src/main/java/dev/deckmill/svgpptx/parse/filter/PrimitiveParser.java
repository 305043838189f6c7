package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Filter.Step;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Blend;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ColorMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Composite;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DisplacementMap;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DisplacementMap.Channel;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DropShadow;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Flood;
import dev.deckmill.svgpptx.ir.FilterPrimitive.GaussianBlur;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Image;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Merge;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Morphology;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Offset;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Tile;
import dev.deckmill.svgpptx.ir.FilterPrimitive.TransparentBlack;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Turbulence;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filter primitives (Filter Effects 1 §9). */
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
   * The primitives inside a filter.
   *
   * @param region the filter's
   * @param box the filtered element's box where primitive units are fractions of it, else null
   */
  List<Step> all(Element filter, Box region, Frame frame, @Nullable Box box) throws PageRejected {
    List<Step> steps = new ArrayList<>();
    for (Element child = filter.firstChild();
        child != null && steps.size() <= FilterParser.MOST_STEPS;
        child = child.next()) {
      if (child.name().startsWith("fe") && !child.isCharacters()) {
        PrimitiveAttributes attributes = new PrimitiveAttributes(child, box);
        tellOfUnknownInputs(child);
        Style style = document.styleInDocument(child);
        Box byDefault = Subregions.byDefault(attributes, steps, region);
        Box own = Subregions.of(child, style, byDefault, region, frame, box);
        FilterPrimitive primitive = primitive(attributes, style, own, frame);
        if (primitive != null) {
          steps.add(new Step(own, attributes.result(), FilterParser.isLinear(style), primitive));
        }
      }
    }
    return steps;
  }

  /** The primitive; null where the element is none. */
  private @Nullable FilterPrimitive primitive(
      PrimitiveAttributes a, Style style, Box region, Frame frame) throws PageRejected {
    FilterInput in = a.input("in");
    return switch (a.element().name()) {
      case "feBlend" ->
          new Blend(
              in,
              a.input("in2"),
              a.keyword("mode", Compositing.Blend.values(), Compositing.Blend.NORMAL));
      case "feColorMatrix" -> colorMatrix(a);
      case "feComponentTransfer" -> TransferFunctions.of(a);
      case "feComposite" -> composite(a);
      case "feConvolveMatrix" -> ConvolveMatrixParser.parse(a);
      case "feDiffuseLighting" -> Lighting.diffuse(a, style);
      case "feDisplacementMap" ->
          new DisplacementMap(
              in,
              a.input("in2"),
              a.length("scale", 0),
              channel(a, "xChannelSelector"),
              channel(a, "yChannelSelector"));
      case "feDropShadow" ->
          new DropShadow(in, a.dx(2), a.dy(2), a.lengths("stdDeviation", 2), flood(style));
      case "feFlood" -> new Flood(flood(style));
      case "feGaussianBlur" -> gaussianBlur(a);
      case "feImage" -> image(a.element(), region, frame);
      case "feMerge" -> merge(a.element());
      case "feMorphology" ->
          new Morphology(
              in,
              a.keyword("operator", Morphology.Operator.values(), Morphology.Operator.ERODE),
              a.lengths("radius", 0));
      case "feOffset" -> new Offset(in, a.dx(0), a.dy(0));
      case "feSpecularLighting" -> Lighting.specular(a, style);
      case "feTile" -> new Tile(in);
      case "feTurbulence" -> turbulence(a);
      default -> null;
    };
  }

  /** Browsers know neither the backdrop nor the paints of what is filtered as an input. */
  private void tellOfUnknownInputs(Element primitive) {
    for (String name : List.of("in", "in2")) {
      String input = primitive.attribute(name);
      if (input != null && PrimitiveAttributes.isUnsupported(input.strip())) {
        document
            .findings()
            .info(
                Code.APPROXIMATED,
                primitive,
                "A filter takes " + input.strip() + ", which is read as the result before it.");
      }
    }
    for (Element child = primitive.firstChild(); child != null; child = child.next()) {
      if (child.name().equals("feMergeNode") && !child.isCharacters()) {
        tellOfUnknownInputs(child);
      }
    }
  }

  private static GaussianBlur gaussianBlur(PrimitiveAttributes a) {
    boolean given = a.element().attribute("stdDeviation") != null;
    return new GaussianBlur(a.input("in"), given ? a.lengths("stdDeviation") : new PerAxis(0, 0));
  }

  private static Rgba flood(Style style) {
    Rgba color = Colors.of(style, Property.FLOOD_COLOR, Rgba.BLACK);
    return color.faded(Colors.opacity(style, Property.FLOOD_OPACITY));
  }

  private static ColorMatrix colorMatrix(PrimitiveAttributes a) {
    String type = a.element().attribute("type");
    List<Double> values = a.numbers("values");
    return new ColorMatrix(
        a.input("in"),
        switch (type == null ? "" : type.strip()) {
          case "saturate" -> ColorMatrix.Type.SATURATE;
          case "hueRotate" -> ColorMatrix.Type.HUE_ROTATE;
          case "luminanceToAlpha" -> ColorMatrix.Type.LUMINANCE_TO_ALPHA;
          default -> ColorMatrix.Type.MATRIX;
        },
        values == null ? List.of() : values);
  }

  private static Composite composite(PrimitiveAttributes a) {
    return new Composite(
        a.input("in"),
        a.input("in2"),
        a.keyword("operator", Composite.Operator.values(), Composite.Operator.OVER),
        new Composite.Factors(
            a.number("k1", 0), a.number("k2", 0), a.number("k3", 0), a.number("k4", 0)));
  }

  private static Channel channel(PrimitiveAttributes a, String name) {
    for (Channel channel : Channel.values()) {
      if (a.is(name, channel.name())) {
        return channel;
      }
    }
    return Channel.A;
  }

  static Merge merge(Element element) {
    List<FilterInput> inputs = new ArrayList<>();
    for (Element child = element.firstChild(); child != null; child = child.next()) {
      if (child.name().equals("feMergeNode") && !child.isCharacters()) {
        inputs.add(new PrimitiveAttributes(child, null).input("in"));
      }
    }
    return new Merge(inputs);
  }

  private static Turbulence turbulence(PrimitiveAttributes a) {
    return new Turbulence(
        a.perAxis("baseFrequency", 0),
        a.whole("numOctaves", 1),
        a.whole("seed", 0),
        a.is("stitchTiles", "stitch"),
        a.is("type", "fractalNoise")
            ? Turbulence.Noise.FRACTAL_NOISE
            : Turbulence.Noise.TURBULENCE);
  }

  /** As {@code use} does with its x and y (Filter Effects 1 §9.15). */
  private static Node moved(Node shown, Box region) {
    Affine toCorner = Affine.translate(region.x(), region.y());
    return new Group(Origin.of("feImage"), toCorner, Compositing.NONE, List.of(shown));
  }

  private FilterPrimitive image(Element element, Box region, Frame frame) throws PageRejected {
    Node picture = picture(element, region, frame);
    return picture == null ? new TransparentBlack() : new Image(picture);
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
      Style parent = document.styleInDocument(target.parent());
      Node shown = nodes.node(target, Frame.of(parent, frame.width(), frame.height()).asRepeated());
      return shown == null ? null : moved(shown, region);
    } finally {
      document.references().leave();
    }
  }
}
