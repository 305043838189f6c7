package dev.deckmill.svgpptx.engine;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.SlideReport;
import dev.deckmill.svgpptx.SvgToSlide.StageObserver;
import java.util.EnumMap;
import java.util.Map;

/** Takes the time of each stage of one conversion, and passes the stages on to the observer. */
final class StageClock implements StageObserver {
  private final StageObserver observer;
  private final Map<Stage, Long> micros = new EnumMap<>(Stage.class);

  StageClock(StageObserver observer) {
    this.observer = observer;
  }

  @Override
  public <T> T in(Stage stage, Work<T> work) throws PageRejected {
    long start = System.nanoTime();
    T result = observer.in(stage, work);
    micros.put(stage, (System.nanoTime() - start) / 1_000);
    return result;
  }

  SlideReport.Timings timings() {
    return new SlideReport.Timings(
        micros.getOrDefault(Stage.PARSE, 0L),
        micros.getOrDefault(Stage.ANALYZE, 0L),
        micros.getOrDefault(Stage.MAP, 0L),
        micros.getOrDefault(Stage.EMBED, 0L));
  }
}
