package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.dml.Color;
import dev.deckmill.svgpptx.dml.Effect;
import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ln;
import dev.deckmill.svgpptx.dml.RelativeRect;
import dev.deckmill.svgpptx.xml.XmlBytes;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Writes fills, lines and effects (ECMA-376 §20.1.8, §20.1.2.2.24). */
final class PaintXml {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private final XmlBytes xml;
  private final Links links;

  PaintXml(XmlBytes xml, Links links) {
    this.xml = xml;
    this.links = links;
  }

  void fill(Fill fill) {
    switch (fill) {
      case Fill.None none -> xml.raw("<a:noFill/>");
      case Fill.Solid solid -> {
        xml.raw("<a:solidFill>");
        color(solid.color());
        xml.raw("</a:solidFill>");
      }
      case Fill.Linear linear -> {
        stops(linear.stops());
        xml.raw("<a:lin ang=\"").number(linear.angle().value());
        xml.raw("\" scaled=\"0\"/></a:gradFill>");
      }
      case Fill.Circular circular -> {
        stops(circular.stops());
        xml.raw("<a:path path=\"circle\">");
        relativeRect("<a:fillToRect", circular.focus());
        xml.raw("</a:path>");
        if (!circular.tile().isNone()) {
          relativeRect("<a:tileRect", circular.tile());
        }
        xml.raw("</a:gradFill>");
      }
      case Fill.Tiled tiled -> tiled(tiled);
    }
  }

  private void stops(List<Fill.Stop> stops) {
    xml.raw("<a:gradFill rotWithShape=\"1\"><a:gsLst>");
    for (Fill.Stop stop : stops) {
      xml.raw("<a:gs pos=\"").number(stop.position()).raw("\">");
      color(stop.color());
      xml.raw("</a:gs>");
    }
    xml.raw("</a:gsLst>");
  }

  private void tiled(Fill.Tiled tiled) {
    OptionalInt picture = links.picture(tiled.blip());
    if (picture.isEmpty()) {
      xml.raw("<a:noFill/>");
      return;
    }
    xml.raw("<a:blipFill dpi=\"0\" rotWithShape=\"1\"><a:blip r:embed=\"rId");
    xml.number(picture.getAsInt()).raw("\"/><a:srcRect/><a:tile tx=\"").number(tiled.x().value());
    xml.raw("\" ty=\"").number(tiled.y().value()).raw("\" sx=\"").number(tiled.scaleX());
    xml.raw("\" sy=\"").number(tiled.scaleY()).raw("\" flip=\"none\" algn=\"tl\"/></a:blipFill>");
  }

  /** {@code p:blipFill} of a picture whose file is there. */
  void blipFill(int relationship, RelativeRect crop, int alpha) {
    xml.raw("<p:blipFill><a:blip r:embed=\"rId").number(relationship);
    if (alpha == Color.OPAQUE) {
      xml.raw("\"/>");
    } else {
      xml.raw("\"><a:alphaModFix amt=\"").number(alpha).raw("\"/></a:blip>");
    }
    if (!crop.isNone()) {
      relativeRect("<a:srcRect", crop);
    }
    xml.raw("<a:stretch><a:fillRect/></a:stretch></p:blipFill>");
  }

  /** The relationship to a picture's file, or empty when it could not be made. */
  OptionalInt picture(Blip blip) {
    return links.picture(blip);
  }

  void color(Color color) {
    xml.raw("<a:srgbClr val=\"");
    char[] digits = new char[6];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = HEX[(color.rgb() >> (4 * (digits.length - 1 - i))) & 0xf];
    }
    xml.raw(new String(digits));
    if (color.alpha() == Color.OPAQUE) {
      xml.raw("\"/>");
    } else {
      xml.raw("\"><a:alpha val=\"").number(color.alpha()).raw("\"/></a:srgbClr>");
    }
  }

  void line(Ln line) {
    if (line.fill() instanceof Fill.None) {
      xml.raw("<a:ln><a:noFill/></a:ln>");
      return;
    }
    xml.raw("<a:ln w=\"").number(line.width().value());
    xml.raw("\" cap=\"").raw(line.cap().token()).raw("\">");
    fill(line.fill());
    dash(line.dashes());
    switch (line.join()) {
      case ROUND -> xml.raw("<a:round/>");
      case BEVEL -> xml.raw("<a:bevel/>");
      case MITER -> xml.raw("<a:miter lim=\"").number(line.miterLimit()).raw("\"/>");
    }
    end("<a:headEnd type=\"", line.head());
    end("<a:tailEnd type=\"", line.tail());
    xml.raw("</a:ln>");
  }

  private void dash(int[] dashes) {
    if (dashes.length == 0) {
      return;
    }
    xml.raw("<a:custDash>");
    for (int i = 0; i < dashes.length; i += 2) {
      xml.raw("<a:ds d=\"").number(dashes[i]);
      xml.raw("\" sp=\"").number(dashes[i + 1]).raw("\"/>");
    }
    xml.raw("</a:custDash>");
  }

  private void end(String open, Ln.@Nullable End end) {
    if (end != null) {
      xml.raw(open).raw(end.kind().token()).raw("\" w=\"").raw(end.width().token());
      xml.raw("\" len=\"").raw(end.length().token()).raw("\"/>");
    }
  }

  /** In {@code a:effectLst} the schema's order is alphabetical but for blur and fillOverlay. */
  void effects(List<Effect> effects) {
    if (effects.isEmpty()) {
      return;
    }
    xml.raw("<a:effectLst>");
    for (Effect effect : effects) {
      if (effect instanceof Effect.Glow glow) {
        xml.raw("<a:glow rad=\"").number(glow.radius().value()).raw("\">");
        color(glow.color());
        xml.raw("</a:glow>");
      }
    }
    for (Effect effect : effects) {
      if (effect instanceof Effect.OuterShadow shadow) {
        outerShadow(shadow);
      }
    }
    for (Effect effect : effects) {
      if (effect instanceof Effect.SoftEdge edge) {
        xml.raw("<a:softEdge rad=\"").number(edge.radius().value()).raw("\"/>");
      }
    }
    xml.raw("</a:effectLst>");
  }

  private void outerShadow(Effect.OuterShadow shadow) {
    xml.raw("<a:outerShdw blurRad=\"").number(shadow.blurRadius().value());
    xml.raw("\" dist=\"").number(shadow.distance().value());
    xml.raw("\" dir=\"").number(shadow.direction().value());
    xml.raw("\" algn=\"ctr\" rotWithShape=\"0\">");
    color(shadow.color());
    xml.raw("</a:outerShdw>");
  }

  private void relativeRect(String open, RelativeRect rect) {
    xml.raw(open).raw(" l=\"").number(rect.left()).raw("\" t=\"").number(rect.top());
    xml.raw("\" r=\"").number(rect.right()).raw("\" b=\"").number(rect.bottom()).raw("\"/>");
  }
}
