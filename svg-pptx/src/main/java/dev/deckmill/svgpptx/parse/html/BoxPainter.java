package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.box.Side;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.document.PageFindings;
import dev.deckmill.svgpptx.parse.geometry.Boxes;
import dev.deckmill.svgpptx.parse.layout.Fragment;
import dev.deckmill.svgpptx.parse.layout.HtmlBox;
import dev.deckmill.svgpptx.parse.layout.InlineContext;
import dev.deckmill.svgpptx.parse.layout.Line;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Backgrounds, borders and shadows of boxes (CSS Backgrounds 3) as shapes. For one page. */
final class BoxPainter {
  private final PageFindings findings;
  private final CssGradients images = new CssGradients();

  BoxPainter(PageFindings findings) {
    this.findings = findings;
  }

  /** What is seen of the box itself, back to front. */
  List<Node> painted(HtmlBox box, Box place) {
    return painted(box.style(), element(box), place);
  }

  private List<Node> painted(BoxStyle style, @Nullable Element element, Box place) {
    if (style.computed().hasNoBox()
        || !style.isVisible()
        || !(place.width() > 0 || place.height() > 0)) {
      return List.of();
    }
    Origin origin = element == null ? Origin.of("div") : Origins.origin(element, null);
    BoxShape shape = new BoxShape(style, place, origin);
    Rgba accent = accent(style, place);
    List<Paint> fills = accent == null ? fills(style, place, element) : List.of();
    ConicGradient conic = conic(style, place);
    boolean covered =
        accent != null
            || fills.stream().anyMatch(BoxPainter::isOpaque)
            || (conic != null && conic.isOpaque());
    BoxShadows shadows = new BoxShadows(style, shape, place, covered);
    tellLosses(style, shadows, element);
    if (conic != null && conic.isSmooth()) {
      findings.info(
          Code.APPROXIMATED,
          element,
          "A gradient around a point is drawn as sectors of one colour each.");
    }
    List<Node> shapes = new ArrayList<>(shadows.below());
    if (accent != null) {
      shapes.addAll(accented(style, place, shape, shadows, accent));
      return shapes;
    }
    Stroke line = BoxBorders.even(style);
    List<Node> sectors = sectors(conic, style, place, origin);
    plain(style, shape, withBase(fills, conic), line, shadows, sectors, shapes);
    if (line == null) {
      shapes.addAll(BoxBorders.sides(style, place, origin));
    }
    return shapes;
  }

  private void tellLosses(BoxStyle style, BoxShadows shadows, @Nullable Element element) {
    if (!shadows.isWhole()) {
      findings.warn(
          Code.APPROXIMATED,
          element,
          "A shadow of a box of HTML that lies inside it, is larger than it or is seen through it"
              + " is drawn in part.");
    }
    if (BoxBorders.isCarved(style)) {
      findings.info(
          Code.APPROXIMATED, element, "A border of HTML in light and shade is drawn plain.");
    }
  }

  /** A gradient around a point, where it is the only picture of a box. */
  private static @Nullable ConicGradient conic(BoxStyle style, Box place) {
    String image = style.computed().get(Property.BACKGROUND_IMAGE, "none");
    boolean maybe = image.regionMatches(true, 0, "conic-", 0, 6) && !style.fillsText();
    return maybe ? ConicGradient.of(image, style.computed(), place) : null;
  }

  /** Below an opaque one lies its first colour, which throws the shadow. */
  private static List<Paint> withBase(List<Paint> fills, @Nullable ConicGradient conic) {
    return conic == null || !conic.isOpaque()
        ? fills
        : List.of(new Paint.Solid(conic.stops().getFirst().color()));
  }

  private static List<Node> sectors(
      @Nullable ConicGradient conic, BoxStyle style, Box place, Origin origin) {
    if (conic == null) {
      return List.of();
    }
    List<Node> sectors = conic.sectors(place, Origin.of("div"));
    Node group = new Group(origin, Affine.IDENTITY, Compositing.NONE, sectors);
    return List.of(BoxClip.clipped(Corners.of(style, place).outline(place), group));
  }

  private static boolean isOpaque(Paint fill) {
    return fill instanceof Paint.Solid solid
        ? solid.color().alpha() >= 1
        : CssGradients.isOpaque(fill);
  }

  /**
   * Grounds, the last with the border around it where that is one line and nothing between.
   *
   * @param line the border where it is the same on all sides
   */
  private static void plain(
      BoxStyle style,
      BoxShape shape,
      List<Paint> fills,
      @Nullable Stroke line,
      BoxShadows shadows,
      List<Node> images,
      List<Node> into) {
    boolean together =
        line != null
            && images.isEmpty()
            && shadows.above().isEmpty()
            && !BoxBorders.isDouble(style, Side.TOP);
    Compositing effects = shadows.effects();
    for (int i = 0; i < fills.size(); i++) {
      Stroke own = together && i == fills.size() - 1 ? line : null;
      into.add(shape.of(fills.get(i), own, i == 0 ? effects : Compositing.NONE));
    }
    into.addAll(images);
    into.addAll(shadows.above());
    if (line != null && (!together || fills.isEmpty())) {
      Compositing own = fills.isEmpty() ? effects : Compositing.NONE;
      into.addAll(BoxBorders.around(style, shape, line, own));
    }
  }

  /** The colour of uneven borders with round corners around something opaque; else null. */
  private static @Nullable Rgba accent(BoxStyle style, Box place) {
    Rgba background = style.background();
    boolean plain = style.computed().get(Property.BACKGROUND_IMAGE, "none").equals("none");
    if (background == null || background.alpha() < 1 || !plain || BoxBorders.even(style) != null) {
      return null;
    }
    Corners corners = Corners.of(style, place);
    return corners.largest() > 0 && !corners.elliptic() ? onlyBorderColor(style) : null;
  }

