package dev.deckmill.bench;

import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideOptions.Limits;
import dev.deckmill.svgpptx.SvgToSlide;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A page's bytes become a slide with its parts deflated, in a process that has seen such pages
 * before: what a converter's child does all day.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EngineBenchmark {
  /** A set's name, or a directory: see {@link PageSet}. */
  @Param("S")
  public String pages = "";

  private SvgToSlide engine = new SvgToSlide(options());
  private List<Page> set = List.of();
  private int next;

  /** The default options, but for limits that let the largest page in. */
  private static SlideOptions options() {
    SlideOptions usual = SlideOptions.defaults();
    return new SlideOptions(
        usual.slideSize(),
        usual.target(),
        usual.textProfile(),
        withInflatedBytes(64L << 20, usual.limits()));
  }

  private static Limits withInflatedBytes(long inflatedBytes, Limits usual) {
    return new Limits(
        inflatedBytes,
        usual.depth(),
        usual.elements(),
        usual.entityExpansions(),
        usual.entityBytes(),
        usual.pathCommands(),
        usual.pagePathCommands(),
        usual.textChars(),
        usual.instances(),
        usual.imagePixels(),
        usual.pageImagePixels(),
        usual.rasterPixels());
  }

  /**
   * Reads or makes the pages, and leaves out what the engine rejects or fails on: that would be
   * measured.
   */
  @Setup
  public void read() throws IOException {
    set = PageSet.named(pages).stream().filter(this::converts).toList();
    if (set.isEmpty()) {
      throw new IOException("none of the pages in " + pages + " can be converted");
    }
  }

  private boolean converts(Page page) {
    try {
      engine.convert(page);
      return true;
    } catch (PageRejected rejected) {
      System.err.println(page.name() + " is left out: " + rejected.getMessage());
      return false;
    } catch (RuntimeException | Error fault) {
      System.err.println(page.name() + " is left out, the engine fails on it:");
      fault.printStackTrace();
      // What the engine holds of the page goes with it.
      engine = new SvgToSlide(options());
      return false;
    }
  }

  /** One page; the pages of a set take turns. */
  @Benchmark
  public Slide convert() throws PageRejected {
    next = next + 1 < set.size() ? next + 1 : 0;
    return converted(set.get(next));
  }

  Slide converted(Page page) throws PageRejected {
    return engine.convert(page);
  }
}
