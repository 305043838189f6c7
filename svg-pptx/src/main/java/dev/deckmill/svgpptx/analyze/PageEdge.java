package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.geometry.Dashes;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.geometry.Window;
import dev.deckmill.svgpptx.analyze.plan.Crop;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.ShapeEffect;
import dev.deckmill.svgpptx.analyze.plan.StrokeUse;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes away what lies beyond the page's edge (SVG 2 §8.2: nothing outside of the outermost
 * viewport is seen): on a slide of another shape it would show, and in the editor it hangs over.
 * Lines stay lines and rectangles rectangles; text is never cut, which a finding tells where it
 * shows.
 */
final class PageEdge {
  /** A form of more than four corners that stands out no farther is left as it is. */
  private static final double HARDLY = Emu.ofPixels(1);

  /** What standing out nobody sees. */
  private static final double ROUNDING = 1.5;

  /** The largest line end reaches this many line widths beyond the line's middle. */
  private static final double LINE_END = 5;

  private final PlanContext context;
  private final Extent page;
  private final Extent slide;

  /** The page with what standing out nobody sees, and with what hardly anybody does. */
  private final Extent nearly;

  private final Extent hardly;

  /** What was decided on texts that stand out: the boxes of one text share a decision. */
  private final IdentityHashMap<Decision, Decision> uncut = new IdentityHashMap<>();

  PageEdge(PlanContext context, SlideSize size) {
    this.context = context;
    this.page = context.page();
    this.nearly = page.grown(ROUNDING);
    this.hardly = page.grown(HARDLY);
    this.slide = new Extent(0, 0, size.widthEmu(), size.heightEmu());
  }