  private static @Nullable Rgba onlyBorderColor(BoxStyle style) {
    Rgba only = null;
    for (Side side : Side.values()) {
      if (style.borderWidth(side) > 0 && style.borderColor(side).alpha() > 0) {
        Rgba color = style.borderColor(side);
        if ((only != null && !only.equals(color)) || !style.borderStyle(side).equals("solid")) {
          return null;
        }
        only = color;
      }
    }
    return only;
  }

  /** The border as a shape, and over it what is inside, so that both follow the corners. */
  private static List<Node> accented(
      BoxStyle style, Box place, BoxShape shape, BoxShadows shadows, Rgba accent) {
    Edges border = style.border();
    Box inner =
        new Box(
            place.x() + border.left(),
            place.y() + border.top(),
            Math.max(0, place.width() - border.across()),
            Math.max(0, place.height() - border.down()));
    Rgba background = style.background();
    Shape whole = shape.of(new Paint.Solid(accent), null, shadows.effects());
    Paint fill = new Paint.Solid(background == null ? accent : background);
    Shape inside =
        shape
            .of(fill, null, Compositing.NONE)
            .with(Corners.of(style, place).within(border).outline(inner));
    List<Node> shapes = new ArrayList<>(List.of(whole, inside));
    shapes.addAll(shadows.above());
    return shapes;
  }

  private static @Nullable Element element(HtmlBox box) {
    return switch (box) {
      case HtmlBox.Container container -> container.element();
      case HtmlBox.Replaced image -> image.element();
      case HtmlBox.Characters text -> null;
      case HtmlBox.LineBreak lineBreak -> null;
    };
  }

  /** The colour, then the pictures over it. */
  private List<Paint> fills(BoxStyle style, Box place, @Nullable Element element) {
    if (style.fillsText()) {
      return List.of();
    }
    List<Paint> fills = new ArrayList<>(2);
    Rgba color = style.background();
    String image = style.computed().get(Property.BACKGROUND_IMAGE, "none");
    CssGradients.Layers layers = images.of(image, style.computed(), place);
    List<Paint> gradients = layers.paints();
    if (layers.isCut()) {
      findings.warn(
          Code.APPROXIMATED,
          element,
          "A background of HTML has very many gradients or colours: the first are drawn.");
    }
    if (color != null && !(gradients.size() == 1 && CssGradients.isOpaque(gradients.getFirst()))) {
      fills.add(new Paint.Solid(color));
    }
    fills.addAll(gradients.reversed());
    boolean shown = !gradients.isEmpty() || layers.isCut() || conic(style, place) != null;
    if (!image.equals("none") && !shown) {
      findings.warn(
          Code.UNSUPPORTED_DROPPED,
          element,
          "A background picture of HTML is no gradient: left out.");
    }
    return fills;
  }

  /** Grounds and borders of inline elements, behind the text of their lines. */
  List<Node> behindText(Fragment fragment, double x, double y) {
    List<Node> shapes = new ArrayList<>(0);
    for (Line line : fragment.lines()) {
      behind(line, x + line.left(), y + line.baseline(), shapes);
    }
    return shapes;
  }

  /** What an inline element paints of its own in one line. */
  private record Ground(InlineContext owner, Box area) {}

  /** What stands in one element has one ground, on those of the elements around it. */
  private void behind(Line line, double left, double baseline, List<Node> into) {
    List<Ground> grounds = new ArrayList<>(0);
    for (Line.Piece piece : line.pieces()) {
      if (piece instanceof Line.Characters text) {
        for (InlineContext owner : painting(text.context())) {
          widen(grounds, owner, place(owner, left + piece.x(), piece.width(), baseline));
        }
      }
    }
    for (Ground ground : grounds) {
      into.addAll(behind(ground.owner(), ground.area()));
    }
  }

  @SuppressWarnings("ReferenceEquality") // one object for each element
  private static void widen(List<Ground> grounds, InlineContext owner, Box place) {
    for (int i = 0; i < grounds.size(); i++) {
      if (grounds.get(i).owner() == owner) {
        grounds.set(i, new Ground(owner, Boxes.union(grounds.get(i).area(), place)));
        return;
      }
    }
    grounds.add(new Ground(owner, place));
  }

  /** The inline elements around text that paint something, from outside. */
  private static List<InlineContext> painting(InlineContext context) {
    List<InlineContext> all = List.of();
    for (InlineContext at = context; at != null && at.parent() != null; at = at.parent()) {
      if (paints(at.style())) {
        all = all.isEmpty() ? new ArrayList<>(2) : all;
        all.addFirst(at);
      }
    }
    return all;
  }

  private static boolean paints(BoxStyle style) {
    return !style.computed().hasNoBox()
        && (style.background() != null
            || !style.border().equals(Edges.NONE)
            || style.computed().get(Property.BACKGROUND_IMAGE) != null
            || style.computed().get(Property.BOX_SHADOW) != null);
  }

  private static Box place(InlineContext owner, double x, double width, double baseline) {
    double top = baseline - owner.raise() - owner.ascent();
    // letters may be set back further than they are wide
    return new Box(x, top, Math.max(0, width), owner.ascent() + owner.descent());
  }

  private List<Node> behind(InlineContext owner, Box area) {
    Edges edges = owner.style().padding(0).plus(owner.style().border());
    Box place =
        new Box(
            area.x() - edges.left(),
            area.y() - edges.top(),
            Math.max(0, area.width() + edges.across()),
            Math.max(0, area.height() + edges.down()));
    return painted(owner.style(), owner.element(), place);
  }
}
