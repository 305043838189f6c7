package dev.deckmill.svgpptx.parse.animation;

import dev.deckmill.svgpptx.parse.value.Words;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that an animation element goes through (SVG Animations 2 §2.5).
 *
 * @param values at least one
 * @param times of each, 0 to 1 and rising; empty: evenly
 * @param easings of each way from one to the next; empty: linear
 * @param discrete whether there is nothing between two of them
 */
record SmilValues(List<String> values, List<Double> times, List<Easing> easings, boolean discrete) {
  /**
   * Those of an element; null where it has none.
   *
   * @param base what is there without the animation
   */
  static @Nullable SmilValues of(Element element, String base) {
    List<String> values = values(element, base);
    if (values.isEmpty()) {
      return null;
    }
    String mode = element.attribute("calcMode");
    boolean discrete = "discrete".equals(mode) || element.name().equals("set");
    List<Double> times = numbers(element.attribute("keyTimes"));
    boolean timed = times.size() == values.size();
    return new SmilValues(
        values, timed ? times : List.of(), easings(element, mode, values.size() - 1), discrete);
  }

  /** Whether times or curves are not as many as values, which browsers don't play (§2.5.2). */
  static boolean areVoid(Element element) {
    String mode = element.attribute("calcMode");
    if (element.name().equals("animateMotion") || element.name().equals("set")) {
      return false;
    }
    int values = count(element.attribute("values"));
    int times = count(element.attribute("keyTimes"));
    boolean timed = values > 0 && times > 0 && !"paced".equals(mode);
    int points = values > 0 ? values : times > 0 ? times : 2;
    return (timed && (times != values || !isWhole(element, mode)))
        || ("spline".equals(mode) && count(element.attribute("keySplines")) != points - 1);
  }

  /** Of a list with semicolons between, and perhaps one behind the last. */
  private static int count(@Nullable String list) {
    if (list == null || list.isBlank()) {
      return 0;
    }
    String stripped = list.strip();
    int last = stripped.length() - 1;
    int semicolons = (int) stripped.chars().filter(c -> c == ';').count();
    return stripped.charAt(last) == ';' ? semicolons : semicolons + 1;
  }

  /** Whether times lead from 0 to 1. */
  private static boolean isWhole(Element element, @Nullable String mode) {
    List<Double> times = numbers(element.attribute("keyTimes"));
    return !times.isEmpty()
        && times.getFirst() == 0
        && ("discrete".equals(mode) || times.getLast() == 1);
  }

  private static List<String> values(Element element, String base) {
    String list = element.attribute("values");
    if (list != null && !list.isBlank()) {
      List<String> values = new ArrayList<>();
      for (String value : list.split(";", -1)) {
        values.add(value.strip());
      }
      if (values.size() > 1 && values.get(values.size() - 1).isEmpty()) {
        values.remove(values.size() - 1);
      }
      return values;
    }
    String from = element.attribute("from");
    String to = element.attribute("to");
    String by = element.attribute("by");
    if (to != null) {
      boolean set = element.name().equals("set");
      return set ? List.of(to.strip()) : List.of(from == null ? base : from.strip(), to.strip());
    }
    String start = from == null ? base : from.strip();
    return by == null ? List.of() : List.of(start, Interpolation.plus(start, by.strip(), 1));
  }

  private static List<Easing> easings(Element element, @Nullable String mode, int ways) {
    String splines = element.attribute("keySplines");
    if (splines == null || !"spline".equals(mode)) {
      return List.of();
    }
    List<Easing> easings = new ArrayList<>();
    for (String spline : splines.split(";", -1)) {
      if (!spline.isBlank()) {
        Easing easing = Easing.parse("cubic-bezier(" + String.join(",", Words.of(spline)) + ")");
        easings.add(easing == null ? Easing.LINEAR : easing);
      }
    }
    return easings.size() == ways ? easings : List.of();
  }

  /** Numbers with semicolons between them; empty where one of them is none. */
  static List<Double> numbers(@Nullable String list) {
    List<Double> numbers = new ArrayList<>();
    try {
      for (String number : list == null ? new String[0] : list.split(";", -1)) {
        if (!number.isBlank()) {
          numbers.add(Double.parseDouble(number.strip()));
        }
      }
    } catch (NumberFormatException noNumber) {
      return List.of();
    }
    return numbers;
  }

  String last() {
    return values.get(values.size() - 1);
  }

  /** The value at some progress, 0 to 1. */
  String at(double progress) {
    int count = values.size();
    if (count == 1) {
      return values.get(0);
    }
    if (discrete) {
      return values.get(step(progress));
    }
    int way = 0;
    while (way < count - 2 && time(way + 1) <= progress) {
      way++;
    }
    double span = time(way + 1) - time(way);
    double share = span > 0 ? Math.min(1, (progress - time(way)) / span) : 1;
    double eased = easings.isEmpty() ? share : easings.get(way).at(share);
    return Interpolation.between(values.get(way), values.get(way + 1), eased);
  }

  private int step(double progress) {
    if (times.isEmpty()) {
      return Math.min(values.size() - 1, (int) Math.floor(progress * values.size()));
    }
    int step = 0;
    while (step < values.size() - 1 && times.get(step + 1) <= progress) {
      step++;
    }
    return step;
  }

  private double time(int i) {
    return times.isEmpty() ? (double) i / (values.size() - 1) : times.get(i);
  }
}
