package dev.deckmill.svgpptx;

import dev.deckmill.svgpptx.StageObserver.Stage;
import dev.deckmill.svgpptx.analyze.Plan;
import dev.deckmill.svgpptx.analyze.Planner;
import dev.deckmill.svgpptx.dml.SlideTree;
import dev.deckmill.svgpptx.embed.Embedded;
import dev.deckmill.svgpptx.embed.Embedder;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.map.PagePicture;
import dev.deckmill.svgpptx.map.SlideMapper;
import dev.deckmill.svgpptx.parse.SvgParser;

/**
 * Converts pages, one after the other. Not for several threads at once; each thread has its own.
 */
public final class SvgToSlide {
  private final StageObserver observer;
  private final SvgParser parser;
  private final Planner planner;
  private final SlideMapper mapper;
  private final Embedder embedder;

  public SvgToSlide(SlideOptions options) {
    this(options, StageClock.NOBODY);
  }

  /**
   * @param observer is told of each stage
   */
  public SvgToSlide(SlideOptions options, StageObserver observer) {
    this.observer = observer;
    this.parser = new SvgParser(options.limits());
    this.planner = new Planner(options);
    this.mapper = new SlideMapper();
    this.embedder = new Embedder(options.limits().rasterPixels());
  }

  /**
   * Converts one page. The same page and options give the same slide.
   *
   * @throws PageRejected when the page can't be converted and never will be
   */
  public Slide convert(Page page) throws PageRejected {
    StageClock stages = new StageClock(observer);
    Drawing drawing = stages.in(Stage.PARSE, () -> parser.parse(page));
    Plan plan = stages.in(Stage.ANALYZE, () -> planner.plan(drawing));
    SlideTree tree = stages.in(Stage.MAP, () -> mapper.map(plan));
    Embedded slide = stages.in(Stage.EMBED, () -> embedder.embed(tree));
    return new Slide(slide.bundle(), Reports.report(plan, slide, stages.timings()));
  }

  /**
   * Draws one page as its SVG means it, on a white slide of the size that {@link #convert} makes it
   * for. No stage is told of.
   *
   * @param widthPixels of the picture, above 0
   * @return a PNG file
   * @throws PageRejected also when the page can't be drawn in one picture
   */
  public byte[] preview(Page page, int widthPixels) throws PageRejected {
    Drawing drawing = parser.parse(page);
    return embedder
        .picture(PagePicture.of(drawing, planner.size(drawing), widthPixels))
        .orElseThrow(
            () ->
                new PageRejected(
                    PageRejected.Code.LIMIT_RENDER,
                    "The page can't be drawn as one picture. Make it simpler, or the picture"
                        + " smaller."));
  }
}
