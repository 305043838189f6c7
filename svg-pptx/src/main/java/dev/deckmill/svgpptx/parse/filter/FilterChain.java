package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.parse.geometry.Boxes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Filters after each other as one with all their steps (Filter Effects 1 §5): what each has for its
 * source graphic is the result of the one before, and names of results are known within a filter
 * alone.
 */
final class FilterChain {
  /** Keeps alpha and makes everything black. */
  private static final List<Double> ALPHA_ALONE =
      List.of(0., 0., 0., 0., 0., 0., 0., 0., 0., 0., 0., 0., 0., 0., 0., 0., 0., 0., 1., 0.);

  private final List<Filter.Step> all = new ArrayList<>();

  private FilterChain() {}

  /** One filter; null where there is none. */
  static @Nullable Filter joined(List<Filter> chain) {
    if (chain.size() <= 1) {
      return chain.isEmpty() ? null : chain.getFirst();
    }
    FilterChain joined = new FilterChain();
    Box region = chain.getFirst().region();
    for (int i = 0; i < chain.size(); i++) {
      Filter filter = chain.get(i);
      if (filter.drawsNothing()) {
        return filter;
      }
      joined.add(filter, i);
      region = Boxes.union(region, filter.region());
    }
    return new Filter(region, joined.all);
  }

  private void add(Filter filter, int number) {
    boolean isFunction = filter.steps().size() == 1 && !takesSource(filter, number);
    if (isFunction) {
      all.addAll(filter.steps());
      return;
    }
    if (number > 0) {
      all.add(named(all.removeLast(), source(number)));
      all.add(
          new Filter.Step(
              filter.region(),
              alpha(number),
              false,
              new FilterPrimitive.ColorMatrix(
                  new FilterInput.Result(source(number)),
                  FilterPrimitive.ColorMatrix.Type.MATRIX,
                  ALPHA_ALONE)));
    }
    for (int i = 0; i < filter.steps().size(); i++) {
      all.add(within(filter, number, i));
    }
  }

  private static boolean takesSource(Filter filter, int number) {
    return number > 0
        && filter.steps().stream()
            .anyMatch(step -> !FilterInputs.of(step.primitive()).equals(List.of(Source.PREVIOUS)));
  }

  private static Filter.Step within(Filter filter, int number, int index) {
    Filter.Step step = filter.steps().get(index);
    Box seen = Boxes.intersection(step.region(), filter.region());
    return new Filter.Step(
        seen,
        step.result() == null ? null : name(number, step.result()),
        step.linearRgb(),
        FilterInputs.replaced(step.primitive(), in -> input(in, filter, number, index)));
  }

  private static FilterInput input(FilterInput in, Filter filter, int number, int index) {
    return switch (in) {
      case FilterInput.Result result ->
          isKnown(result.name(), filter, index)
              ? new FilterInput.Result(name(number, result.name()))
              : input(Source.PREVIOUS, filter, number, index);
      case Source source when number == 0 -> source;
      case Source source ->
          switch (source) {
            case PREVIOUS -> index == 0 ? new FilterInput.Result(source(number)) : source;
            case SOURCE_GRAPHIC -> new FilterInput.Result(source(number));
            case SOURCE_ALPHA -> new FilterInput.Result(alpha(number));
          };
    };
  }

  private static boolean isKnown(String name, Filter filter, int before) {
    return filter.steps().subList(0, before).stream().anyMatch(step -> name.equals(step.result()));
  }

  private static Filter.Step named(Filter.Step step, String result) {
    return new Filter.Step(step.region(), result, step.linearRgb(), step.primitive());
  }

  /** No result of a page is named like one of these three: those begin with a number, a space. */
  private static String name(int number, String name) {
    return number + " " + name;
  }

  private static String source(int number) {
    return "source " + number;
  }

  private static String alpha(int number) {
    return "alpha " + number;
  }
}
