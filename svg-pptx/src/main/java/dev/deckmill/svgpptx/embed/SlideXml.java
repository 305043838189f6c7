package dev.deckmill.svgpptx.embed;

import static dev.deckmill.svgpptx.embed.ChildOrder.child;

import dev.deckmill.svgpptx.dml.Element;
import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ln;
import dev.deckmill.svgpptx.dml.NonVisual;
import dev.deckmill.svgpptx.dml.ShapeProperties;
import dev.deckmill.svgpptx.dml.SlideTree;
import dev.deckmill.svgpptx.dml.TextBody;
import dev.deckmill.svgpptx.xml.XmlBytes;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Writes a slide part (ECMA-376 §19.3.1.38). For one slide. */
final class SlideXml {
  /** A picture and the number of the relationship to its file. */
  record Linked(Element.Pic pic, int relationship) {}

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
      "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";

  static final ChildOrder<SlideXml, SlideTree> COMMON_SLIDE_DATA =
      ChildOrder.of(
          "p:CT_CommonSlideData",
          child("p:bg", (w, slide) -> w.background(slide.background())),
          child("p:spTree", (w, slide) -> w.tree(slide.elements())));

  static final ChildOrder<SlideXml, Fill> BACKGROUND_PROPERTIES =
      ChildOrder.of(
          "p:CT_BackgroundProperties",
          child(PaintXml.FILLS, (w, fill) -> w.paint.fill(fill)),
          child("a:effectLst", (w, fill) -> w.xml.raw("<a:effectLst/>")));

  static final ChildOrder<SlideXml, Element.Sp> SHAPE =
      ChildOrder.of(
          "p:CT_Shape",
          child("p:nvSpPr", SlideXml::nonVisual),
          child("p:spPr", (w, sp) -> w.properties(sp.properties())),
          child("p:txBody", (w, sp) -> w.text(sp.text())));

  static final ChildOrder<SlideXml, Element.CxnSp> CONNECTOR =
      ChildOrder.of(
          "p:CT_Connector",
          child("p:nvCxnSpPr", SlideXml::nonVisual),
          child("p:spPr", (w, line) -> w.properties(line.properties())));

  static final ChildOrder<SlideXml, Linked> PICTURE =
      ChildOrder.of(
          "p:CT_Picture",
          child("p:nvPicPr", (w, linked) -> w.nonVisual(linked.pic())),
          child("p:blipFill", (w, linked) -> w.paint.blipFill(linked)),
          child("p:spPr", (w, linked) -> w.properties(linked.pic().properties())));

  static final ChildOrder<SlideXml, Element.GrpSp> GROUP_SHAPE =
      ChildOrder.of(
          "p:CT_GroupShape",
          child("p:nvGrpSpPr", SlideXml::nonVisual),
          child("p:grpSpPr", SlideXml::properties),
          child("p:sp|p:grpSp|p:cxnSp|p:pic", (w, group) -> w.elements(group.children())));

  static final ChildOrder<SlideXml, ShapeProperties> SHAPE_PROPERTIES =
      ChildOrder.of(
          "a:CT_ShapeProperties",
          child("a:xfrm", (w, shape) -> w.geometry.xfrm(shape.xfrm())),
          child("a:custGeom|a:prstGeom", (w, shape) -> w.geometry.outline(shape.outline())),
          child(PaintXml.FILLS, (w, shape) -> w.fill(shape.fill())),
          child("a:ln", (w, shape) -> w.line(shape.line())),
          child("a:effectLst", (w, shape) -> w.effects.list(shape.effects())));

  private final XmlBytes xml;
  private final Links links;
  private final GeometryXml geometry;
  private final PaintXml paint;
  private final EffectXml effects;
  private final TextXml text;
  private int lastId = 1;
  private int[] leafBytes = new int[64];
  private int leaves;

