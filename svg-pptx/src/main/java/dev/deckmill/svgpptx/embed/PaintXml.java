package dev.deckmill.svgpptx.embed;

import static dev.deckmill.svgpptx.embed.ChildOrder.child;

import dev.deckmill.svgpptx.dml.Angle;
import dev.deckmill.svgpptx.dml.Color;
import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ln;
import dev.deckmill.svgpptx.dml.RelativeRect;
import dev.deckmill.svgpptx.xml.XmlBytes;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Writes fills and lines (ECMA-376 §20.1.8, §20.1.2.2.24). */
final class PaintXml {
  /** A picture that is repeated and the number of the relationship to its file. */
  record Tiles(Fill.Tiled fill, int relationship) {}

  /** {@code EG_FillProperties}, as far as they are used. */
  static final String FILLS = "a:noFill|a:solidFill|a:gradFill|a:blipFill";

  static final ChildOrder<PaintXml, Fill.Linear> LINEAR_GRADIENT =
      ChildOrder.of(
          "a:CT_GradientFillProperties",
          child("a:gsLst", (w, fill) -> w.stops(fill.stops())),
          child("a:lin", (w, fill) -> w.direction(fill.angle())));

  static final ChildOrder<PaintXml, Fill.Circular> CIRCULAR_GRADIENT =
      ChildOrder.of(
          "a:CT_GradientFillProperties",
          child("a:gsLst", (w, fill) -> w.stops(fill.stops())),
          child("a:path", (w, fill) -> w.circle(fill.focus())),
          child("a:tileRect", (w, fill) -> w.unlessNone("<a:tileRect", fill.tile())));

  static final ChildOrder<PaintXml, SlideXml.Linked> BLIP_FILL_PROPERTIES =
      ChildOrder.of(
          "a:CT_BlipFillProperties",
          child("a:blip", (w, linked) -> w.blip(linked.relationship(), linked.pic().alpha())),
          child("a:srcRect", (w, linked) -> w.unlessNone("<a:srcRect", linked.pic().crop())),
          child("a:stretch", (w, linked) -> w.xml.raw("<a:stretch><a:fillRect/></a:stretch>")));

  static final ChildOrder<PaintXml, Tiles> TILES =
      ChildOrder.of(
          "a:CT_BlipFillProperties",
          child("a:blip", (w, tiles) -> w.blip(tiles.relationship(), Color.OPAQUE)),
          child("a:srcRect", (w, tiles) -> w.xml.raw("<a:srcRect/>")),
          child("a:tile", (w, tiles) -> w.tile(tiles.fill())));

  static final ChildOrder<PaintXml, Ln> LINE_PROPERTIES =
      ChildOrder.of(
          "a:CT_LineProperties",
          child("a:noFill|a:solidFill|a:gradFill", (w, line) -> w.fill(line.fill())),
          child("a:custDash", (w, line) -> w.dash(line.dashes())),
          child("a:round|a:bevel|a:miter", PaintXml::join),
          child("a:headEnd", (w, line) -> w.end("<a:headEnd type=\"", line.head())),
          child("a:tailEnd", (w, line) -> w.end("<a:tailEnd type=\"", line.tail())));

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
      case Fill.Linear linear -> gradient(LINEAR_GRADIENT, linear);
      case Fill.Circular circular -> gradient(CIRCULAR_GRADIENT, circular);
      case Fill.Tiled tiled -> tiled(tiled);
    }
  }

  private <T> void gradient(ChildOrder<PaintXml, T> children, T fill) {
    xml.raw("<a:gradFill rotWithShape=\"1\">");
    children.write(this, fill);
    xml.raw("</a:gradFill>");
  }

  private void direction(Angle angle) {
    xml.raw("<a:lin ang=\"").number(angle.value()).raw("\" scaled=\"0\"/>");
  }

  private void circle(RelativeRect focus) {
    xml.raw("<a:path path=\"circle\">");
    relativeRect("<a:fillToRect", focus);
    xml.raw("</a:path>");
  }

  private void stops(List<Fill.Stop> stops) {
    xml.raw("<a:gsLst>");
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
    xml.raw("<a:blipFill dpi=\"0\" rotWithShape=\"1\">");
    TILES.write(this, new Tiles(tiled, picture.getAsInt()));
    xml.raw("</a:blipFill>");
  }

  private void tile(Fill.Tiled tiled) {
    xml.raw("<a:tile tx=\"").number(tiled.x().value());
    xml.raw("\" ty=\"").number(tiled.y().value()).raw("\" sx=\"").number(tiled.scaleX());
    xml.raw("\" sy=\"").number(tiled.scaleY()).raw("\" flip=\"none\" algn=\"tl\"/>");
  }

  /** {@code p:blipFill} of a picture whose file is there. */
  void blipFill(SlideXml.Linked linked) {
    xml.raw("<p:blipFill>");
    BLIP_FILL_PROPERTIES.write(this, linked);
    xml.raw("</p:blipFill>");
  }

  private void blip(int relationship, int alpha) {
    xml.raw("<a:blip r:embed=\"rId").number(relationship);
    if (alpha == Color.OPAQUE) {
      xml.raw("\"/>");
    } else {
      xml.raw("\"><a:alphaModFix amt=\"").number(alpha).raw("\"/></a:blip>");
    }
  }

  private void unlessNone(String open, RelativeRect rect) {
    if (!rect.isNone()) {
      relativeRect(open, rect);
    }
  }

  void color(Color color) {
    xml.raw("<a:srgbClr val=\"").rgb(color.rgb());
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
    LINE_PROPERTIES.write(this, line);
    xml.raw("</a:ln>");
  }

  private void join(Ln line) {
    switch (line.join()) {
      case ROUND -> xml.raw("<a:round/>");
      case BEVEL -> xml.raw("<a:bevel/>");
      case MITER -> xml.raw("<a:miter lim=\"").number(line.miterLimit()).raw("\"/>");
    }
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

  private void relativeRect(String open, RelativeRect rect) {
    xml.raw(open).raw(" l=\"").number(rect.left()).raw("\" t=\"").number(rect.top());
    xml.raw("\" r=\"").number(rect.right()).raw("\" b=\"").number(rect.bottom()).raw("\"/>");
  }
}
