package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.compositing.CompositingParser;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.layout.Fragment;
import dev.deckmill.svgpptx.parse.layout.HtmlBox;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fragments to nodes, in the order of CSS 2 appendix E as far as labels need it: backgrounds, then
 * what is inside, then what is placed apart.
 */
final class FragmentPainter {
  private final CompositingParser compositing;
  private final HtmlImages images;
  private final SvgInHtml svgs;
  private final Frame frame;
  private final BoxPainter boxes;
  private final TextFrames texts = new TextFrames();
  private List<Node> out = new ArrayList<>();

  /**
   * @param frame of the {@code foreignObject}
   */
  FragmentPainter(
      CompositingParser compositing,
      BoxPainter boxes,
      HtmlImages images,
      SvgInHtml svgs,
      Frame frame) {
    this.compositing = compositing;
    this.images = images;
    this.svgs = svgs;
    this.frame = frame;
    this.boxes = boxes;
  }

  /** All that a fragment shows whose border box begins at a point. */
  List<Node> nodes(Fragment fragment, double x, double y) throws PageRejected {
    paint(fragment, x, y);
    texts.flush(out);
    return out;
  }

  private void paint(Fragment fragment, double x, double y) throws PageRejected {
    switch (fragment.box()) {
      case HtmlBox.Container box -> container(box, fragment, x, y);
      case HtmlBox.Replaced image -> replaced(image, fragment, x, y);
      case HtmlBox.Characters text -> {
        // is in a line
      }
      case HtmlBox.LineBreak lineBreak -> {
        // has ended a line
      }
    }
  }

  private void container(HtmlBox.Container box, Fragment fragment, double x, double y)
      throws PageRejected {
    Element element = box.element();
    BoxStyle style = box.style();
    Box place = new Box(x, y, fragment.width(), fragment.height());
    boolean whole = isWhole(style);
    List<Node> painted = boxes.painted(box, place);
    if (!whole) {
      plain(box, fragment, place, painted);
      return;
    }
    texts.flush(out);
    List<Node> outer = out;
    out = new ArrayList<>();
    plain(box, fragment, place, List.of());
    texts.flush(out);
    List<Node> inner = new ArrayList<>(painted);
    inner.addAll(style.cuts() ? BoxClip.cut(style, place, out) : out);
    out = outer;
    together(element, style, place, inner);
  }

  /** Whether something is done to it and its content as a whole. */
  private static boolean isWhole(BoxStyle style) {
    Style computed = style.computed();
    return style.cuts()
        || Transforms.isTransformed(computed)
        || computed.get(Property.OPACITY) != null
        || computed.get(Property.FILTER) != null
        || computed.get(Property.CLIP_PATH) != null
        || computed.get(Property.MASK) != null
        || computed.get(Property.MIX_BLEND_MODE) != null;
  }

  private void together(@Nullable Element element, BoxStyle style, Box place, List<Node> inner)
      throws PageRejected {
    if (inner.isEmpty()) {
      return;
    }
    Affine transform = Transforms.ofBox(style.computed(), place);
    Compositing effects =
        element == null
            ? Compositing.NONE
            : compositing.of(element, style.computed(), frame, () -> place);
    if (transform.isIdentity() && effects.equals(Compositing.NONE)) {
      out.addAll(inner);
    } else {
      Origin origin = element == null ? Origin.of("div") : Origins.origin(element, null);
      out.add(new Group(origin, transform, effects, inner));
    }
  }

  private void plain(HtmlBox.Container box, Fragment fragment, Box place, List<Node> painted)
      throws PageRejected {
    if (!painted.isEmpty()) {
      texts.flush(out);
      out.addAll(painted);
    }
    if (box.isListItem()) {
      texts.marker(box);
    }
    List<Fragment.Child> below = new ArrayList<>(0);
    List<Fragment.Child> above = fragment.children();
    for (Fragment.Child child : above) {
      if (fragment.level(child) < 0) {
        below.add(child);
      }
    }
    children(box, below, fragment, place);
    if (!fragment.lines().isEmpty()) {
      out.addAll(boxes.behindText(fragment, place.x(), place.y()));
      texts.add(box, fragment, place.x(), place.y());
    }
    children(box, above.subList(below.size(), above.size()), fragment, place);
    if (box.isListItem()) {
      texts.endItem();
    }
    if (!painted.isEmpty()) {
      texts.flush(out);
    }
  }

  /** Text goes on in one frame from block to block, but not from one place to another. */
  private void children(
      HtmlBox.Container box, List<Fragment.Child> children, Fragment fragment, Box place)
      throws PageRejected {
    for (Fragment.Child child : children) {
      boolean apart = !box.stacksBlocks() || !fragment.lines().isEmpty() || isApart(child);
      if (apart) {
        texts.flush(out);
      }
      paint(child.fragment(), place.x() + child.x(), place.y() + child.y());
      if (apart) {
        texts.flush(out);
      }
    }
  }

  private static boolean isApart(Fragment.Child child) {
    return !child
        .fragment()
        .box()
        .style()
        .computed()
        .get(Property.POSITION, "static")
        .equals("static");
  }

  private void replaced(HtmlBox.Replaced image, Fragment fragment, double x, double y)
      throws PageRejected {
    if (!image.style().isVisible()) {
      return;
    }
    texts.flush(out);
    Box place = new Box(x, y, fragment.width(), fragment.height());
    out.addAll(boxes.painted(image, place));
    Edges edges = image.style().border().plus(image.style().padding(0));
    Box content =
        new Box(
            x + edges.left(),
            y + edges.top(),
            Math.max(0, place.width() - edges.across()),
            Math.max(0, place.height() - edges.down()));
    Node node = node(image, content);
    if (node != null) {
      together(image.element(), image.style(), place, BoxClip.rounded(image.style(), place, node));
    }
  }

  private @Nullable Node node(HtmlBox.Replaced image, Box content) throws PageRejected {
    if (image.element().name().equals("img")) {
      return images.node(image.element(), image.style().computed(), content);
    }
    Frame inside = frame.inside(image.style().computed(), Affine.IDENTITY);
    Node node =
        svgs.node(
            image.element(), image.style().computed(), inside, content.width(), content.height());
    return node == null
        ? null
        : node.withTransform(Affine.translate(content.x(), content.y()).times(node.transform()));
  }
}
