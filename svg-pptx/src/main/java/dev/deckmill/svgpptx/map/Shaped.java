package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.dml.Angle;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.dml.Outline;
import dev.deckmill.svgpptx.dml.Outline.Preset.Kind;
import dev.deckmill.svgpptx.dml.Xfrm;
import dev.deckmill.svgpptx.ir.Geometry;
import java.util.List;

/**
 * A form as DrawingML has it: a geometry and the box it is stretched over.
 *
 * @param place the box before rounding
 */
record Shaped(Outline outline, Xfrm xfrm, Place place) {
  /** PowerPoint's own files use up to six digits; finer steps only cost bytes. */
  private static final double STEPS = 100_000;

  private static final int ADJUST_WHOLE = 100_000;

  static Shaped of(Form form) {
    return switch (form) {
      case Form.Rect r -> preset(Kind.RECT, 0, r.place());
      case Form.RoundRect r -> preset(Kind.ROUND_RECT, adjust(r), r.place());
      case Form.Ellipse e -> preset(Kind.ELLIPSE, 0, e.place());
      case Form.Segment s -> segment(s);
      case Form.Free free -> {
        Place place = free.bounds();
        yield new Shaped(custom(free, place), xfrm(place, false), place);
      }
    };
  }

  /** The form as an outline of something that has a place of its own. */
  static Outline within(Form form, Place place) {
    return switch (form) {
      case Form.Rect r -> Outline.Preset.rect();
      case Form.RoundRect r -> new Outline.Preset(Kind.ROUND_RECT, adjust(r));
      case Form.Ellipse e -> new Outline.Preset(Kind.ELLIPSE, 0);
      case Form.Segment s -> Outline.Preset.rect();
      case Form.Free free -> custom(free, place);
    };
  }

  static Xfrm xfrm(Place place, boolean flipV) {
    Emu x = Emu.rounded(place.x());
    Emu y = Emu.rounded(place.y());
    // Edges are rounded, not sizes, so that neighbours that touch still touch.
    return new Xfrm(
        x,
        y,
        new Emu(Emu.rounded(place.x() + place.width()).value() - x.value()),
        new Emu(Emu.rounded(place.y() + place.height()).value() - y.value()),
        Angle.ofDegrees(place.degrees()),
        false,
        flipV);
  }

  private static Shaped preset(Kind kind, int adjust, Place place) {
    return new Shaped(new Outline.Preset(kind, adjust), xfrm(place, false), place);
  }

  private static int adjust(Form.RoundRect r) {
    double shorter = Math.min(r.place().width(), r.place().height());
    return shorter == 0 ? 0 : (int) Math.round(r.radius() / shorter * ADJUST_WHOLE);
  }

  private static Shaped segment(Form.Segment s) {
    Place place =
        new Place(
            Math.min(s.x1(), s.x2()),
            Math.min(s.y1(), s.y2()),
            Math.abs(s.x2() - s.x1()),
            Math.abs(s.y2() - s.y1()),
            0);
    Xfrm box = xfrm(place, false);
    Xfrm xfrm =
        new Xfrm(
            box.x(),
            box.y(),
            box.width(),
            box.height(),
            Angle.ZERO,
            s.x2() < s.x1(),
            s.y2() < s.y1());
    return new Shaped(new Outline.Preset(Kind.LINE, 0), xfrm, place);
  }

  private static Outline custom(Form.Free free, Place place) {
    double step = Math.max(1, Math.max(place.width(), place.height()) / STEPS);
    // A space of no size would be none at all: the coordinates were EMU then.
    int width = (int) Math.max(1, Math.round(place.width() / step));
    int height = (int) Math.max(1, Math.round(place.height() / step));
    Geometry.Path outline = free.outline();
    if (outline == null) {
      return new Outline.Custom(
          width, height, List.of(path(free.inside(), place, step, true, true)));
    }
    return new Outline.Custom(
        width,
        height,
        List.of(
            path(free.inside(), place, step, true, false),
            path(outline, place, step, false, true)));
  }

  private static Outline.Path path(
      Geometry.Path path, Place place, double step, boolean filled, boolean stroked) {
    double[] from = path.coordinates();
    int[] to = new int[from.length];
    for (int i = 0; i < from.length; i += 2) {
      to[i] = (int) Math.round((from[i] - place.x()) / step);
      to[i + 1] = (int) Math.round((from[i + 1] - place.y()) / step);
    }
    return new Outline.Path(path.commands(), to, filled, stroked);
  }
}
