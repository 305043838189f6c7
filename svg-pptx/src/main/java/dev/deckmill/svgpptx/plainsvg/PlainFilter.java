package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters of a plain SVG; what SVG 1.1 lacks is written with the primitives it has. */
final class PlainFilter {
  private static final String ALPHA_TO_WHITE = "0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0 0 0 1 0";

  /** The coefficients of luminance (CSS Masking 1 §7.10.1). */
  private static final String LUMINANCE_TO_WHITE =
      "0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0.2125 0.7154 0.0721 0 0";

  private final PlainSvg svg;
  private final SvgText out;

  PlainFilter(PlainSvg svg, SvgText out) {
    this.svg = svg;
    this.out = out;
  }

  String define(Filter filter) {
    IdentityHashMap<Filter.Primitive, String> pictures = new IdentityHashMap<>();
    for (Filter.Primitive p : filter.primitives()) {
      if (p.picture() != null) {
        String id = svg.newId();
        pictures.put(p, id);
        // Batik moves what it refers to by the corner of the primitive's region.
        Affine back = Affine.translate(-p.region().x(), -p.region().y());
        out.open("defs").in().open("g").attribute("id", id).in();
        out.open("g").attribute("transform", back).in();
        svg.node(p.picture());
        out.end("g");
        out.end("g").end("defs");
      }
    }
    String id = begin(filter.region());
    String previous = null;
    for (Filter.Primitive p : filter.primitives()) {
      if (p.name().equals("feDropShadow")) {
        dropShadow(p, p.input() == null ? previous : p.input());
      } else {
        primitive(p, pictures.get(p));
      }
      previous = p.result();
    }
    out.end("filter");
    return id;
  }

  /** A filter that makes of each pixel's alpha a shade of white. */
  String alphaToWhite(Box region) {
    String id = begin(region);
    out.open("feColorMatrix").attribute("values", ALPHA_TO_WHITE).empty().end("filter");
    return id;
  }

  /**
   * A filter that makes of each pixel's luminance, times its alpha, the alpha of white. Batik takes
   * luminance in linearRGB whatever the mask says; of white it can only take 1.
   */
  String luminanceToWhite(Box region, boolean linearRgb) {
    String id = begin(region);
    String space = linearRgb ? "linearRGB" : "sRGB";
    out.open("feFlood").attribute("flood-color", "#000000").attribute("result", "black").empty();
    out.open("feComposite").attribute("in", "SourceGraphic").attribute("in2", "black");
    out.attribute("operator", "over").attribute("color-interpolation-filters", "sRGB").empty();
    out.open("feColorMatrix").attribute("values", LUMINANCE_TO_WHITE);
    out.attribute("color-interpolation-filters", space).empty().end("filter");
    return id;
  }

  private String begin(Box region) {
    String id = svg.newId();
    out.open("filter").attribute("id", id).attribute("filterUnits", "userSpaceOnUse");
    out.attribute("primitiveUnits", "userSpaceOnUse").box(region).in();
    return id;
  }

  private void primitive(Filter.Primitive p, @Nullable String picture) {
    Optional<Map<String, String>> attributes = PlainPrimitive.attributes(p);
    String name = attributes.isPresent() ? p.name() : "feFlood";
    start(name, p);
    if (p.input() != null && attributes.isPresent()) {
      out.attribute("in", p.input());
    }
    if (p.result() != null) {
      out.attribute("result", p.result());
    }
    if (attributes.isEmpty()) {
      out.attribute("flood-opacity", "0").empty();
      return;
    }
    attributes.get().forEach(out::attribute);
    if (picture != null) {
      out.attribute("xlink:href", "#" + picture);
    }
    out.in();
    for (Filter.Primitive child : p.children()) {
      out.open(child.name());
      if (child.input() != null) {
        out.attribute("in", child.input());
      }
      PlainPrimitive.ofChild(child).forEach(out::attribute);
      out.empty();
    }
    out.end(p.name());
  }

  private void start(String name, Filter.Primitive p) {
    out.open(name).box(p.region());
    // Java2D can't convolve in Batik's linear colour space ("Unable to convolve src image").
    boolean linear = p.linearRgb() && !name.equals("feConvolveMatrix");
    out.attribute("color-interpolation-filters", linear ? "linearRGB" : "sRGB");
  }

  /** As Filter Effects 1 §9.12 defines it. */
  private void dropShadow(Filter.Primitive p, @Nullable String input) {
    String source = input == null ? "SourceGraphic" : input;
    String name = svg.newId();
    start("feGaussianBlur", p);
    out.attribute("in", source).attribute("result", name + "b");
    out.attribute("stdDeviation", p.attributes().getOrDefault("stdDeviation", "2")).empty();
    start("feOffset", p);
    out.attribute("in", name + "b").attribute("result", name + "o");
    out.attribute("dx", p.attributes().getOrDefault("dx", "2"));
    out.attribute("dy", p.attributes().getOrDefault("dy", "2")).empty();
    start("feFlood", p);
    out.attribute("result", name + "f");
    out.attribute("flood-color", p.attributes().getOrDefault("flood-color", "#000000"));
    out.attribute("flood-opacity", p.attributes().getOrDefault("flood-opacity", "1")).empty();
    start("feComposite", p);
    out.attribute("in", name + "f").attribute("in2", name + "o").attribute("operator", "in");
    out.attribute("result", name + "c").empty();
    start("feMerge", p);
    if (p.result() != null) {
      out.attribute("result", p.result());
    }
    out.in().open("feMergeNode").attribute("in", name + "c").empty();
    out.open("feMergeNode").attribute("in", source).empty().end("feMerge");
  }
}
