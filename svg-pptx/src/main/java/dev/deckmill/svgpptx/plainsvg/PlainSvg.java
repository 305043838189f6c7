package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.analyze.geometry.NearPath;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.paint.Strokes;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.dml.PlainDocument;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Mask;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes a resolved node back as a plain SVG 1.1 document: absolute user units, presentation
 * attributes, definitions before their use; no CSS, no {@code use}, no reference that leads out.
 */
public final class PlainSvg {
  /** In sizes of the picture: so far around it nothing of a path is changed. */
  private static final double FAR = 1_000;

  private static final double LARGEST_HALF = 1e60;

  private final SvgText out = new SvgText();
  private final PlainPaint paints = new PlainPaint(this, out);
  private final PlainText texts;
  private final PlainClip clips;
  private final PlainFilter filters = new PlainFilter(this, out);
  private int lastId;

  /** See {@link #near()}. */
  private Box near = new Box(0, 0, 0, 0);

  /**
   * @param fonts that say where each character stands; null: the renderer does
   */
  private PlainSvg(@Nullable Fonts fonts) {
    this.texts = new PlainText(this, out, paints, fonts);
    this.clips = new PlainClip(this, out, texts);
  }

  public static PlainDocument of(Item.Raster drawn) {
    PlainSvg svg = new PlainSvg(drawn.fonts());
    svg.document(drawn);
    return svg.written(drawn.region());
  }

  /** A whole page on white; {@code region} of it is shown, in its user units. */
  static PlainDocument page(Drawing drawing, Box region) {
    PlainSvg svg = new PlainSvg(null);
    svg.root(region);
    svg.out.open("rect").box(region).attribute("fill", "#ffffff").empty();
    svg.nodes(drawing.children());
    svg.out.end("svg");
    return svg.written(region);
  }

  private PlainDocument written(Box region) {
    String text = new String(out.bytes(), StandardCharsets.UTF_8);
    return new PlainDocument(text, region, filters.defined());
  }

  private void root(Box region) {
    double far = FAR * Math.max(region.width(), region.height());
    near =
        new Box(
            region.x() - far,
            region.y() - far,
            region.width() + 2 * far,
            region.height() + 2 * far);
    out.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
    out.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
    out.attribute("viewBox", region.x(), region.y(), region.width(), region.height());
    out.attribute("width", region.width()).attribute("height", region.height());
    out.attribute("preserveAspectRatio", "none").in();
  }

  private void document(Item.Raster drawn) {
    root(drawn.region());
    out.open("g").attribute("transform", drawn.toPage());
    if (drawn.opacity() < 1) {
      out.attribute("opacity", drawn.opacity());
    }
    out.in();
    within(drawn.toPage(), () -> node(drawn.node()));
    out.end("g").end("svg");
  }

  String newId() {
    return "d" + ++lastId;
  }

  void nodes(List<Node> nodes) {
    nodes.forEach(this::node);
  }

  void node(Node node) {
    Compositing how = node.compositing();
    if (drawsNothing(how)) {
      return;
    }
    // Renderers disagree on what a clip on a part of a clipping path does: Batik cuts it out.
    boolean isClipMask = how.clip() != null && PlainClip.hasClippedParts(how.clip());
    String filter = how.filter() == null ? null : filters.define(how.filter());
    String clip = how.clip() == null || isClipMask ? null : clips.clip(how.clip());
    String clipMask = isClipMask ? clips.clipMask(how.clip(), nearUnder(node.transform())) : null;
    String mask = how.mask() == null ? null : mask(how.mask());
    out.open("g").attribute("transform", node.transform());
    if (how.opacity() < 1) {
      out.attribute("opacity", how.opacity());
    }
    if (clipMask != null) {
      out.reference("mask", clipMask).in().open("g");
    }
    out.reference("filter", filter).reference("clip-path", clip).reference("mask", mask).in();
    within(node.transform(), () -> content(node));
    out.end("g");
    if (clipMask != null) {
      out.end("g");
    }
  }

  private static boolean drawsNothing(Compositing how) {
    return (how.filter() != null && how.filter().drawsNothing())
        || (how.clip() != null && PlainClip.hidesAll(how.clip()));
  }

  /** Writes what lies inside of a transform. */
  void within(Affine transform, Runnable write) {
    Box outside = near;
    near = nearUnder(transform);
    write.run();
    near = outside;
  }

