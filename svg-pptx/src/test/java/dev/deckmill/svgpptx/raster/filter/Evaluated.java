package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A filter on a small picture whose pixels are user units. */
final class Evaluated {
  static final int RED = 0xffff0000;
  static final int HALF_WHITE = 0x80808080;

  private final int width;
  private final int[] source;
  private final List<Filter.Step> steps = new ArrayList<>();
  private long budget = 1_000_000_000;

  private Evaluated(int width, int[] source) {
    this.width = width;
    this.source = source;
  }

  /** A picture of rows of pixels. */
  static Evaluated of(int width, int... argb) {
    return new Evaluated(width, argb);
  }

  static Evaluated filled(int width, int height, int pixel) {
    int[] all = new int[width * height];
    Arrays.fill(all, pixel);
    return of(width, all);
  }

  /** One row, all of it nothing but for a pixel. */
  static Evaluated dot(int width, int at, int pixel) {
    int[] row = new int[width];
    row[at] = pixel;
    return of(width, row);
  }

  private Box all() {
    return new Box(0, 0, width, source.length / (double) width);
  }

  Evaluated then(FilterPrimitive primitive) {
    return then(null, all(), false, primitive);
  }

  Evaluated thenLinear(FilterPrimitive primitive) {
    return then(null, all(), true, primitive);
  }

  Evaluated named(String result, FilterPrimitive primitive) {
    return then(result, all(), false, primitive);
  }

  Evaluated within(Box region, FilterPrimitive primitive) {
    return then(null, region, false, primitive);
  }

  private Evaluated then(
      @org.jspecify.annotations.Nullable String result,
      Box region,
      boolean linear,
      FilterPrimitive primitive) {
    steps.add(new Filter.Step(region, result, linear, primitive));
    return this;
  }

  Evaluated atMost(long operations) {
    budget = operations;
    return this;
  }

  long bytesEach() {
    return FilterEvaluator.bytesEach(new Filter(all(), steps));
  }

  int[] pixels() {
    return pixels(1);
  }

  /**
   * @param unit pixels in a pixel of the page
   */
  int[] pixels(double unit) {
    PixelGrid grid = new PixelGrid(1, 1, 0, 0, width, source.length / width, unit);
    FilterPictures pictures =
        new FilterPictures() {
          @Override
          public int[] sourceGraphic() {
            return source.clone();
          }

          @Override
          public int[] image(int step) {
            int[] image = new int[source.length];
            image[step] = RED;
            return image;
          }
        };
    return FilterEvaluator.evaluate(
        new Filter(all(), steps), grid, pictures, new WorkBudget(budget));
  }
}
