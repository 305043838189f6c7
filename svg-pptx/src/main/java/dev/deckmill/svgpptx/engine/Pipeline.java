package dev.deckmill.svgpptx.engine;

import dev.deckmill.svgpptx.Engine;
import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SvgToSlide.StageObserver;
import dev.deckmill.svgpptx.SvgToSlide.StageObserver.Stage;
import dev.deckmill.svgpptx.analyze.Planner;
import dev.deckmill.svgpptx.analyze.plan.Plan;
import dev.deckmill.svgpptx.dml.SlideTree;
import dev.deckmill.svgpptx.embed.Embedded;
import dev.deckmill.svgpptx.embed.Embedder;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.map.SlideMapper;
import dev.deckmill.svgpptx.parse.SvgParser;
import dev.deckmill.svgpptx.plainsvg.PagePicture;

/** A page becomes a slide: the four stages in their order, which is written nowhere else. */
final class Pipeline implements Engine.PageConverter {
  private final StageObserver observer;
  private final SvgParser parser;
  private final Planner planner;
  private final SlideMapper mapper;
  private final Embedder embedder;

  Pipeline(SlideOptions options, StageObserver observer) {
    this.observer = observer;
    this.parser = new SvgParser(options.limits(), options.textProfile());
    this.planner = new Planner(options);
    this.mapper = new SlideMapper();
    this.embedder = new Embedder(options.limits().rasterPixels());
  }

  @Override
  public Slide convert(Page page) throws PageRejected {
    StageClock stages = new StageClock(observer);
    Drawing drawing = stages.in(Stage.PARSE, () -> parser.parse(page));
    Plan plan = stages.in(Stage.ANALYZE, () -> planner.plan(drawing));
    SlideTree tree = stages.in(Stage.MAP, () -> mapper.map(plan));
    Embedded slide = stages.in(Stage.EMBED, () -> embedder.embed(tree));
    return new BundledSlide(slide.bundle(), Reports.report(plan, slide, stages.timings()));
  }

  @Override
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
