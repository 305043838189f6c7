package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Stroke;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Paints and strokes of a plain SVG. */
final class PlainPaint {
  private final PlainSvg svg;
  private final SvgText out;

  PlainPaint(PlainSvg svg, SvgText out) {
    this.svg = svg;
    this.out = out;
  }

  void paint(String property, Paint paint, @Nullable String id) {
    if (paint instanceof Paint.Solid solid) {
      color(property, property + "-opacity", solid.color());
    } else if (id != null) {
      out.reference(property, id);
      if (paint instanceof Paint.Pattern pattern) {
        out.attribute(property + "-opacity", pattern.opacity());
      }
    } else {
      out.attribute(property, "none");
    }
  }

  private void color(String property, String opacity, Rgba color) {
    out.attribute(property, "#%06x".formatted(color.rgb()));
    if (color.alpha() < 1) {
      out.attribute(opacity, color.alpha());
    }
  }

  void stroke(Stroke stroke, @Nullable String id) {
    paint("stroke", stroke.paint(), id);
    out.attribute("stroke-width", stroke.width());
    out.attribute("stroke-linecap", stroke.cap().name().toLowerCase(Locale.ROOT));
    out.attribute("stroke-linejoin", stroke.join().name().toLowerCase(Locale.ROOT));
    out.attribute("stroke-miterlimit", stroke.miterLimit());
    if (stroke.dashes().length > 0) {
      out.attribute("stroke-dasharray", stroke.dashes());
      out.attribute("stroke-dashoffset", stroke.dashOffset());
    }
    if (stroke.nonScaling()) {
      out.attribute("vector-effect", "non-scaling-stroke");
    }
  }

  /** Writes what the paint needs; its id, or null for a colour or nothing. */
  @Nullable String define(Paint paint) {
    return switch (paint) {
      case Paint.None none -> null;
      case Paint.Solid solid -> null;
      case Paint.Linear l -> {
        String id = svg.newId();
        out.open("linearGradient").attribute("id", id);
        out.attribute("x1", l.x1()).attribute("y1", l.y1());
        out.attribute("x2", l.x2()).attribute("y2", l.y2());
        gradient("linearGradient", l.transform(), l.spread(), l.stops());
        yield id;
      }
      case Paint.Radial r -> {
        String id = svg.newId();
        out.open("radialGradient").attribute("id", id);
        out.attribute("cx", r.cx()).attribute("cy", r.cy()).attribute("r", r.r());
        out.attribute("fx", r.fx()).attribute("fy", r.fy());
        gradient("radialGradient", r.transform(), r.spread(), r.stops());
        yield id;
      }
      case Paint.Pattern p -> {
        String id = svg.newId();
        out.open("pattern").attribute("id", id).attribute("patternUnits", "userSpaceOnUse");
        // Renderers disagree on whether the tile's corner moves its content: it lies at 0, 0 here.
        Box tile = p.tile();
        out.box(new Box(0, 0, tile.width(), tile.height()));
        Affine corner = Affine.translate(tile.x(), tile.y());
        out.attribute("patternTransform", p.transform().times(corner)).in();
        out.open("g").attribute("transform", Affine.translate(-tile.x(), -tile.y())).in();
        svg.within(p.transform(), () -> svg.nodes(p.children()));
        out.end("g").end("pattern");
        yield id;
      }
    };
  }

  private void gradient(
      String element, Affine transform, Paint.Spread spread, List<Paint.Stop> stops) {
    out.attribute("gradientUnits", "userSpaceOnUse").attribute("gradientTransform", transform);
    out.attribute("spreadMethod", spread.name().toLowerCase(Locale.ROOT)).in();
    for (Paint.Stop stop : stops) {
      out.open("stop").attribute("offset", stop.offset());
      color("stop-color", "stop-opacity", stop.color());
      out.empty();
    }
    out.end(element);
  }
}
