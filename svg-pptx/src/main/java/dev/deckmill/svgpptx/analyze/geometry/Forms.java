package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Shape.FillRule;

/** Gives a geometry the most editable form that shows it exactly. */
public final class Forms {
  private static final double ROUNDING = 1e-6;

  private Forms() {}

  public static Form of(Geometry geometry, Affine toSlide) {
    return switch (geometry) {
      case Geometry.Rect r -> rect(r, toSlide);
      case Geometry.Ellipse e -> ellipse(e, toSlide);
      case Geometry.Line l ->
          new Form.Segment(
              toSlide.x(l.x1(), l.y1()),
              toSlide.y(l.x1(), l.y1()),
              toSlide.x(l.x2(), l.y2()),
              toSlide.y(l.x2(), l.y2()));
      case Geometry.Path p -> path(PathBuilder.transformed(p, toSlide));
    };
  }

  /** The same for a shape that is only filled: its inside is right under the even-odd rule. */
  static Form filled(Geometry geometry, FillRule rule, Affine toSlide) {
    Form form = of(geometry, toSlide);
    return form instanceof Form.Free free
        ? FillRules.evenOdd(free.inside(), rule).<Form>map(Form.Free::new).orElse(form)
        : form;
  }

  /** A path of one straight segment is a line, whatever it was drawn with. */
  private static Form path(Geometry.Path path) {
    byte[] commands = path.commands();
    double[] c = path.coordinates();
    if (commands.length == 2
        && commands[0] == Geometry.Path.MOVE
        && commands[1] == Geometry.Path.LINE) {
      return new Form.Segment(c[0], c[1], c[2], c[3]);
    }
    return new Form.Free(path);
  }

  private static Form rect(Geometry.Rect r, Affine toSlide) {
    if (!Similarity.keepsAngles(toSlide)) {
      return new Form.Free(Outlines.path(r, toSlide));
    }
    Similarity parts = Similarity.of(toSlide);
    double rx = r.rx() * parts.scaleX();
    double ry = r.ry() * parts.scaleY();
    Place place = place(r.x(), r.y(), r.width(), r.height(), toSlide, parts);
    if (r.rx() <= 0 || r.ry() <= 0) {
      return new Form.Rect(place);
    }
    if (Math.abs(rx - ry) <= ROUNDING * Math.max(rx, ry)) {
      return new Form.RoundRect(place, rx);
    }
    return new Form.Free(Outlines.path(r, toSlide));
  }

  private static Form ellipse(Geometry.Ellipse e, Affine toSlide) {
    if (!Similarity.keepsAngles(toSlide)) {
      return new Form.Free(Outlines.path(e, toSlide));
    }
    Similarity parts = Similarity.of(toSlide);
    Place place = place(e.cx() - e.rx(), e.cy() - e.ry(), e.rx() * 2, e.ry() * 2, toSlide, parts);
    boolean circle =
        Math.abs(place.width() - place.height()) <= ROUNDING * Math.max(place.width(), 1);
    return new Form.Ellipse(
        circle ? new Place(place.x(), place.y(), place.width(), place.height(), 0) : place);
  }

  /** Where a box goes; one that is turned by a quarter is laid on its side instead. */
  static Place place(
      double x, double y, double width, double height, Affine toSlide, Similarity parts) {
    double cx = toSlide.x(x + width / 2, y + height / 2);
    double cy = toSlide.y(x + width / 2, y + height / 2);
    double w = width * parts.scaleX();
    double h = height * parts.scaleY();
    if (parts.upright()) {
      boolean onSide = Math.round(parts.degrees() / 90) % 2 == 1;
      double across = onSide ? h : w;
      double down = onSide ? w : h;
      return new Place(cx - across / 2, cy - down / 2, across, down, 0);
    }
    // A mirrored box turned by an angle is the same box, not mirrored, turned by that angle.
    return new Place(cx - w / 2, cy - h / 2, w, h, parts.degrees());
  }

  /** The form as one path for the even-odd rule. */
  public static Geometry.Path path(Form form) {
    return switch (form) {
      case Form.Rect r -> path(r.place(), 0);
      case Form.RoundRect r -> path(r.place(), r.radius());
      case Form.Ellipse e -> {
        Place p = e.place();
        yield Outlines.path(
            new Geometry.Ellipse(p.centerX(), p.centerY(), p.width() / 2, p.height() / 2), turn(p));
      }
      case Form.Segment s -> new PathBuilder(2).move(s.x1(), s.y1()).line(s.x2(), s.y2()).path();
      case Form.Free free -> free.inside();
    };
  }

  private static Geometry.Path path(Place p, double radius) {
    return Outlines.path(
        new Geometry.Rect(p.x(), p.y(), p.width(), p.height(), radius, radius), turn(p));
  }

  /** What turns the form's box around its middle. */
  public static Affine turn(Form form) {
    return switch (form) {
      case Form.Rect r -> turn(r.place());
      case Form.RoundRect r -> turn(r.place());
      case Form.Ellipse e -> turn(e.place());
      case Form.Segment s -> Affine.IDENTITY;
      case Form.Free f -> Affine.IDENTITY;
    };
  }

  private static Affine turn(Place p) {
    return Affine.translate(p.centerX(), p.centerY())
        .times(Affine.rotate(Math.toRadians(p.degrees())))
        .times(Affine.translate(-p.centerX(), -p.centerY()));
  }

  /** An upright rectangle where the path is one. */
  public static Form simplest(Geometry.Path path) {
    Extent extent = Extent.of(path);
    java.awt.geom.Area area =
        path.commands().length > 8
            ? new java.awt.geom.Area()
            : new java.awt.geom.Area(Outlines.shape(path, FillRule.EVENODD));
    return !area.isEmpty() && area.isRectangular()
        ? new Form.Rect(new Place(extent.left(), extent.top(), extent.width(), extent.height(), 0))
        : new Form.Free(path);
  }
}
