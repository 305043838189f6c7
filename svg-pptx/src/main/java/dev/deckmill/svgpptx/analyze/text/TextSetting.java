package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.geometry.PathMeasures;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.VerticalText;

/**
 * One text and what is known of it before it is laid out.
 *
 * @param text horizontal, or lying on its side
 * @param decision what all that is made of it has
 * @param toSlide from the space that the text is laid out in to EMU
 * @param paintToSlide from the space of its paints to EMU
 * @param runsDown whether it is vertical text that lies on its side
 * @param paths that it runs along
 * @param where what the nodes around it mean for it
 */
public record TextSetting(
    PlanContext context,
    Fonts fonts,
    Text text,
    Decision decision,
    Affine toSlide,
    Affine paintToSlide,
    boolean runsDown,
    PathMeasures paths,
    InheritedState where) {
  /** Text on a path turns with the path, whatever its writing mode. */
  public static TextSetting of(
      PlanContext context,
      Fonts fonts,
      Text text,
      Decision decision,
      Affine toSlide,
      InheritedState where) {
    boolean runsDown =
        text.mode() != Text.WritingMode.HORIZONTAL
            && text.chunks().stream().allMatch(chunk -> chunk.path() == null);
    return new TextSetting(
        context,
        fonts,
        runsDown ? VerticalText.lying(text) : text,
        decision,
        runsDown ? toSlide.times(VerticalText.TURN) : toSlide,
        toSlide,
        runsDown,
        new PathMeasures(),
        where);
  }

  /** How the text is scaled and turned. */
  Similarity parts() {
    return Similarity.of(toSlide);
  }
}
