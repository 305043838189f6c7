package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands for a pattern that is neither laid out in tiles nor a picture: the first of its
 * colours, so that something of it is seen.
 */
final class PatternColor {
  private PatternColor() {}

  /** The paint itself where it is no pattern. */
  static Paint instead(Paint paint) {
    return paint instanceof Paint.Pattern pattern ? of(pattern) : paint;
  }

  private static Paint of(Paint.Pattern pattern) {
    Optional<Rgba> first = colors(pattern.children()).findFirst();
    return first
        .<Paint>map(c -> new Paint.Solid(new Rgba(c.rgb(), c.alpha() * pattern.opacity())))
        .orElseGet(Paint.None::new);
  }

  private static Stream<Rgba> colors(List<Node> nodes) {
    return nodes.stream().flatMap(PatternColor::colors);
  }

  private static Stream<Rgba> colors(Node node) {
    return switch (node) {
      case Group group -> colors(group.children());
      case Shape shape ->
          Stream.concat(
              colors(shape.fill()),
              shape.stroke() == null ? Stream.of() : colors(shape.stroke().paint()));
      case Picture picture -> Stream.of();
      case Text text ->
          text.chunks().stream()
              .flatMap(chunk -> chunk.runs().stream())
              .flatMap(run -> colors(run.fill()));
    };
  }

  private static Stream<Rgba> colors(Paint paint) {
    return switch (paint) {
      case Paint.None none -> Stream.of();
      case Paint.Solid solid -> Stream.of(solid.color()).filter(color -> color.alpha() > 0);
      case Paint.Linear linear -> linear.stops().stream().map(Paint.Stop::color);
      case Paint.Radial radial -> radial.stops().stream().map(Paint.Stop::color);
      case Paint.Pattern pattern -> colors(pattern.children());
    };
  }
}
