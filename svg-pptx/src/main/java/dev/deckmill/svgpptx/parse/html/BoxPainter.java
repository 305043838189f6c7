package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
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
import dev.deckmill.svgpptx.parse.layout.Fragment;
import dev.deckmill.svgpptx.parse.layout.HtmlBox;
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
    BoxStyle style = box.style();
    if (style.computed().hasNoBox()
        || !style.isVisible()
        || !(place.width() > 0 || place.height() > 0)) {
      return List.of();
    }
    Element element = element(box);
    List<Node> shapes = new ArrayList<>(2);
    Rgba accent = accent(style, place);
    if (accent != null) {
      return accented(style, place, element, accent);
    }
    List<Paint> fills = fills(style, place, element);
    Stroke stroke = evenBorder(style);
    Compositing shadow = BoxShadow.of(style, place);
    Origin origin = element == null ? Origin.of("div") : Origins.origin(element, null);
    for (int i = 0; i < fills.size(); i++) {
      boolean last = i == fills.size() - 1;
      shapes.add(
          shape(
              origin,
              i == 0 ? shadow : Compositing.NONE,
              style,
              place,
              fills.get(i),
              last ? stroke : null));
    }
    if (fills.isEmpty() && stroke != null) {
      shapes.add(shape(origin, shadow, style, place, Paint.NONE, stroke));
    }
    if (stroke == null) {
      sides(style, place, origin, shapes);
    }
    return shapes;
  }

  /** The colour of uneven borders with round corners around something opaque; else null. */
  private static @Nullable Rgba accent(BoxStyle style, Box place) {
    Rgba background = style.background();
    boolean plain = style.computed().get(Property.BACKGROUND_IMAGE, "none").equals("none");
    if (background == null || background.alpha() < 1 || !plain || evenBorder(style) != null) {
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
      BoxStyle style, Box place, @Nullable Element element, Rgba accent) {
    Origin origin = element == null ? Origin.of("div") : Origins.origin(element, null);
    Edges border = style.border();
    Box inner =
        new Box(
            place.x() + border.left(),
            place.y() + border.top(),
            Math.max(0, place.width() - border.across()),
            Math.max(0, place.height() - border.down()));
    Rgba background = style.background();
    Shape whole =
        shape(origin, BoxShadow.of(style, place), style, place, new Paint.Solid(accent), null);
    Paint fill = new Paint.Solid(background == null ? accent : background);
    Shape inside = shape(origin, Compositing.NONE, style, inner, fill, null);
    return List.of(whole, inside.with(Corners.of(style, place).within(border).outline(inner)));
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
    if (!image.equals("none") && gradients.isEmpty() && !layers.isCut()) {
      findings.warn(
          Code.UNSUPPORTED_DROPPED,
          element,
          "A background picture of HTML is no linear or radial gradient: left out.");
    }
    return fills;
  }

  private static Shape shape(
      Origin origin,
      Compositing effects,
      BoxStyle style,
      Box place,
      Paint fill,
      @Nullable Stroke stroke) {
    double inset = stroke == null ? 0 : stroke.width() / 2;
    Edges half = new Edges(inset, inset, inset, inset);
    Box box =
        new Box(
            place.x() + inset,
            place.y() + inset,
            Math.max(0, place.width() - 2 * inset),
            Math.max(0, place.height() - 2 * inset));
    Geometry outline = Corners.of(style, place).inside(half).outline(box);
    return new Shape(
        origin,
        Affine.IDENTITY,
        effects,
        outline,
        fill,
        Shape.FillRule.NONZERO,
        stroke,
        false,
        List.of());
  }

  /** Where all four borders are alike they are a line; else null. */
  private static @Nullable Stroke evenBorder(BoxStyle style) {
    Edges border = style.border();
    Rgba color = style.borderColor(Side.TOP);
    boolean even = border.top() > 0 && color.alpha() > 0;
    even &= border.left() == border.top() && border.right() == border.top();
    even &= border.bottom() == border.top();
    for (Side side : Side.values()) {
      even &= style.borderColor(side).equals(color);
      even &= style.borderStyle(side).equals(style.borderStyle(Side.TOP));
    }
    return even ? stroke(color, border.top(), style.borderStyle(Side.TOP)) : null;
  }

  private static Stroke stroke(Rgba color, double width, String line) {
    double[] dashes =
        switch (line) {
          case "dashed" ->
              new double[] {width >= 3 ? 2 * width : 3 * width, width >= 3 ? width : 2 * width};
          case "dotted" -> new double[] {width, width};
          default -> new double[0];
        };
    return new Stroke(
        new Paint.Solid(color), width, Stroke.Cap.BUTT, Stroke.Join.MITER, 4, dashes, 0, false);
  }

  /** Borders that differ from side to side. */
  private static void sides(BoxStyle style, Box place, Origin origin, List<Node> into) {
    Edges border = style.border();
    double right = place.x() + place.width();
    double bottom = place.y() + place.height();
    side(
        style,
        Side.TOP,
        border.top(),
        place.x(),
        place.y() + border.top() / 2,
        right,
        place.y() + border.top() / 2,
        origin,
        into);
    side(
        style,
        Side.RIGHT,
        border.right(),
        right - border.right() / 2,
        place.y(),
        right - border.right() / 2,
        bottom,
        origin,
        into);
    side(
        style,
        Side.BOTTOM,
        border.bottom(),
        place.x(),
        bottom - border.bottom() / 2,
        right,
        bottom - border.bottom() / 2,
        origin,
        into);
    side(
        style,
        Side.LEFT,
        border.left(),
        place.x() + border.left() / 2,
        place.y(),
        place.x() + border.left() / 2,
        bottom,
        origin,
        into);
  }

  private static void side(
      BoxStyle style,
      Side side,
      double width,
      double x1,
      double y1,
      double x2,
      double y2,
      Origin origin,
      List<Node> into) {
    Rgba color = style.borderColor(side);
    if (width > 0 && color.alpha() > 0 && (x2 > x1 || y2 > y1)) {
      into.add(
          new Shape(
              origin,
              Affine.IDENTITY,
              Compositing.NONE,
              new Geometry.Line(x1, y1, x2, y2),
              Paint.NONE,
              Shape.FillRule.NONZERO,
              stroke(color, width, style.borderStyle(side)),
              false,
              List.of()));
    }
  }

  /** Backgrounds of inline elements, behind the text of their lines. */
  List<Node> behindText(Fragment fragment, double x, double y) {
    List<Node> shapes = new ArrayList<>(0);
    for (Line line : fragment.lines()) {
      for (Line.Piece piece : line.pieces()) {
        if (piece instanceof Line.Characters text && text.context().background() != null) {
          shapes.add(background(text, text.context().background(), line, x, y));
        }
      }
    }
    return shapes;
  }

  private static Shape background(Line.Characters text, Rgba color, Line line, double x, double y) {
    BoxStyle style = text.context().style();
    Edges padding = style.padding(0);
    double baseline = y + line.baseline() - text.raise();
    Box place =
        new Box(
            x + line.left() + text.x() - padding.left(),
            baseline - text.context().ascent() - padding.top(),
            text.width() + padding.across(),
            text.context().ascent() + text.context().descent() + padding.down());
    return shape(Origin.of("span"), Compositing.NONE, style, place, new Paint.Solid(color), null);
  }
}
