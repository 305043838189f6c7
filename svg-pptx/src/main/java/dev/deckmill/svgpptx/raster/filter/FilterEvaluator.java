package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Filter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes a filter step by step; a result is let go once no later step takes it. */
public final class FilterEvaluator {
  /** Pictures that a primitive makes on its way, and what is handed over at the end. */
  private static final int WITHIN_A_STEP = 5;

  private final Filter filter;
  private final PixelGrid grid;
  private final FilterPictures pictures;
  private final StepInputs inputs;
  private final PrimitiveEvaluator primitives;
  private final @Nullable Layer[] results;
  private @Nullable Layer source;

  private FilterEvaluator(Filter filter, PixelGrid grid, FilterPictures pictures) {
    this.filter = filter;
    this.grid = grid;
    this.pictures = pictures;
    this.inputs = new StepInputs(filter.steps());
    this.primitives = new PrimitiveEvaluator(grid, pictures);
    this.results = new Layer[filter.steps().size()];
  }

  /**
   * What the filtered element looks like: premultiplied ARGB in sRGB, row by row, of the whole
   * grid.
   *
   * @throws FilterTooCostly when it would cost more than the budget has left
   */
  public static int[] evaluate(
      Filter filter, PixelGrid grid, FilterPictures pictures, WorkBudget budget) {
    double cost = 0;
    for (Filter.Step step : filter.steps()) {
      cost += PrimitiveEvaluator.cost(step.primitive());
    }
    budget.spend(grid.pixels(), cost);
    return new FilterEvaluator(filter, grid, pictures).last();
  }

  /** What a filter holds at once, in bytes for each pixel of its grid. */
  public static long bytesEach(Filter filter) {
    return (long) Integer.BYTES * (new StepInputs(filter.steps()).mostAlive() + WITHIN_A_STEP);
  }

  private int[] last() {
    List<Filter.Step> steps = filter.steps();
    if (steps.isEmpty()) {
      return new int[(int) grid.pixels()];
    }
    for (int i = 0; i < steps.size(); i++) {
      results[i] = result(i, steps.get(i));
      release(i);
    }
    Layer last = java.util.Objects.requireNonNull(results[steps.size() - 1]);
    return last.in(PixelColors.SRGB).argb();
  }

  private Layer result(int number, Filter.Step step) {
    List<Layer> in = new ArrayList<>();
    Layer alpha =
        inputs.of(number).contains(StepInputs.SOURCE_ALPHA) ? source().alphaAlone() : null;
    for (int input : inputs.of(number)) {
      in.add(alpha != null && input == StepInputs.SOURCE_ALPHA ? alpha : input(input));
    }
    PixelBox box = grid.box(step.region());
    return primitives.result(number, step, in, box).cut(box, grid.width(), step.region());
  }

  private Layer input(int number) {
    return number == StepInputs.SOURCE_GRAPHIC
        ? source()
        : java.util.Objects.requireNonNull(results[number]);
  }

  private Layer source() {
    Layer drawn = source;
    if (drawn == null) {
      drawn = new Layer(pictures.sourceGraphic(), PixelColors.SRGB, filter.region());
      source = drawn;
    }
    return drawn;
  }

  private void release(int step) {
    if (inputs.endsWith(StepInputs.SOURCE_GRAPHIC, step)) {
      source = null;
    }
    for (int i = 0; i < step; i++) {
      if (results[i] != null && inputs.endsWith(i, step)) {
        results[i] = null;
      }
    }
  }
}
