package dev.deckmill.svgpptx.parse.structure;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.parse.animation.AnimationElements;
import dev.deckmill.svgpptx.parse.animation.AnimationElements.Frozen;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.document.PageFindings;
import dev.deckmill.svgpptx.parse.document.RootViewport;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.document.UnpaintedShapes;
import dev.deckmill.svgpptx.parse.filter.FlatColors;
import dev.deckmill.svgpptx.parse.geometry.Bounds;
import dev.deckmill.svgpptx.parse.image.NestedDocument;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.PageBudget;
import dev.deckmill.svgpptx.parse.xml.XmlDocument;
import dev.deckmill.svgpptx.parse.xml.XmlDoor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One document on its way to a drawing. A page has one, and each SVG image nested in it another
 * with the same budget and findings.
 */
public final class DocumentParser {
  /** Images in images in images: nobody means that. */
  private static final int MOST_NESTING = 4;

  private final Element root;
  private final RootViewport viewport;
  private final DocumentContext context;
  private final NodeParser nodes;

  /** A page. */
  public DocumentParser(
      XmlDoor door, XmlDocument document, PageBudget budget, PageFindings findings, Fonts fonts)
      throws PageRejected {
    this(door, document, budget, findings, fonts, 0);
  }

  /**
   * @param nesting how many documents are around this one
   */
  private DocumentParser(
      XmlDoor door,
      XmlDocument document,
      PageBudget budget,
      PageFindings findings,
      Fonts fonts,
      int nesting)
      throws PageRejected {
    this.root = document.root();
    Frozen frozen = AnimationElements.freeze(document, budget, Property::isPresented);
    ScriptedSlides.show(root, findings);
    this.viewport = RootViewport.of(root);
    this.context = DocumentContext.of(document, viewport, frozen.styles(), budget, findings, fonts);
    UnsupportedElements.report(document, frozen.shown(), findings);
    this.nodes =
        new NodeParser(context, bytes -> nested(door, bytes, budget, findings, fonts, nesting + 1));
  }

  private static @Nullable NestedDocument nested(
      XmlDoor door,
      byte[] bytes,
      PageBudget budget,
      PageFindings findings,
      Fonts fonts,
      int nesting)
      throws PageRejected {
    if (nesting > MOST_NESTING) {
      return null;
    }
    DocumentParser nested =
        new DocumentParser(door, door.read(bytes, budget), budget, findings, fonts, nesting);
    return new NestedDocument(nested.content(), nested.viewport.width(), nested.viewport.height());
  }

  /** The whole document as a drawing. */
  public Drawing drawing() throws PageRejected {
    List<Node> content = content();
    context.reportUnmatched();
    return new Drawing(
        viewport.width(),
        viewport.height(),
        content,
        context.fonts().embedded().all(),
        context.fonts().pageLanguage(),
        PageTexts.title(root),
        PageTexts.description(root),
        context.findings().collected());
  }

  /** What is drawn, in the space of the root's viewport. */
  private List<Node> content() throws PageRejected {
    Style initial = context.styleInDocument(null);
    Style style = context.style(root, initial);
    if (style.is(Property.DISPLAY, "none")) {
      return List.of();
    }
    Box inner = viewport.inner();
    Frame outer = Frame.of(initial, viewport.width(), viewport.height());
    Affine own = Transforms.of(style, outer, () -> null);
    Affine transform = own.times(viewport.transform());
    Frame inside = outer.inside(style, transform).withViewport(inner.width(), inner.height());
    List<Node> children = nodes.children(root, inside);
    List<Node> ground = RootBackground.of(style, viewport.width(), viewport.height(), context);
    Compositing compositing =
        nodes.compositing().of(root, style, inside, () -> Bounds.of(children, context.fonts()));
    List<Node> visible = UnpaintedShapes.removed(children);
    List<Node> drawn =
        transform.isIdentity() && compositing.equals(Compositing.NONE)
            ? visible
            : List.of(
                FlatColors.computed(
                    new Group(Origins.origin(root, null), transform, compositing, visible),
                    context.fonts()));
    return ground.isEmpty() ? drawn : Stream.concat(ground.stream(), drawn.stream()).toList();
  }
}
