package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.dml.Fill;
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

/** What a pattern is where it may be no picture: the first of its colours, so that it is seen. */
final class StandIn {
  private StandIn() {}

  static Fill of(Paint.Pattern pattern) {
    Optional<Rgba> color = colors(pattern.children()).findFirst();
    if (color.isEmpty()) {
      return new Fill.None();
    }
    Rgba c = color.get();
    return new Fill.Solid(SlideMapper.color(new Rgba(c.rgb(), c.alpha() * pattern.opacity())));
  }

  private static Stream<Rgba> colors(List<Node> nodes) {
    return nodes.stream().flatMap(StandIn::colors);
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
