package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.parse.compositing.CompositingParser;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.GeometryProperties;
import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.geometry.ViewportClip;
import dev.deckmill.svgpptx.parse.image.EmbeddedImages;
import dev.deckmill.svgpptx.parse.layout.BoxLayout;
import dev.deckmill.svgpptx.parse.layout.BoxTree;
import dev.deckmill.svgpptx.parse.layout.Fragment;
import dev.deckmill.svgpptx.parse.layout.HtmlBox;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code foreignObject} (SVG 2 §12.4): HTML as shapes, pictures and text. */
public final class HtmlParser {
  private final DocumentContext document;
  private final CompositingParser compositing;
  private final Fonts fonts;
  private final HtmlImages images;
  private final BoxTree boxes;
  private final SvgInHtml svgs;
  private final BoxPainter painter;

  /**
   * @param svgs parses {@code svg} elements inside
   */
  public HtmlParser(
      DocumentContext document,
      CompositingParser compositing,
      EmbeddedImages images,
      Fonts fonts,
      SvgInHtml svgs) {
    this.document = document;
    this.compositing = compositing;
    this.fonts = fonts;
    this.images = new HtmlImages(images);
    this.boxes = new BoxTree(document, fonts, this.images);
    this.svgs = svgs;
    this.painter = new BoxPainter(document.findings());
  }

  /** What the element shows; null where that is nothing. */
  public @Nullable Node foreignObject(Element element, Style style, Frame frame)
      throws PageRejected {
    if (frame.mode() == Frame.Mode.CLIP) {
      return null;
    }
    Box port = port(element, style, frame);
    if (!(port.width() > 0 && port.height() > 0)) {
      unsized(element);
      return null;
    }
    Affine transform = Transforms.of(style, frame, () -> port);
    Frame inside = frame.inside(style, transform).withViewport(port.width(), port.height());
    HtmlBox.Container root = boxes.root(element, style, inside);
    BoxLayout layout = new BoxLayout(fonts);
    Fragment fragment = layout.root(root, port.width(), port.height());
    HtmlFindings.report(element, layout, document.findings());
    List<Node> nodes =
        new FragmentPainter(compositing, painter, images, svgs, inside)
            .nodes(fragment, port.x(), port.y());
    if (nodes.isEmpty()) {
      return null;
    }
    Compositing effects = compositing.of(element, style, frame, () -> port);
    Origin origin = Origins.origin(element, frame.href());
    return grouped(new Group(origin, transform, effects, cut(style, port, nodes)));
  }

  private static Box port(Element element, Style style, Frame frame) {
    double width = GeometryProperties.length(element, style, Property.WIDTH, frame.width(), 0);
    double height = GeometryProperties.length(element, style, Property.HEIGHT, frame.height(), 0);
    // a negative one is as none (SVG 2 §8.11)
    return GeometryProperties.box(element, style, frame, Math.max(0, width), Math.max(0, height));
  }

  /** Browsers show nothing of it; tools write empty ones by the dozen. */
  private void unsized(Element element) {
    if (!element.text().isBlank()) {
      document
          .findings()
          .info(
              Code.UNSUPPORTED_DROPPED,
              element,
              "A foreignObject without width or height shows nothing; its text is left out.");
    }
  }

  /** One thing that nobody named needs no group around it. */
  private static Node grouped(Group group) {
    boolean plain =
        group.children().size() == 1
            && group.compositing().equals(Compositing.NONE)
            && group.origin().equals(Origin.of("foreignObject"));
    return plain
        ? group
            .children()
            .getFirst()
            .withTransform(group.transform().times(group.children().getFirst().transform()))
        : group;
  }

  private static List<Node> cut(Style style, Box port, List<Node> nodes) {
    return ViewportClip.isAsked(style) ? BoxClip.cut(port, nodes) : nodes;
  }
}
