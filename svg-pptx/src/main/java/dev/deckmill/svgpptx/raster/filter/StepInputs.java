package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which results each step of a filter takes, and which step is the last to take one. */
final class StepInputs {
  static final int SOURCE_GRAPHIC = -1;
  static final int SOURCE_ALPHA = -2;

  private final List<List<Integer>> inputs = new ArrayList<>();
  private final int[] lastUse;

  StepInputs(List<Filter.Step> steps) {
    lastUse = new int[steps.size() + 1];
    Arrays.fill(lastUse, -1);
    for (int i = 0; i < steps.size(); i++) {
      List<Integer> results = new ArrayList<>();
      for (FilterInput input : inputs(steps.get(i).primitive())) {
        int result = result(input, steps, i);
        results.add(result);
        lastUse[slot(result)] = i;
      }
      inputs.add(results);
    }
  }

  /** In the order of the primitive's attributes: numbers of steps, or a source. */
  List<Integer> of(int step) {
    return inputs.get(step);
  }

  /** Whether no step after this one takes a result. */
  boolean endsWith(int result, int step) {
    return lastUse[slot(result)] <= step;
  }

  /** So many results there are at once, the source and the one that is being made among them. */
  int mostAlive() {
    int most = 1;
    for (int step = 0; step < inputs.size(); step++) {
      int alive = 1;
      for (int slot = 0; slot <= step; slot++) {
        alive += lastUse[slot] >= step ? 1 : 0;
      }
      most = Math.max(most, alive);
    }
    return most;
  }

  /** Both sources are one picture. */
  private static int slot(int result) {
    return Math.max(0, result + 1);
  }

  private static int result(FilterInput input, List<Filter.Step> steps, int at) {
    return switch (input) {
      case FilterInput.Source source ->
          switch (source) {
            case PREVIOUS -> at - 1; // before the first lies the source graphic
            case SOURCE_GRAPHIC -> SOURCE_GRAPHIC;
            case SOURCE_ALPHA -> SOURCE_ALPHA;
          };
      case FilterInput.Result result -> named(result.name(), steps, at);
    };
  }

  private static int named(String name, List<Filter.Step> steps, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (name.equals(steps.get(i).result())) {
        return i;
      }
    }
    return at - 1;
  }

  private static List<FilterInput> inputs(FilterPrimitive primitive) {
    return switch (primitive) {
      case FilterPrimitive.Blend p -> List.of(p.in(), p.in2());
      case FilterPrimitive.ColorMatrix p -> List.of(p.in());
      case FilterPrimitive.ComponentTransfer p -> List.of(p.in());
      case FilterPrimitive.Composite p -> List.of(p.in(), p.in2());
      case FilterPrimitive.ConvolveMatrix p -> List.of(p.in());
      case FilterPrimitive.DiffuseLighting p -> List.of(p.in());
      case FilterPrimitive.DisplacementMap p -> List.of(p.in(), p.in2());
      case FilterPrimitive.DropShadow p -> List.of(p.in());
      case FilterPrimitive.Flood p -> List.of();
      case FilterPrimitive.GaussianBlur p -> List.of(p.in());
      case FilterPrimitive.Image p -> List.of();
      case FilterPrimitive.Merge p -> p.nodes();
      case FilterPrimitive.Morphology p -> List.of(p.in());
      case FilterPrimitive.Offset p -> List.of(p.in());
      case FilterPrimitive.SpecularLighting p -> List.of(p.in());
      case FilterPrimitive.Tile p -> List.of(p.in());
      case FilterPrimitive.TransparentBlack p -> List.of();
      case FilterPrimitive.Turbulence p -> List.of();
    };
  }
}
