package dev.deckmill.svgpptx.parse.animation;

import dev.deckmill.svgpptx.parse.value.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Easing functions (CSS Easing 2): progress in, progress out. */
@FunctionalInterface
public interface Easing {
  Easing LINEAR = progress -> progress;
  Easing EASE = cubic(0.25, 0.1, 0.25, 1);

  /** Where a thing is when so much of its time has gone, 0 to 1. */
  double at(double progress);

  /** What a text means; null where it is none. */
  static @Nullable Easing parse(String text) {
    String value = text.strip().toLowerCase(Locale.ROOT);
    return switch (value) {
      case "linear" -> LINEAR;
      case "ease" -> EASE;
      case "ease-in" -> cubic(0.42, 0, 1, 1);
      case "ease-out" -> cubic(0, 0, 0.58, 1);
      case "ease-in-out" -> cubic(0.42, 0, 0.58, 1);
      case "step-start" -> steps(1, "start");
      case "step-end" -> steps(1, "end");
      default -> function(value);
    };
  }

  private static @Nullable Easing function(String value) {
    int open = value.indexOf('(');
    if (open < 0 || !value.endsWith(")")) {
      return null;
    }
    String inside = value.substring(open + 1, value.length() - 1);
    try {
      return switch (value.substring(0, open)) {
        case "cubic-bezier" -> cubic(Words.of(inside));
        case "steps" -> steps(Words.of(inside));
        case "linear" -> pieces(inside);
        default -> null;
      };
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  private static @Nullable Easing cubic(List<String> words) {
    if (words.size() != 4) {
      return null;
    }
    double x1 = Double.parseDouble(words.get(0));
    double x2 = Double.parseDouble(words.get(2));
    boolean valid = x1 >= 0 && x1 <= 1 && x2 >= 0 && x2 <= 1;
    return valid
        ? cubic(x1, Double.parseDouble(words.get(1)), x2, Double.parseDouble(words.get(3)))
        : null;
  }

  /** A curve from (0, 0) to (1, 1) with two control points; x by bisection. */
  static Easing cubic(double x1, double y1, double x2, double y2) {
    return progress -> {
      if (progress <= 0 || progress >= 1) {
        return progress <= 0 ? 0 : 1;
      }
      double low = 0;
      double high = 1;
      for (int i = 0; i < 50; i++) {
        double middle = (low + high) / 2;
        if (bezier(x1, x2, middle) < progress) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return bezier(y1, y2, low);
    };
  }

  private static double bezier(double p1, double p2, double t) {
    double u = 1 - t;
    return 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t;
  }

  private static @Nullable Easing steps(List<String> words) {
    if (words.isEmpty() || words.size() > 2) {
      return null;
    }
    int count = Integer.parseInt(words.get(0));
    return steps(count, words.size() == 1 ? "end" : words.get(1));
  }

  private static @Nullable Easing steps(int count, String where) {
    int start = where.endsWith("start") || where.equals("jump-both") ? 1 : 0;
    int jumps =
        switch (where) {
          case "start", "end", "jump-start", "jump-end" -> count;
          case "jump-both" -> count + 1;
          case "jump-none" -> count - 1;
          default -> 0;
        };
    if (count < 1 || jumps < 1) {
      return null;
    }
    return progress -> Math.clamp(Math.floor(progress * count) + start, 0, jumps) / jumps;
  }

  /** {@code linear(0, 0.5 20% 30%, 1)}. */
  private static @Nullable Easing pieces(String inside) {
    NavigableMap<Double, Double> curve = new TreeMap<>();
    List<Double> waiting = new ArrayList<>();
    double last = 0;
    String[] stops = inside.split(",", -1);
    for (int i = 0; i < stops.length; i++) {
      double output = Double.NaN;
      List<Double> places = new ArrayList<>(2);
      for (String word : Words.of(stops[i])) {
        if (word.endsWith("%")) {
          places.add(Double.parseDouble(word.substring(0, word.length() - 1)) / 100);
        } else {
          output = Double.parseDouble(word);
        }
      }
      if (places.isEmpty() && (i == 0 || i == stops.length - 1)) {
        places.add((double) Math.min(i, 1));
      }
      waiting.add(output);
      if (!places.isEmpty()) {
        double place = Math.max(last, places.get(0));
        for (int k = 1; k <= waiting.size(); k++) {
          curve.put(last + (place - last) * k / waiting.size(), waiting.get(k - 1));
        }
        waiting.clear();
        last = Math.max(place, places.get(places.size() - 1));
        curve.put(last, output);
      }
    }
    return curve.containsValue(Double.NaN) ? null : progress -> on(curve, progress);
  }

  private static double on(NavigableMap<Double, Double> curve, double progress) {
    var before = curve.floorEntry(progress);
    var after = curve.higherEntry(progress);
    if (before == null || after == null) {
      return (before == null ? curve.firstEntry() : curve.lastEntry()).getValue();
    }
    double share = (progress - before.getKey()) / (after.getKey() - before.getKey());
    return before.getValue() + (after.getValue() - before.getValue()) * share;
  }
}
