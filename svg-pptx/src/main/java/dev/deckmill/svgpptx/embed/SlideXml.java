package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.dml.Element;
import dev.deckmill.svgpptx.dml.NonVisual;
import dev.deckmill.svgpptx.dml.Outline;
import dev.deckmill.svgpptx.dml.SlideTree;
import dev.deckmill.svgpptx.dml.Xfrm;
import dev.deckmill.svgpptx.xml.XmlBytes;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Writes a slide part (ECMA-376 §19.3.1.38). For one slide. */
final class SlideXml {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<p:sld xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld>";

  /** How each shape tree begins: with the group that it is. */
  static final String TREE =
      "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
          + "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>"
          + "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

  private static final String TAIL =
      "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";

  private final XmlBytes xml;
  private final Links links;
  private final PaintXml paint;
  private final TextXml text;
  private int lastId = 1;
  private int[] leafBytes = new int[64];
  private int leaves;

  SlideXml(XmlBytes xml, Links links) {
    this.xml = xml;
    this.links = links;
    this.paint = new PaintXml(xml, links);
    this.text = new TextXml(xml, paint, links);
  }

  void write(SlideTree slide) {
    xml.raw(HEAD);
    if (slide.background() != null) {
      xml.raw("<p:bg><p:bgPr>");
      paint.fill(slide.background());
      xml.raw("<a:effectLst/></p:bgPr></p:bg>");
    }
    xml.raw(TREE);
    elements(slide.elements());
    xml.raw(TAIL);
  }

  /** The XML bytes of each leaf of the tree, in its order. */
  int[] leafBytes() {
    return Arrays.copyOf(leafBytes, leaves);
  }

  private void elements(List<Element> elements) {
    for (Element element : elements) {
      int start = xml.length();
      switch (element) {
        case Element.GrpSp group -> group(group);
        case Element.Sp sp -> leaf(start, () -> shape(sp));
        case Element.CxnSp line -> leaf(start, () -> connector(line));
        case Element.Pic pic -> leaf(start, () -> picture(pic));
      }
    }
  }

  private void leaf(int start, Runnable write) {
    write.run();
    if (leaves == leafBytes.length) {
      leafBytes = Arrays.copyOf(leafBytes, leaves * 2);
    }
    leafBytes[leaves++] = xml.length() - start;
  }

  private void shape(Element.Sp sp) {
    xml.raw("<p:sp><p:nvSpPr>");
    about(sp.about());
    xml.raw(
        switch (sp.role()) {
          case SHAPE -> "<p:cNvSpPr/><p:nvPr/>";
          case TEXT_BOX -> "<p:cNvSpPr txBox=\"1\"/><p:nvPr/>";
          case TITLE -> "<p:cNvSpPr/><p:nvPr><p:ph type=\"title\"/></p:nvPr>";
        });
    xml.raw("</p:nvSpPr><p:spPr>");
    xfrm(sp.xfrm());
    xml.raw("</a:xfrm>");
    outline(sp.outline());
    paint.fill(sp.fill());
    paint.line(sp.line());
    paint.effects(sp.effects());
    xml.raw("</p:spPr>");
    if (sp.text() != null) {
      text.body(sp.text());
    }
    xml.raw("</p:sp>");
  }

  private void connector(Element.CxnSp line) {
    xml.raw("<p:cxnSp><p:nvCxnSpPr>");
    about(line.about());
    xml.raw("<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>");
    xfrm(line.xfrm());
    xml.raw("</a:xfrm><a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>");
    paint.line(line.line());
    paint.effects(line.effects());
    xml.raw("</p:spPr></p:cxnSp>");
  }

  private void picture(Element.Pic pic) {
    OptionalInt file = links.picture(pic.blip());
    if (file.isEmpty()) {
      return;
    }
    xml.raw("<p:pic><p:nvPicPr>");
    about(pic.about());
    xml.raw("<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>");
    paint.blipFill(file.getAsInt(), pic.crop(), pic.alpha());
    xml.raw("<p:spPr>");
    xfrm(pic.xfrm());
    xml.raw("</a:xfrm>");
    outline(pic.outline());
    xml.raw("</p:spPr></p:pic>");
  }

  private void group(Element.GrpSp group) {
    xml.raw("<p:grpSp><p:nvGrpSpPr>");
    about(group.about());
    xml.raw("<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>");
    xfrm(group.xfrm());
    Xfrm box = group.xfrm();
    xml.raw("<a:chOff x=\"").number(box.x().value()).raw("\" y=\"").number(box.y().value());
    xml.raw("\"/><a:chExt cx=\"").number(box.width().value());
    xml.raw("\" cy=\"").number(box.height().value()).raw("\"/></a:xfrm></p:grpSpPr>");
    elements(group.children());
    xml.raw("</p:grpSp>");
  }

  private void about(NonVisual about) {
    xml.raw("<p:cNvPr id=\"").number(++lastId).raw("\" name=\"").text(about.name());
    if (about.description() != null) {
      xml.raw("\" descr=\"").text(about.description());
    }
    if (about.link() == null) {
      xml.raw("\"/>");
    } else {
      xml.raw("\"><a:hlinkClick r:id=\"rId").number(links.hyperlink(about.link()));
      xml.raw("\"/></p:cNvPr>");
    }
  }

  /** Leaves {@code a:xfrm} open: a group says more in it. */
  private void xfrm(Xfrm xfrm) {
    xml.raw("<a:xfrm");
    if (xfrm.rotation().value() != 0) {
      xml.raw(" rot=\"").number(xfrm.rotation().value()).raw("\"");
    }
    xml.raw(xfrm.flipH() ? " flipH=\"1\"" : "").raw(xfrm.flipV() ? " flipV=\"1\"" : "");
    xml.raw("><a:off x=\"").number(xfrm.x().value()).raw("\" y=\"").number(xfrm.y().value());
    xml.raw("\"/><a:ext cx=\"").number(xfrm.width().value());
    xml.raw("\" cy=\"").number(xfrm.height().value()).raw("\"/>");
  }

  private void outline(Outline outline) {
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
      xml.raw("<a:pt x=\"").number(at[i++]).raw("\" y=\"").number(at[i++]).raw("\"/>");
    }
    return i;
  }
}
