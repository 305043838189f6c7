package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.dml.PlainDocument;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ColorMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Composite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Filters of a plain SVG: written, and kept beside it for the renderer that computes them. */
final class PlainFilter {
  private static final List<Double> ALPHA_TO_WHITE =
      List.of(0., 0., 0., 0., 1., 0., 0., 0., 0., 1., 0., 0., 0., 0., 1., 0., 0., 0., 1., 0.);

  /** The coefficients of luminance (CSS Masking 1 §7.10.1). */
  private static final List<Double> LUMINANCE_TO_WHITE =
      List.of(
          0., 0., 0., 0., 1., 0., 0., 0., 0., 1., 0., 0., 0., 0., 1., 0.2125, 0.7154, 0.0721, 0.,
          0.);

  private final PlainSvg svg;
  private final SvgText out;
  private final Map<String, Filter> defined = new HashMap<>();

  PlainFilter(PlainSvg svg, SvgText out) {
    this.svg = svg;
    this.out = out;
  }

  /** All filters that have been written, by their ids. */
  Map<String, Filter> defined() {
    return defined;
  }

  String define(Filter filter) {
    return define(svg.newId(), filter);
  }

  private String define(String id, Filter filter) {
    defined.put(id, filter);
    images(id, filter);
    out.open("filter").attribute("id", id).attribute("filterUnits", "userSpaceOnUse");
    out.attribute("primitiveUnits", "userSpaceOnUse").box(filter.region()).in();
    for (int i = 0; i < filter.steps().size(); i++) {
      new PlainPrimitive(out, filter.steps().get(i)).write(PlainDocument.imageId(id, i));
    }
    out.end("filter");
    return id;
  }

  /** What each {@code feImage} shows. */
  private void images(String id, Filter filter) {
    for (int i = 0; i < filter.steps().size(); i++) {
      Filter.Step step = filter.steps().get(i);
      if (step.primitive() instanceof FilterPrimitive.Image image) {
        // As use does, feImage moves what it refers to by the corner of its subregion.
        Affine back = Affine.translate(-step.region().x(), -step.region().y());
        out.open("defs").in().open("g").attribute("id", PlainDocument.imageId(id, i)).in();
        out.open("g").attribute("transform", back).in();
        svg.node(image.picture());
        out.end("g").end("g").end("defs");
      }
    }
  }

  /** A filter that makes of each pixel's alpha a shade of white. */
  String alphaToWhite(Box region) {
    return ofMask(new Filter(region, List.of(matrix(region, ALPHA_TO_WHITE, false))));
  }

  /**
   * A filter that makes of each pixel's luminance, times its alpha, the alpha of white. Renderers
   * take a mask's luminance in one colour space whatever the mask says; of white it can only be 1.
   */
  String luminanceToWhite(Box region, boolean linearRgb) {
    Composite seen =
        new Composite(
            Source.PREVIOUS,
            Source.SOURCE_GRAPHIC,
            Composite.Operator.IN,
            new Composite.Factors(0, 0, 0, 0));
    return ofMask(
        new Filter(
            region,
            List.of(
                matrix(region, LUMINANCE_TO_WHITE, linearRgb),
                new Filter.Step(region, null, false, seen))));
  }

  private String ofMask(Filter filter) {
    return define(PlainDocument.maskId(svg.newId()), filter);
  }

  private static Filter.Step matrix(Box region, List<Double> values, boolean linearRgb) {
    ColorMatrix matrix = new ColorMatrix(Source.PREVIOUS, ColorMatrix.Type.MATRIX, values);
    return new Filter.Step(region, null, linearRgb, matrix);
  }
}
