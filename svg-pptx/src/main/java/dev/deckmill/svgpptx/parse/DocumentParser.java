package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.parse.css.Cascade;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.PageBudget;
import dev.deckmill.svgpptx.parse.xml.XmlDocument;
import dev.deckmill.svgpptx.parse.xml.XmlDoor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document on its way to a drawing: what all its parsers share, and the root element. A page
 * has one, and each SVG image nested in it another with the same budget and findings.
 */
final class DocumentParser {
  private final int nesting;
  private final XmlDocument document;
  private final PageBudget budget;
  private final PageFindings findings;
  private final References references;
  private final Cascade cascade;
  private final Style initial;
  private final RootViewport viewport;
  private final NodeParser nodes;
  private final Map<Element, Style> styles = new HashMap<>();

  /** A page. */
  DocumentParser(XmlDoor door, XmlDocument document, PageBudget budget, PageFindings findings)
      throws PageRejected {
    this(door, document, budget, findings, 0);
  }

  private DocumentParser(
      XmlDoor door, XmlDocument document, PageBudget budget, PageFindings findings, int nesting)
      throws PageRejected {
    this.nesting = nesting;
    this.document = document;
    this.budget = budget;
    this.findings = findings;
    this.references = new References(document.ids(), findings);
    this.viewport = RootViewport.of(document.root());
    this.cascade =
        new Cascade(
            document,
            viewport.width(),
            viewport.height(),
            problem -> findings.warn(Code.CSS_ERROR, null, "In a style element, " + problem + "."));
    this.initial = initialStyle();
    Undrawn.report(document, findings);
    this.nodes = new NodeParser(this, door);
  }

  /** An SVG image inside this one. */
  DocumentParser nested(XmlDoor door, byte[] bytes) throws PageRejected {
    return new DocumentParser(door, door.read(bytes, budget), budget, findings, nesting + 1);
  }

  /** How many documents are around this one. */
  int nesting() {
    return nesting;
  }

  /** The root's font size is what rem means, so the root is styled twice. */
  private Style initialStyle() {
    Units units = new Units(Units.MEDIUM, Units.MEDIUM, viewport.width(), viewport.height());
    Style first = cascade.style(document.root(), Cascade.initial(units));
    return Cascade.initial(
        new Units(Units.MEDIUM, first.fontSize(), viewport.width(), viewport.height()));
  }

  /** The whole document as a drawing. */
  Drawing drawing() throws PageRejected {
    Element root = document.root();
    return new Drawing(
        viewport.width(),
        viewport.height(),
        content(),
        PageTexts.title(root),
        PageTexts.description(root),
        findings.collected());
  }

  /** The size that the root element asks for. */
  RootViewport viewport() {
    return viewport;
  }

  /** What is drawn, in the space of the root's viewport. */
  List<Node> content() throws PageRejected {
    Element root = document.root();
    Style style = cascade.style(root, initial);
    if (style.is(Property.DISPLAY, "none")) {
      return List.of();
    }
    Box inner = viewport.inner();
    Affine toViewport = viewport.transform();
    Frame outer = frame(initial, viewport.width(), viewport.height());
    Affine own = nodes.transforms().of(style, outer, () -> null);
    Affine transform = own.times(toViewport);
    Frame inside = outer.inside(style, transform).withViewport(inner.width(), inner.height());
    List<Node> children = nodes.children(root, inside);
    Compositing compositing =
        nodes.compositing().of(root, style, inside, () -> Bounds.of(children));
    List<Node> visible = nodes.withoutGhosts(children);
    return transform.isIdentity() && compositing.equals(Compositing.NONE)
        ? visible
        : List.of(new Group(Names.origin(root, null), transform, compositing, visible));
  }

  /** A frame for content that is drawn on its own, as a pattern's. */
  Frame frame(Style style, double width, double height) {
    return new Frame(style, width, height, null, null, Frame.Mode.PAINT, 0, false);
  }

  /** The style of an element where it stands in the document, whoever refers to it. */
  Style styleInDocument(@Nullable Element element) {
    if (element == null) {
      return initial;
    }
    Style known = styles.get(element);
    if (known == null) {
      known = cascade.style(element, styleInDocument(element.parent()));
      styles.put(element, known);
    }
    return known;
  }

  Cascade cascade() {
    return cascade;
  }

  PageFindings findings() {
    return findings;
  }

  References references() {
    return references;
  }

  PageBudget budget() {
    return budget;
  }
}
