package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.paint.Strokes;
import dev.deckmill.svgpptx.analyze.plan.Approximated;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.StrokeUse;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import dev.deckmill.svgpptx.ir.Stroke;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure's inside or its line, as what it covers.
 *
 * @param figure with nothing but this inside or line
 * @param area in EMU
 */
record Piece(Item.Shape figure, Area area) {
  private static final int MOST_SEGMENTS = 1_000;

  /** The pieces of items, back to front; empty where one of them is no plain figure. */
  static Optional<List<Piece>> of(List<Item> items) {
    List<Piece> pieces = new ArrayList<>();
    return collect(items, pieces) ? Optional.of(pieces) : Optional.empty();
  }

  private static boolean collect(List<Item> items, List<Piece> into) {
    for (Item item : items) {
      boolean plain =
          switch (item) {
            case Item.Group together -> collect(parts(together), into);
            case Item.Shape figure -> split(figure, into);
            case Item.TextBox words -> false;
            case Item.TextFrame frame -> false;
            case Item.Image image -> false;
            case Item.Raster drawn -> false;
          };
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /** There will be no group to decide on. */
  private static List<Item> parts(Item.Group together) {
    Decision decision = together.decision();
    return decision == null ? together.items() : Approximated.parts(together.items(), decision);
  }

  private static boolean split(Item.Shape figure, List<Piece> into) {
    var path = Forms.path(figure.form());
    if (figure.label() != null
        || !figure.effects().isEmpty()
        || path.commands().length > MOST_SEGMENTS) {
      return false;
    }
    boolean segment = figure.form() instanceof Form.Segment;
    if (!(figure.fill().paint() instanceof Paint.None) && !segment) {
      Area inside = Outlines.area(path, FillRule.EVENODD);
      into.add(new Piece(with(figure, figure.form(), figure.fill(), null), inside));
    }
    StrokeUse line = figure.line();
    if (line != null && (line.start() != null || line.end() != null)) {
      return false;
    }
    if (line != null) {
      Stroke stroke =
          new Stroke(
              line.ink().paint(),
              line.width(),
              line.cap(),
              line.join(),
              line.miterLimit(),
              line.dashes(),
              0,
              false);
      var along =
          figure.form() instanceof Form.Free free && free.outline() != null ? free.outline() : path;
      var outline = Strokes.outline(along, stroke, Affine.IDENTITY, 1);
      Area covered = Outlines.area(outline, FillRule.EVENODD);
      into.add(new Piece(with(figure, figure.form(), PaintUse.NONE, line), covered));
    }
    return true;
  }

  /** The paint of the inside or of the line. */
  PaintUse ink() {
    StrokeUse line = figure.line();
    return line == null ? figure.fill() : line.ink();
  }

  boolean isOpaque() {
    return Paints.isOpaque(ink().paint());
  }

  /** All of it in another paint. */
  Item.Shape whole(Paint paint) {
    PaintUse ink = new PaintUse(paint, ink().toSlide());
    StrokeUse line = figure.line();
    return line == null
        ? with(figure, figure.form(), ink, null)
        : with(figure, figure.form(), PaintUse.NONE, line.in(ink));
  }

  /** A part of it in another paint. */
  Item.Shape part(Area part, Paint paint) {
    return part(part, new PaintUse(paint, ink().toSlide()));
  }

  /**
   * A part of it, or all, in a paint of another space; a line as what it covers, for not all
   * programs draw lines with gradients.
   */
  Item.Shape part(Area part, PaintUse ink) {
    if (figure.line() == null && part.equals(area)) {
      return with(figure, figure.form(), ink, null);
    }
    return with(figure, Forms.simplest(Outlines.path(part)), ink, null);
  }

  private static Item.Shape with(
      Item.Shape figure, Form form, PaintUse fill, @Nullable StrokeUse line) {
    return new Item.Shape(figure.origin(), figure.decision(), form, fill, line, figure.effects());
  }
}
