package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.font.TextExtent;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.compositing.CompositingParser;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.paint.DecorationLook;
import dev.deckmill.svgpptx.parse.paint.PaintOrder;
import dev.deckmill.svgpptx.parse.paint.PaintServers;
import dev.deckmill.svgpptx.parse.paint.StrokeParser;
import dev.deckmill.svgpptx.parse.shape.GeometryParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code text} (SVG 2 §11): its characters, their positions, and how they look. */
public final class TextParser {
  private final DocumentContext document;
  private final PaintServers paints;
  private final CompositingParser compositing;
  private final TextPaths paths;
  private final StrokeParser strokes;
  private final FontParser fonts;

  public TextParser(
      DocumentContext document,
      GeometryParser geometries,
      PaintServers paints,
      CompositingParser compositing) {
    this.document = document;
    this.fonts = new FontParser(document.fontFaces());
    this.paints = paints;
    this.compositing = compositing;
    this.strokes = new StrokeParser(paints);
    this.paths = new TextPaths(document, geometries);
  }

  public @Nullable Node text(Element element, Style style, Frame frame) throws PageRejected {
    TextFlow flow = new TextCollector(document, paths, frame).collect(element, style);
    if (flow.characters().isEmpty()) {
      return null;
    }
    TextPositions positions = TextPositions.of(flow, frame);
    Text.WritingMode mode = mode(style);
    // paints and effects may ask for the box of the whole, which is measured without paint
    MeasuredBox extent = new MeasuredBox(() -> measure(flow, positions, mode));
    Affine transform = Transforms.of(style, frame, extent);
    MeasuredBox paintExtent = new MeasuredBox(extent);
    List<TextPaint> inks = inks(flow, frame.within(transform), paintExtent);
    Box paintBox = paintExtent.known();
    TextChunks cut = new TextChunks(flow, positions, fonts, inks, mode);
    List<Text.Chunk> chunks = cut.all();
    cut.report(document.findings());
    if (chunks.isEmpty()) {
      return null;
    }
    Compositing effects = compositing.of(element, style, frame, extent);
    Origin origin = Origins.origin(element, frame.href());
    return new Text(origin, transform, effects, mode, chunks, paintBox);
  }

  private @Nullable Box measure(TextFlow flow, TextPositions positions, Text.WritingMode mode) {
    List<TextPaint> unpainted = Collections.nCopies(flow.spans().size(), TextPaint.NONE);
    List<Text.Chunk> bare = new TextChunks(flow, positions, fonts, unpainted, mode).all();
    return TextExtent.of(
        new Text(Origin.of("text"), Affine.IDENTITY, Compositing.NONE, mode, bare, null),
        document.fonts());
  }

  /** How each span is painted. */
  private List<TextPaint> inks(TextFlow flow, Frame frame, MeasuredBox extent) throws PageRejected {
    List<TextPaint> inks = new ArrayList<>(flow.spans().size());
    for (TextFlow.Span span : flow.spans()) {
      inks.add(ink(span, frame, extent));
    }
    return inks;
  }

  private TextPaint ink(TextFlow.Span span, Frame frame, MeasuredBox extent) throws PageRejected {
    Style style = span.style();
    if (!style.get(Property.VISIBILITY, "visible").equals("visible")) {
      return TextPaint.NONE;
    }
    if (frame.mode() == Frame.Mode.CLIP) {
      return new TextPaint(new Paint.Solid(Rgba.BLACK), null, false, Text.Decoration.NONE);
    }
    TextFlow.DecorationLines lines = span.inherited().decoration();
    Text.Decoration decoration =
        lines.equals(TextFlow.DecorationLines.NONE)
            ? Text.Decoration.NONE
            : new Text.Decoration(
                line(lines.underline(), frame, extent),
                line(lines.overline(), frame, extent),
                line(lines.lineThrough(), frame, extent),
                lines.form());
    return new TextPaint(
        paints.paint(span.element(), Property.FILL, style, frame, extent),
        strokes.stroke(span.element(), style, frame, extent),
        PaintOrder.of(style).strokeFirst(),
        decoration);
  }

  private @Nullable Paint line(
      TextFlow.@Nullable DecoratingElement asker, Frame frame, MeasuredBox extent)
      throws PageRejected {
    if (asker == null) {
      return null;
    }
    Rgba own = DecorationLook.color(asker.style());
    return own == null
        ? paints.paint(asker.element(), Property.FILL, asker.style(), frame, extent)
        : new Paint.Solid(own);
  }

  private static Text.WritingMode mode(Style style) {
    return switch (style.get(Property.WRITING_MODE, "").toLowerCase(Locale.ROOT)) {
      case "vertical-rl", "sideways-rl", "tb", "tb-rl" -> Text.WritingMode.VERTICAL_RL;
      case "vertical-lr", "sideways-lr" -> Text.WritingMode.VERTICAL_LR;
      default -> Text.WritingMode.HORIZONTAL;
    };
  }

  /** The text's box, measured when first asked for. */
  private static final class MeasuredBox implements Supplier<@Nullable Box> {
    private final Supplier<@Nullable Box> measure;
    private @Nullable Box box;
    private boolean measured;

    MeasuredBox(Supplier<@Nullable Box> measure) {
      this.measure = measure;
    }

    @Override
    public @Nullable Box get() {
      if (!measured) {
        measured = true;
        box = measure.get();
      }
      return box;
    }

    /** The box if somebody asked for it. */
    @Nullable Box known() {
      return box;
    }
  }
}
