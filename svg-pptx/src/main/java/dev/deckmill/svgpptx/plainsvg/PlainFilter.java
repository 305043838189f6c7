package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import java.util.ArrayList;
import java.util.List;

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
    List<String> ids = ids(filter);
    String id = begin(filter.region());
    String previous = null;
    for (int i = 0; i < ids.size(); i++) {
      Filter.Step step = filter.steps().get(i);
      new PlainPrimitive(out, step).write(new PlainPrimitive.Outside(previous, ids.get(i)));
      previous = step.result();
    }
    out.end("filter");
    return id;
  }

  /** One for each step; the pictures of {@code feImage} have to be defined before the filter. */
  private List<String> ids(Filter filter) {
    List<String> ids = new ArrayList<>();
    for (Filter.Step step : filter.steps()) {
      String id = svg.newId();
      ids.add(id);
      if (step.primitive() instanceof FilterPrimitive.Image image) {
        // Batik moves what it refers to by the corner of the primitive's region.
        Affine back = Affine.translate(-step.region().x(), -step.region().y());
        out.open("defs").in().open("g").attribute("id", id).in();
        out.open("g").attribute("transform", back).in();
        svg.node(image.picture());
        out.end("g");
        out.end("g").end("defs");
      }
    }
    return ids;
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
}
