package dev.deckmill.svgpptx.parse.paint;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.UnpaintedShapes;
import dev.deckmill.svgpptx.parse.geometry.AspectRatio;
import dev.deckmill.svgpptx.parse.geometry.Boxes;
import dev.deckmill.svgpptx.parse.geometry.ViewBox;
import dev.deckmill.svgpptx.parse.geometry.ViewportClip;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code pattern} (SVG 2 §14.3). */
final class PatternParser {
  private static final Set<Tag> TAGS = EnumSet.of(Tag.PATTERN);

  private final DocumentContext document;
  private final ChildContent nodes;

  PatternParser(DocumentContext document, ChildContent nodes) {
    this.document = document;
    this.nodes = nodes;
  }

  /** The pattern as paint; null where it can't be drawn and the fallback is to be used. */
  @Nullable Paint pattern(
      Element element, double opacity, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    Templates pattern = Templates.of(element, TAGS, document.references());
    Element source = contentOf(pattern);
    boolean userSpace = pattern.isUserSpace("patternUnits", false);
    boolean contentInUserSpace = pattern.isUserSpace("patternContentUnits", true);
    Box viewBox = ViewBox.parse(pattern.attribute("viewBox"));
    Box box = userSpace && (contentInUserSpace || viewBox != null) ? null : bounds.get();
    boolean needsBox = !userSpace || !(contentInUserSpace || viewBox != null);
    if (needsBox && (box == null || box.width() == 0 || box.height() == 0)) {
      return null;
    }
    Style style = document.styleInDocument(element);
    Box tile = tile(pattern, style, frame, userSpace ? null : box);
    if (tile == null || source == null || !document.references().enter(source, element)) {
      return Paint.NONE;
    }
    try {
      Affine toTile = contentTransform(pattern, viewBox, tile, contentInUserSpace ? null : box);
      List<Node> children = content(source, frame, viewBox, toTile, tile);
      return children.isEmpty()
          ? Paint.NONE
          : new Paint.Pattern(tile, pattern.transform(document, frame, bounds), children, opacity);
    } finally {
      document.references().leave();
    }
  }

  private static @Nullable Element contentOf(Templates pattern) {
    for (Element element : pattern.chain()) {
      for (Element child = element.firstChild(); child != null; child = child.next()) {
        if (!child.isCharacters()) {
          return element;
        }
      }
    }
    return null;
  }

  /** One tile; null where it has no area. */
  private static @Nullable Box tile(
      Templates pattern, Style style, Frame frame, @Nullable Box box) {
    double baseX = box == null ? frame.width() : 1;
    double baseY = box == null ? frame.height() : 1;
    double x = LengthParser.parse(pattern.attribute("x"), style.units(), baseX, 0);
    double y = LengthParser.parse(pattern.attribute("y"), style.units(), baseY, 0);
    double width = LengthParser.parse(pattern.attribute("width"), style.units(), baseX, 0);
    double height = LengthParser.parse(pattern.attribute("height"), style.units(), baseY, 0);
    if (!(width > 0 && height > 0)) {
      return null;
    }
    return box == null ? new Box(x, y, width, height) : Boxes.fraction(box, x, y, width, height);
  }

  private static Affine contentTransform(
      Templates pattern, @Nullable Box viewBox, Box tile, @Nullable Box box) {
    if (viewBox != null) {
      return AspectRatio.parse(pattern.attribute("preserveAspectRatio")).transform(viewBox, tile);
    }
    // the content's origin is the tile's corner (SVG 2 §14.3.1)
    return box == null
        ? Affine.translate(tile.x(), tile.y())
        : new Affine(box.width(), 0, 0, box.height(), tile.x(), tile.y());
  }

  private List<Node> content(
      Element source, Frame user, @Nullable Box viewBox, Affine toTile, Box tile)
      throws PageRejected {
    Style style = document.styleInDocument(source);
    Frame inside = user.ofReferenced(style, Frame.Mode.PAINT);
    Frame frame = viewBox == null ? inside : inside.withViewport(viewBox.width(), viewBox.height());
    List<Node> children = UnpaintedShapes.removed(nodes.children(source, frame));
    if (children.isEmpty()) {
      return children;
    }
    Box window = ViewportClip.window(toTile, tile);
    boolean cut = ViewportClip.isNeeded(style, window, children);
    if (!cut && toTile.isIdentity()) {
      return children;
    }
    return List.of(
        new Group(
            Origin.of("pattern"),
            toTile,
            cut ? ViewportClip.to(window) : Compositing.NONE,
            children));
  }
}