  /** The box beyond which nothing is seen, in the space inside of a transform. */
  Box nearUnder(Affine transform) {
    if (transform.isIdentity()) {
      return near;
    }
    Affine back = transform.inverse();
    double x = back.x(near.x() + near.width() / 2, near.y() + near.height() / 2);
    double y = back.y(near.x() + near.width() / 2, near.y() + near.height() / 2);
    double half =
        Math.max(near.width(), near.height())
            * Math.max(
                Math.abs(back.a()) + Math.abs(back.c()), Math.abs(back.b()) + Math.abs(back.d()))
            / 2;
    return Double.isFinite(x) && Double.isFinite(y) && half > 0 && half < LARGEST_HALF
        ? new Box(x - half, y - half, 2 * half, 2 * half)
        : near;
  }

  private void content(Node node) {
    switch (node) {
      case Group group -> nodes(group.children());
      case Shape shape -> shape(shape);
      case Picture picture -> picture(picture);
      case Text text -> texts.text(text);
    }
  }

  private String mask(Mask mask) {
    String own = mask.mask() == null ? null : mask(mask.mask());
    String white =
        switch (mask.kind()) {
          case ALPHA -> filters.alphaToWhite(mask.region());
          case LUMINANCE -> filters.luminanceToWhite(mask.region(), mask.linearRgb());
        };
    String id = newId();
    out.open("mask").attribute("id", id).attribute("maskUnits", "userSpaceOnUse");
    out.box(mask.region()).reference("mask", own).in();
    out.open("g").reference("filter", white).in();
    nodes(mask.children());
    out.end("g").end("mask");
    return id;
  }

  private void shape(Shape shape) {
    Stroke stroke = drawable(shape);
    String d = outline(shape.geometry(), near);
    if (stroke != null && shape.strokeFirst()) {
      path(d, shape, new Paint.None(), stroke);
      path(d, shape, shape.fill(), null);
    } else {
      path(d, shape, shape.fill(), stroke);
    }
    shape.markers().forEach(marker -> node(marker.content()));
  }

  /** The shape's stroke, without dashes where they are too many for the renderer. */
  private static @Nullable Stroke drawable(Shape shape) {
    Stroke stroke = shape.stroke();
    return stroke == null || Strokes.canBeDashed(shape.geometry(), stroke)
        ? stroke
        : stroke.solid();
  }

  private void path(String d, Shape shape, Paint fill, @Nullable Stroke stroke) {
    String fillId = paints.define(fill);
    String strokeId = stroke == null ? null : paints.define(stroke.paint());
    out.open("path").attribute("d", d);
    paints.paint("fill", fill, fillId);
    out.attribute("fill-rule", rule(shape));
    if (stroke != null) {
      paints.stroke(stroke, strokeId);
    }
    out.empty();
  }

  static String rule(Shape shape) {
    return switch (shape.fillRule()) {
      case NONZERO -> "nonzero";
      case EVENODD -> "evenodd";
    };
  }

  private void picture(Picture picture) {
    String clip = newId();
    Box v = picture.viewport();
    out.open("clipPath").attribute("id", clip).in();
    out.open("rect").box(v).empty().end("clipPath");
    out.open("g").reference("clip-path", clip).in();
    image(picture);
    out.end("g");
  }

  private void image(Picture picture) {
    String type = picture.image().format().name().toLowerCase(Locale.ROOT);
    out.open("image").box(picture.box()).attribute("preserveAspectRatio", "none");
    out.attribute(
        "xlink:href",
        "data:image/"
            + type
            + ";base64,"
            + Base64.getEncoder().encodeToString(picture.image().bytes()));
    out.empty();
  }

  /** Path data. */
  static String outline(Geometry geometry, Box near) {
    Geometry.Path path = NearPath.of(Outlines.path(geometry, Affine.IDENTITY), near);
    StringBuilder d = new StringBuilder();
    double[] c = path.coordinates();
    int i = 0;
    for (byte command : path.commands()) {
      d.append((char) command);
      int numbers = command == Geometry.Path.CLOSE ? 0 : command == Geometry.Path.CURVE ? 6 : 2;
      for (int n = 0; n < numbers; n++) {
        d.append(c[i++]).append(' ');
      }
    }
    return d.toString();
  }

  /** The box beyond which nothing is seen, in the space that is being written. */
  Box near() {
    return near;
  }
}