  SlideXml(XmlBytes xml, Links links) {
    this.xml = xml;
    this.links = links;
    this.geometry = new GeometryXml(xml);
    this.paint = new PaintXml(xml, links);
    this.effects = new EffectXml(xml, paint);
    this.text = new TextXml(xml, paint, effects, links);
  }

  void write(SlideTree slide) {
    xml.raw(HEAD);
    COMMON_SLIDE_DATA.write(this, slide);
    xml.raw(TAIL);
  }

  private void background(@Nullable Fill fill) {
    if (fill != null) {
      xml.raw("<p:bg><p:bgPr>");
      BACKGROUND_PROPERTIES.write(this, fill);
      xml.raw("</p:bgPr></p:bg>");
    }
  }

  private void tree(List<Element> elements) {
    xml.raw(TREE);
    elements(elements);
    xml.raw("</p:spTree>");
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
        case Element.Sp sp -> {
          shape(sp);
          leaf(start);
        }
        case Element.CxnSp line -> {
          connector(line);
          leaf(start);
        }
        case Element.Pic pic -> {
          picture(pic);
          leaf(start);
        }
      }
    }
  }

  /** Notes how long the leaf is that begins at {@code start} and ends here. */
  private void leaf(int start) {
    if (leaves == leafBytes.length) {
      leafBytes = Arrays.copyOf(leafBytes, leaves * 2);
    }
    leafBytes[leaves++] = xml.length() - start;
  }

  private void shape(Element.Sp sp) {
    xml.raw("<p:sp>");
    SHAPE.write(this, sp);
    xml.raw("</p:sp>");
  }

  private void nonVisual(Element.Sp sp) {
    xml.raw("<p:nvSpPr>");
    about(sp.about());
    xml.raw(
        switch (sp.role()) {
          case SHAPE -> "<p:cNvSpPr/><p:nvPr/>";
          case TEXT_BOX -> "<p:cNvSpPr txBox=\"1\"/><p:nvPr/>";
          case TITLE -> "<p:cNvSpPr/><p:nvPr><p:ph type=\"title\"/></p:nvPr>";
        });
    xml.raw("</p:nvSpPr>");
  }

  private void connector(Element.CxnSp line) {
    xml.raw("<p:cxnSp>");
    CONNECTOR.write(this, line);
    xml.raw("</p:cxnSp>");
  }

  private void nonVisual(Element.CxnSp line) {
    xml.raw("<p:nvCxnSpPr>");
    about(line.about());
    xml.raw("<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>");
  }

  private void picture(Element.Pic pic) {
    OptionalInt file = links.picture(pic.blip());
    if (file.isPresent()) {
      xml.raw("<p:pic>");
      PICTURE.write(this, new Linked(pic, file.getAsInt()));
      xml.raw("</p:pic>");
    }
  }

  private void nonVisual(Element.Pic pic) {
    xml.raw("<p:nvPicPr>");
    about(pic.about());
    xml.raw("<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>");
  }

  private void group(Element.GrpSp group) {
    xml.raw("<p:grpSp>");
    GROUP_SHAPE.write(this, group);
    xml.raw("</p:grpSp>");
  }

  private void nonVisual(Element.GrpSp group) {
    xml.raw("<p:nvGrpSpPr>");
    about(group.about());
    xml.raw("<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>");
  }

  private void properties(Element.GrpSp group) {
    xml.raw("<p:grpSpPr>");
    geometry.groupXfrm(group.xfrm());
    xml.raw("</p:grpSpPr>");
  }

  private void properties(ShapeProperties properties) {
    xml.raw("<p:spPr>");
    SHAPE_PROPERTIES.write(this, properties);
    xml.raw("</p:spPr>");
  }

  private void fill(@Nullable Fill fill) {
    if (fill != null) {
      paint.fill(fill);
    }
  }

  private void line(@Nullable Ln line) {
    if (line != null) {
      paint.line(line);
    }
  }

  private void text(@Nullable TextBody body) {
    if (body != null) {
      text.body(body);
    }
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
}
