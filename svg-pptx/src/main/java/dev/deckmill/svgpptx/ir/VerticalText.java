package dev.deckmill.svgpptx.ir;

import dev.deckmill.svgpptx.ir.Text.WritingMode;
import java.util.List;

/**
 * Vertical text as horizontal one that lies on its side: a line that runs down the page is one that
 * runs to the right under a quarter turn. It stands on its central baseline, as vertical lines do
 * (CSS Writing Modes 4 §4.2).
 */
public final class VerticalText {
  /** From the lying text's space to that of the text itself. */
  public static final Affine TURN = Affine.rotate(Math.PI / 2);

  private VerticalText() {}

  /** The text, lying, in its own turned space; its transform and paints stay those of the text. */
  public static Text lying(Text text) {
    List<Text.Chunk> chunks = text.chunks().stream().map(VerticalText::lying).toList();
    return new Text(
        text.origin(),
        text.transform(),
        text.compositing(),
        WritingMode.HORIZONTAL,
        chunks,
        text.paintBox());
  }

  /** The box in the lying text's space, upright again. */
  public static Box upright(Box lying) {
    return new Box(
        -lying.y() - lying.height(),
        lying.x(),
        /* width= */ lying.height(),
        /* height= */ lying.width());
  }

  private static Text.Chunk lying(Text.Chunk chunk) {
    return new Text.Chunk(
        chunk.y(),
        -chunk.x(),
        chunk.anchor(),
        chunk.rightToLeft(),
        chunk.fits(),
        chunk.path(),
        chunk.runs().stream().map(VerticalText::lying).toList());
  }

  private static Text.Run lying(Text.Run run) {
    Text.Placement p = run.placement();
    Text.Baseline baseline =
        p.baseline() == Text.Baseline.ALPHABETIC ? Text.Baseline.CENTRAL : p.baseline();
    return new Text.Run(
        run.text(),
        run.font(),
        run.fill(),
        run.stroke(),
        run.strokeFirst(),
        new Text.Placement(p.dy(), 0 - p.dx(), p.rotate(), baseline, p.shift()),
        run.letterSpacing(),
        run.wordSpacing(),
        run.decoration(),
        run.language(),
        run.href());
  }
}
