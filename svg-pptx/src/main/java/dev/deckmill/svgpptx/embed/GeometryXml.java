package dev.deckmill.svgpptx.embed;

import static dev.deckmill.svgpptx.embed.ChildOrder.child;

import dev.deckmill.svgpptx.dml.Outline;
import dev.deckmill.svgpptx.dml.Xfrm;
import dev.deckmill.svgpptx.xml.XmlBytes;

/** Writes where shapes stand and how they run (ECMA-376 §20.1.7, §20.1.9). */
final class GeometryXml {
  static final ChildOrder<GeometryXml, Xfrm> TRANSFORM_2D =
      ChildOrder.of(
          "a:CT_Transform2D",
          child("a:off", (w, box) -> w.point("<a:off x=\"", box)),
          child("a:ext", (w, box) -> w.size("<a:ext cx=\"", box)));

  /** What is in a group stands where it would without. */
  static final ChildOrder<GeometryXml, Xfrm> GROUP_TRANSFORM_2D =
      ChildOrder.of(
          "a:CT_GroupTransform2D",
          child("a:off", (w, box) -> w.point("<a:off x=\"", box)),
          child("a:ext", (w, box) -> w.size("<a:ext cx=\"", box)),
          child("a:chOff", (w, box) -> w.point("<a:chOff x=\"", box)),
          child("a:chExt", (w, box) -> w.size("<a:chExt cx=\"", box)));

  private final XmlBytes xml;

  GeometryXml(XmlBytes xml) {
    this.xml = xml;
  }

  void xfrm(Xfrm xfrm) {
    xfrm(xfrm, TRANSFORM_2D);
  }

  void groupXfrm(Xfrm xfrm) {
    xfrm(xfrm, GROUP_TRANSFORM_2D);
  }

  private void xfrm(Xfrm xfrm, ChildOrder<GeometryXml, Xfrm> children) {
    xml.raw("<a:xfrm");
    if (xfrm.rotation().value() != 0) {
      xml.raw(" rot=\"").number(xfrm.rotation().value()).raw("\"");
    }
    xml.raw(xfrm.flipH() ? " flipH=\"1\"" : "").raw(xfrm.flipV() ? " flipV=\"1\">" : ">");
    children.write(this, xfrm);
    xml.raw("</a:xfrm>");
  }

  private void point(String open, Xfrm box) {
    xml.raw(open).number(box.x().value()).raw("\" y=\"").number(box.y().value()).raw("\"/>");
  }

  private void size(String open, Xfrm box) {
    xml.raw(open)
        .number(box.width().value())
        .raw("\" cy=\"")
        .number(box.height().value())
        .raw("\"/>");
  }

  void outline(Outline outline) {
    switch (outline) {
      case Outline.Preset preset -> preset(preset);
      case Outline.Custom custom -> custom(custom);
    }
  }

  private void preset(Outline.Preset preset) {
    xml.raw("<a:prstGeom prst=\"").raw(preset.kind().token());
    if (preset.kind() == Outline.Preset.Kind.ROUND_RECT) {
      xml.raw("\"><a:avLst><a:gd name=\"adj\" fmla=\"val ").number(preset.adjust());
      xml.raw("\"/></a:avLst></a:prstGeom>");
    } else {
      xml.raw("\"><a:avLst/></a:prstGeom>");
    }
  }

  private void custom(Outline.Custom custom) {
    xml.raw("<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>");
    xml.raw("<a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>");
    for (Outline.Path path : custom.paths()) {
      xml.raw("<a:path w=\"").number(custom.width()).raw("\" h=\"").number(custom.height());
      xml.raw(path.filled() ? "\"" : "\" fill=\"none\"");
      xml.raw(path.stroked() ? ">" : " stroke=\"0\">");
      segments(path.commands(), path.coordinates());
      xml.raw("</a:path>");
    }
    xml.raw("</a:pathLst></a:custGeom>");
  }

  private void segments(byte[] commands, int[] at) {
    int i = 0;
    for (byte command : commands) {
      switch (command) {
        case 'M' -> {
          xml.raw("<a:moveTo>");
          i = points(at, i, 1);
          xml.raw("</a:moveTo>");
        }
        case 'L' -> {
          xml.raw("<a:lnTo>");
          i = points(at, i, 1);
          xml.raw("</a:lnTo>");
        }
        case 'Q' -> {
          xml.raw("<a:quadBezTo>");
          i = points(at, i, 2);
          xml.raw("</a:quadBezTo>");
        }
        case 'C' -> {
          xml.raw("<a:cubicBezTo>");
          i = points(at, i, 3);
          xml.raw("</a:cubicBezTo>");
        }
        case 'Z' -> xml.raw("<a:close/>");
        default -> throw new IllegalArgumentException("no segment is called " + (char) command);
      }
    }
  }

  private int points(int[] at, int from, int count) {
    int i = from;
    for (int n = 0; n < count; n++) {
      xml.pair("<a:pt x=\"", at[i++], "\" y=\"", at[i++], "\"/>");
    }
    return i;
  }
}
