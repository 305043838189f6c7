package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.TextBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flat nodes with a change of colours in all of their paints. */
record Recoloured(ColorChange change) {
  Node recoloured(Node node) {
    return switch (node) {
      case Group g -> new Group(g.origin(), g.transform(), g.compositing(), all(g.children()));
      case Shape s ->
          new Shape(
              s.origin(),
              s.transform(),
              s.compositing(),
              s.geometry(),
              paint(s.fill()),
              s.fillRule(),
              stroke(s.stroke()),
              s.strokeFirst(),
              s.markers().stream().map(this::marker).toList());
      case Text t ->
          new Text(
              t.origin(),
              t.transform(),
              t.compositing(),
              t.mode(),
              t.chunks().stream().map(this::chunk).toList(),
              t.paintBox(),
              t.block() == null ? null : block(t.block()));
      case Picture picture -> picture;
    };
  }

  private List<Node> all(List<Node> nodes) {
    return nodes.stream().map(this::recoloured).toList();
  }

  private Shape.Marker marker(Shape.Marker m) {
    Group content = m.content();
    return new Shape.Marker(
        m.place(),
        m.x(),
        m.y(),
        m.angle(),
        new Group(
            content.origin(), content.transform(), content.compositing(), all(content.children())));
  }

  private TextBlock block(TextBlock block) {
    List<TextBlock.Paragraph> paragraphs = new ArrayList<>();
    for (TextBlock.Paragraph paragraph : block.paragraphs()) {
      TextBlock.Marker m = paragraph.marker();
      paragraphs.add(
          new TextBlock.Paragraph(
              paragraph.endings(),
              paragraph.justified(),
              m == null
                  ? null
                  : new TextBlock.Marker(m.numbering(), m.number(), chunk(m.drawn()))));
    }
    return new TextBlock(block.box(), paragraphs);
  }

  private Text.Chunk chunk(Text.Chunk c) {
    return new Text.Chunk(
        c.x(),
        c.y(),
        c.anchor(),
        c.rightToLeft(),
        c.fits(),
        c.path(),
        c.runs().stream().map(this::run).toList());
  }

  private Text.Run run(Text.Run r) {
    Text.Decoration d = r.decoration();
    return new Text.Run(
        r.text(),
        r.font(),
        paint(r.fill()),
        stroke(r.stroke()),
        r.strokeFirst(),
        r.placement(),
        r.letterSpacing(),
        r.wordSpacing(),
        new Text.Decoration(
            orNull(d.underline()), orNull(d.overline()), orNull(d.lineThrough()), d.form()),
        r.language(),
        r.href());
  }

  private @Nullable Paint orNull(@Nullable Paint paint) {
    return paint == null ? null : paint(paint);
  }

  private @Nullable Stroke stroke(@Nullable Stroke s) {
    return s == null
        ? null
        : new Stroke(
            paint(s.paint()),
            s.width(),
            s.cap(),
            s.join(),
            s.miterLimit(),
            s.dashes(),
            s.dashOffset(),
            s.nonScaling());
  }

  private Paint paint(Paint paint) {
    return switch (paint) {
      case Paint.None none -> none;
      case Paint.Solid solid -> new Paint.Solid(change.of(solid.color()));
      case Paint.Linear linear -> linear.withStops(ChangedStops.of(linear.stops(), change));
      case Paint.Radial radial -> radial.withStops(ChangedStops.of(radial.stops(), change));
      case Paint.Pattern p ->
          new Paint.Pattern(p.tile(), p.transform(), all(p.children()), p.opacity());
    };
  }
}
