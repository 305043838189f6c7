package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.analyze.text.PlacedGlyphs;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.family.StandIns;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import org.jspecify.annotations.Nullable;

/** Text of a plain SVG. */
final class PlainText {
  private static final int HEAVY = 600;
  private static final int BOLD = 700;

  private final PlainSvg svg;
  private final SvgText out;
  private final PlainPaint paints;
  private final @Nullable Fonts fonts;

  PlainText(PlainSvg svg, SvgText out, PlainPaint paints, @Nullable Fonts fonts) {
    this.svg = svg;
    this.out = out;
    this.paints = paints;
    this.fonts = fonts;
  }

  private Text placed(Text text) {
    return fonts == null ? text : PlacedGlyphs.of(text, fonts);
  }

  void text(Text given) {
    Text text = placed(given);
    for (Text.Chunk chunk : text.drawn()) {
      String path = null;
      if (chunk.path() != null) {
        path = svg.newId();
        out.open("defs").in().open("path").attribute("id", path);
        out.attribute("d", PlainSvg.outline(chunk.path().geometry(), svg.near()))
            .empty()
            .end("defs");
      }
      chunk(text, chunk, path);
    }
  }

  /** As part of a clipping path, where it stands alone and has no paint. */
  void silhouette(Text given, Affine transform, @Nullable String clip) {
    Text text = placed(given);
    for (Text.Chunk chunk : text.drawn()) {
      out.open("text").attribute("transform", transform).reference("clip-path", clip);
      chunkAttributes(text, chunk);
      runs(chunk);
      out.end("text");
    }
  }

  private void chunk(Text text, Text.Chunk chunk, @Nullable String path) {
    String[] fills = new String[chunk.runs().size()];
    String[] strokes = new String[chunk.runs().size()];
    for (int i = 0; i < fills.length; i++) {
      Text.Run run = chunk.runs().get(i);
      fills[i] = paints.define(run.fill());
      strokes[i] = run.stroke() == null ? null : paints.define(run.stroke().paint());
    }
    out.open("text");
    chunkAttributes(text, chunk);
    if (path != null && chunk.path() != null) {
      out.open("textPath").attribute("xlink:href", "#" + path);
      out.attribute("startOffset", chunk.path().startOffset() + chunk.x()).in();
    }
    double shift = 0;
    for (int i = 0; i < fills.length; i++) {
      Text.Run run = chunk.runs().get(i);
      out.open("tspan");
      paints.paint("fill", run.fill(), fills[i]);
      Stroke stroke = run.stroke();
      if (stroke != null) {
        paints.stroke(stroke, strokes[i]);
      }
      shift = run(run, shift);
    }
    out.end(path == null ? "text" : "textPath");
    if (path != null) {
      out.end("text");
    }
  }

  private void chunkAttributes(Text text, Text.Chunk chunk) {
    if (chunk.path() == null) {
      out.attribute("x", chunk.x()).attribute("y", chunk.y());
    }
    out.attribute("xml:space", "preserve");
    switch (chunk.anchor()) {
      case START -> {}
      case MIDDLE -> out.attribute("text-anchor", "middle");
      case END -> out.attribute("text-anchor", "end");
    }
    if (text.mode() != Text.WritingMode.HORIZONTAL) {
      out.attribute("writing-mode", "tb");
    }
    for (Text.Fit fit : chunk.fits()) {
      if (fit.from() == 0 && fit.to() == chunk.runs().size()) {
        out.attribute("textLength", fit.length());
        out.attribute("lengthAdjust", fit.stretchGlyphs() ? "spacingAndGlyphs" : "spacing");
      }
    }
    out.in();
  }

  private void runs(Text.Chunk chunk) {
    double shift = 0;
    for (Text.Run run : chunk.runs()) {
      out.open("tspan");
      shift = run(run, shift);
    }
  }

  /** Baselines become shifts, for which SVG 1.1 renderers are surest. */
  private double run(Text.Run run, double before) {
    Text.Font font = run.font();
    double shift = run.placement().shift() - below(run.placement().baseline()) * font.size();
    out.attribute("font-family", String.join(",", StandIns.after(font.families())));
    out.attribute("font-size", font.size()).attribute("font-weight", weight(font));
    out.attribute("font-style", font.italic() ? "italic" : "normal");
    if (run.placement().dx() != 0) {
      out.attribute("dx", run.placement().dx());
    }
    double dy = run.placement().dy() - (shift - before);
    if (dy != 0) {
      out.attribute("dy", dy);
    }
    if (run.placement().rotate() != 0) {
      out.attribute("rotate", run.placement().rotate());
    }
    if (run.letterSpacing() != 0) {
      out.attribute("letter-spacing", run.letterSpacing());
    }
    if (run.wordSpacing() != 0) {
      out.attribute("word-spacing", run.wordSpacing());
    }
    out.attribute("text-decoration", decoration(run.decoration())).in();
    out.text(run.text()).end("tspan");
    return shift;
  }

  /** From 600 on bold, as in browsers; Java's fonts are so from 700 on alone. */
  private static String weight(Text.Font font) {
    int weight = font.weight() / 100 * 100;
    return Integer.toString(font.weight() >= HEAVY ? Math.max(weight, BOLD) : weight);
  }

  private static double below(Text.Baseline baseline) {
    return switch (baseline) {
      case ALPHABETIC -> 0;
      case MIDDLE -> 0.26;
      case CENTRAL -> 0.35;
      case HANGING -> 0.75;
      case MATHEMATICAL -> 0.45;
      case IDEOGRAPHIC, TEXT_BOTTOM -> -0.22;
      case TEXT_TOP -> 0.9;
    };
  }

  private static String decoration(Text.Decoration decoration) {
    String lines =
        (decoration.underline() == null ? "" : "underline ")
            + (decoration.overline() == null ? "" : "overline ")
            + (decoration.lineThrough() == null ? "" : "line-through");
    return lines.isBlank() ? "none" : lines.trim();
  }
}
