package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Filter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes a filter step by step; a result is let go once no later step takes it. */
public final class FilterEvaluator {
  private final Filter filter;
  private final PixelGrid grid;
  private final FilterPictures pictures;
  private final StepInputs inputs;
  private final PrimitiveEvaluator primitives;
  private final @Nullable Layer[] results;
  private @Nullable Layer source;

  private FilterEvaluator(
      Filter filter, PixelGrid grid, FilterPictures pictures, WorkBudget budget) {
    this.filter = filter;
    this.grid = grid;
    this.pictures = pictures;
    this.inputs = new StepInputs(filter.steps());
    this.primitives = new PrimitiveEvaluator(grid, pictures, budget);
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
    return new FilterEvaluator(filter, grid, pictures, budget).last();
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
    return last.in(ColorSpace.SRGB).argb();
  }

  private Layer result(int number, Filter.Step step) {
    List<Layer> in = new ArrayList<>();
    for (int input : inputs.of(number)) {
      in.add(input(input));
    }
    PixelBox box = grid.box(step.region());
    return primitives.result(number, step, in, box).cut(box, grid.width(), step.region());
  }

  private Layer input(int number) {
    return switch (number) {
      case StepInputs.SOURCE_GRAPHIC -> source();
      case StepInputs.SOURCE_ALPHA -> source().alphaAlone();
      default -> java.util.Objects.requireNonNull(results[number]);
    };
  }

  private Layer source() {
    Layer drawn = source;
    if (drawn == null) {
      drawn = new Layer(pictures.sourceGraphic(), ColorSpace.SRGB, filter.region());
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
