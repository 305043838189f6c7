package dev.deckmill.svgpptx.golden;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideReport;
import dev.deckmill.svgpptx.SlideReport.ElementDecision;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * A slide in lines that people compare: background, shapes, the sizes of its pictures, findings,
 * how many elements came out in which way, and every decision that is not native.
 */
final class Expectation {
  private static final int LINE = 110;

  private final StringBuilder out = new StringBuilder();

  private Expectation() {}

  static String of(SlideReport report, byte[] slidePart, List<byte[]> media) throws Exception {
    Expectation expectation = new Expectation();
    expectation.out.append("<golden>\n");
    expectation.content(slidePart);
    for (byte[] picture : media) {
      expectation.picture(picture);
    }
    report.findings().forEach(expectation::finding);
    expectation.renditions(report.renditions());
    report.elements().stream()
        .filter(element -> element.rendition() != SlideReport.Rendition.NATIVE)
        .forEach(expectation::decision);
    return expectation.out.append("</golden>\n").toString();
  }

  private void content(byte[] slidePart) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(slidePart))
            .getDocumentElement();
    for (Element child : children((Element) root.getFirstChild())) {
      if (child.getTagName().equals("p:spTree")) {
        List<Element> shapes = children(child);
        shapes.subList(2, shapes.size()).forEach(shape -> print(shape, "  "));
      } else {
        print(child, "  ");
      }
    }
  }

  private void picture(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    out.append("  <media width=\"" + image.getWidth() + "\" height=\"" + image.getHeight())
        .append("\"/>\n");
  }

  private void finding(Finding finding) {
    out.append("  <finding code=\"" + finding.code() + "\" severity=\"" + finding.severity())
        .append("\" element=\"" + finding.elementId() + "\">" + finding.detail())
        .append("</finding>\n");
  }

  private void renditions(SlideReport.Renditions counts) {
    out.append("  <renditions native=\"" + counts.nativeElements())
        .append("\" approximate=\"" + counts.approximateElements())
        .append("\" raster=\"" + counts.rasterElements() + "\"/>\n");
  }

  private void decision(ElementDecision decision) {
    out.append("  <decision rendition=\"" + decision.rendition())
        .append("\" type=\"" + decision.elementType() + "\" element=\"" + decision.id())
        .append("\">" + String.join("; ", decision.reasons()) + "</decision>\n");
  }

  private void print(Element element, String indent) {
    String flat = flat(element);
    List<Element> children = children(element);
    if (children.isEmpty() || indent.length() + flat.length() <= LINE) {
      out.append(indent).append(flat).append('\n');
      return;
    }
    out.append(indent).append(start(element)).append(">\n");
    children.forEach(child -> print(child, indent + "  "));
    out.append(indent).append("</").append(element.getTagName()).append(">\n");
  }

  private static String flat(Element element) {
    StringBuilder flat = new StringBuilder(start(element));
    if (!element.hasChildNodes()) {
      return flat.append("/>").toString();
    }
    flat.append('>');
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      flat.append(n instanceof Element child ? flat(child) : n.getNodeValue());
    }
    return flat.append("</").append(element.getTagName()).append('>').toString();
  }

  private static String start(Element element) {
    StringBuilder start = new StringBuilder("<").append(element.getTagName());
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      start.append(' ').append(attribute.getNodeName()).append("=\"");
      start.append(attribute.getNodeValue()).append('"');
    }
    return start.toString();
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }
}