  /** What is seen of the items. */
  List<Item> within(List<Item> items) {
    List<Item> left = items; // a copy only where a quick look doesn't do
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      List<Item> part = part(item);
      if (part != null && left == items) {
        left = new ArrayList<>(items.subList(0, i));
      }
      if (part != null) {
        left.addAll(part);
      } else if (left != items) {
        left.add(item);
      }
    }
    return left;
  }

  /** What is seen of an item; null where a quick look shows all of it, as with nearly all items. */
  private @Nullable List<Item> part(Item item) {
    return switch (item) {
      case Item.Group group -> part(group);
      case Item.Leaf leaf -> isWithin(leaf) ? null : within(leaf).toList();
    };
  }

  private @Nullable List<Item> part(Item.Group group) {
    List<Item> left = within(group.items());
    if (left.isEmpty()) {
      return List.of();
    }
    return left == group.items() ? null : List.of(group.holding(left));
  }

  /** Whether nothing of it stands out so far that it shows. */
  private boolean isWithin(Item.Leaf leaf) {
    return switch (leaf) {
      case Item.Shape shape -> isWithin(shape);
      case Item.TextBox words -> page.contains(Extent.of(words.place()));
      case Item.TextFrame frame -> page.contains(Extent.of(frame.place()));
      case Item.Image image -> nearly.contains(Extent.of(image.place()));
      case Item.Raster drawn -> true;
    };
  }

  private boolean isWithin(Item.Shape shape) {
    boolean plain = shape.form() instanceof Form.Rect && shape.line() == null;
    boolean clearly = shape.form() instanceof Form.Free free && !free.isEmpty() && isWithin(free);
    return clearly || (plain ? nearly : hardly).contains(extent(shape.form()));
  }

  /** A quick look at the points alone: false where it takes a closer one. */
  private boolean isWithin(Form.Free free) {
    return hardly.containsPoints(free.inside().coordinates())
        && (free.outline() == null || hardly.containsPoints(free.outline().coordinates()));
  }

  private Stream<Item> within(Item.Leaf leaf) {
    return switch (leaf) {
      case Item.Shape shape -> within(shape);
      case Item.TextBox words -> seen(words, words.place(), words.effects());
      case Item.TextFrame frame -> seen(frame, frame.place(), frame.effects());
      case Item.Image image -> within(image);
      case Item.Raster drawn -> Stream.of(drawn);
    };
  }

  private Stream<Item> seen(Item.Leaf words, Place place, List<ShapeEffect> effects) {
    // Letters stand out of their box a little.
    double margin = place.height() * 0.3;
    Extent extent = Extent.of(place);
    if (!page.overlaps(extent.grown(margin + reach(effects)))) {
      return Stream.empty();
    }
    if (page.grown(margin).contains(extent.intersection(slide))) {
      return Stream.of(words);
    }
    return Stream.of(words.decided(uncut.computeIfAbsent(words.decision(), own -> uncut(words))));
  }

  private Decision uncut(Item.Leaf words) {
    return words
        .decision()
        .and(context.approximate(words.origin(), Cause.CLIPPED_TEXT, Finding.Severity.INFO));
  }

  private static double reach(List<ShapeEffect> effects) {
    return effects.stream().mapToDouble(PageEdge::reach).max().orElse(0);
  }

  private static double reach(ShapeEffect effect) {
    return switch (effect) {
      case ShapeEffect.Shadow s -> Math.hypot(s.dx(), s.dy()) + 3 * s.sigma();
      case ShapeEffect.Glow g -> 3 * g.sigma();
    };
  }

  private Stream<Item> within(Item.Shape shape) {
    Extent form = extent(shape.form());
    Stream<Item> label = shape.label() == null ? Stream.empty() : within(shape.label());
    Stream<Item> cut =
        shape.line() == null ? filled(shape, form) : lined(shape, shape.line(), form);
    return Stream.concat(cut, label);
  }

  private Stream<Item> filled(Item.Shape shape, Extent form) {
    Optional<Form> left = inside(shape.form(), form, pageAnd(reach(shape.effects())));
    return left.isPresent()
        ? Stream.of(with(shape, left.get(), null))
        : thrown(shape, form).stream();
  }

  /** What lies beyond the edge itself may throw a shadow onto the page. */
  private Optional<Item> thrown(Item.Shape shape, Extent form) {
    double reach = reach(shape.effects());
    return reach > 0 && page.overlaps(form.grown(reach)) ? Optional.of(shape) : Optional.empty();
  }

  /** The page, and so much more where the slide ends with it: nothing is seen there. */
  private Extent pageAnd(double more) {
    return new Extent(
        page.left() > slide.left() + ROUNDING ? page.left() : page.left() - more,
        page.top() > slide.top() + ROUNDING ? page.top() : page.top() - more,
        page.right() < slide.right() - ROUNDING ? page.right() : page.right() + more,
        page.bottom() < slide.bottom() - ROUNDING ? page.bottom() : page.bottom() + more);
  }

  private static Optional<Form> inside(Form form, Extent extent, Extent seen) {
    if (!seen.overlaps(extent)) {
      return Optional.empty();
    }
    if (form instanceof Form.Rect rect && rect.place().degrees() == 0) {
      Extent left = seen.intersection(extent);
      return Optional.of(
          new Form.Rect(new Place(left.left(), left.top(), left.width(), left.height(), 0)));
    }
    Geometry.Path left = new Window(seen).inside(Forms.path(form));
    return left.commands().length == 0 ? Optional.empty() : Optional.of(Forms.simplest(left));
  }

  private Stream<Item> lined(Item.Shape shape, StrokeUse line, Extent form) {
    boolean hasEnds = line.start() != null || line.end() != null;
    double reach = line.width() * (hasEnds ? LINE_END : 0.5);
    double corners = line.join() == Stroke.Join.MITER ? line.width() / 2 * line.miterLimit() : 0;
    Extent inSight = pageAnd(Math.max(reach(shape.effects()), corners));
    Extent seen = page.grown(reach).union(inSight);
    if (!seen.overlaps(form.grown(ROUNDING))) {
      return thrown(shape, form).stream();
    }
    if (shape.form() instanceof Form.Segment segment) {
      return segment(shape, line, segment, seen).stream();
    }
    Optional<Geometry.Path> followed = followed(shape.form(), line);
    if (hasEnds || followed.isEmpty()) {
      return Stream.of(shape);
    }
    Geometry.Path along = new Window(seen).along(followed.get());
    StrokeUse rest = line.dashes().length == 0 ? line : line.solid();
    Optional<Geometry.Path> inside =
        shape.fill().paint() instanceof Paint.None
            ? Optional.empty()
            : inside(shape.form(), form, inSight).map(Forms::path);
    if (inside.isPresent()) {
      return Stream.of(with(shape, new Form.Free(inside.get(), along), rest));
    }
    // Pieces of a line have no inside, though a program would close and fill them.
    return along.commands().length == 0
        ? Stream.empty()
        : Stream.of(with(shape, new Form.Free(along), PaintUse.NONE, rest));
  }

  /**
   * What the line follows; its dashes one by one, for pieces of it begin elsewhere in their list.
   */
  private static Optional<Geometry.Path> followed(Form form, StrokeUse line) {
    Geometry.Path path =
        form instanceof Form.Free free && free.outline() != null
            ? free.outline()
            : Forms.path(form);
    return line.dashes().length == 0 ? Optional.of(path) : Dashes.cut(path, line.dashes(), 0);
  }

  /** A straight line stays one: where it has dashes it begins with a whole list of them. */
  private Optional<Item> segment(
      Item.Shape shape, StrokeUse line, Form.Segment segment, Extent seen) {
    boolean across = segment.x1() == segment.x2() || segment.y1() == segment.y2();
    boolean plain = line.cap() == Stroke.Cap.BUTT && line.start() == null && line.end() == null;
    double[] ends = shares(segment, across && plain ? along(segment) : seen);
    if (ends[0] >= ends[1]) {
      return thrown(shape, extent(segment));
    }
    double dx = segment.x2() - segment.x1();
    double dy = segment.y2() - segment.y1();
    double list = Arrays.stream(line.dashes()).sum() / Math.hypot(dx, dy);
    double from = list > 0 ? Math.floor(ends[0] / list) * list : ends[0];
    Form.Segment rest =
        new Form.Segment(
            segment.x1() + from * dx,
            segment.y1() + from * dy,
            segment.x1() + ends[1] * dx,
            segment.y1() + ends[1] * dy);
    StrokeUse ended = line.with(from > 0 ? null : line.start(), ends[1] < 1 ? null : line.end());
    return Optional.of(with(shape, rest, ended));
  }

  /** The page, as far to the sides as the line may lie. */
  private Extent along(Form.Segment segment) {
    double far = slide.width() + slide.height();
    return segment.x1() == segment.x2()
        ? new Extent(-far, page.top(), far, page.bottom())
        : new Extent(page.left(), -far, page.right(), far);
  }

  /** Where a line comes into a window and where it leaves, in shares of its length. */
  private static double[] shares(Form.Segment s, Extent window) {
    double[] ends = {0, 1};
    narrow(ends, s.x1(), s.x2() - s.x1(), window.left(), window.right());
    narrow(ends, s.y1(), s.y2() - s.y1(), window.top(), window.bottom());
    return ends;
  }

  private static void narrow(double[] ends, double at, double by, double low, double high) {
    if (by == 0) {
      ends[1] = at < low || at > high ? -1 : ends[1];
      return;
    }
    ends[0] = Math.max(ends[0], Math.min((low - at) / by, (high - at) / by));
    ends[1] = Math.min(ends[1], Math.max((low - at) / by, (high - at) / by));
  }

  private Stream<Item> within(Item.Image image) {
    Place place = image.place();
    Extent extent = Extent.of(place);
    if (!page.overlaps(extent)) {
      return Stream.empty();
    }
    return place.degrees() == 0 && !image.mirrored() && image.cut() == null
        ? Stream.of(cropped(image, page.intersection(extent)))
        : Stream.of(image);
  }

  private static Item cropped(Item.Image image, Extent seen) {
    return new Item.Image(
        image.origin(),
        image.decision(),
        image.raster(),
        new Place(seen.left(), seen.top(), seen.width(), seen.height(), 0),
        false,
        crop(image.crop(), image.place(), seen),
        null,
        image.opacity(),
        image.effects());
  }

  private static Crop crop(Crop whole, Place place, Extent seen) {
    return new Crop(
        whole.left() + (seen.left() - place.x()) / place.width() * whole.width(),
        whole.top() + (seen.top() - place.y()) / place.height() * whole.height(),
        seen.width() / place.width() * whole.width(),
        seen.height() / place.height() * whole.height());
  }

  private static Extent extent(Form form) {
    return switch (form) {
      case Form.Rect r -> Extent.of(r.place());
      case Form.RoundRect r -> Extent.of(r.place());
      case Form.Ellipse e ->
          e.place().degrees() == 0 ? Extent.of(e.place()) : Extent.of(Forms.path(e));
      case Form.Segment s ->
          new Extent(
              Math.min(s.x1(), s.x2()),
              Math.min(s.y1(), s.y2()),
              Math.max(s.x1(), s.x2()),
              Math.max(s.y1(), s.y2()));
      case Form.Free free -> Extent.of(free.bounds());
    };
  }

  private static Item with(Item.Shape shape, Form form, @Nullable StrokeUse line) {
    PaintUse fill = form instanceof Form.Segment ? PaintUse.NONE : shape.fill();
    return with(shape, form, fill, line);
  }

  private static Item with(Item.Shape shape, Form form, PaintUse fill, @Nullable StrokeUse line) {
    return new Item.Shape(shape.origin(), shape.decision(), form, fill, line, shape.effects());
  }
}
