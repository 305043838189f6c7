package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.ir.Filter.Primitive;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Filter primitives as Batik reads them: it gives up the whole element for one value that it
 * doesn't understand, where browsers take the initial value, or draw nothing for the primitive.
 */
final class PlainPrimitive {
  private static final int MOST_SHINE = 128;

  private PlainPrimitive() {}

  /** The primitive's attributes; empty where it draws nothing at all. */
  static Optional<Map<String, String>> attributes(Primitive p) {
    Map<String, String> attributes = new TreeMap<>(p.attributes());
    attributes.remove("color-interpolation-filters"); // written with the region
    boolean drawn =
        switch (p.name()) {
          case "feConvolveMatrix" -> isMatrix(attributes);
          case "feImage" -> p.picture() != null;
          case "feDiffuseLighting", "feSpecularLighting" ->
              p.children().stream().anyMatch(c -> c.name().endsWith("Light"));
          default -> true;
        };
    if (!drawn) {
      return Optional.empty();
    }
    switch (p.name()) {
      case "feGaussianBlur" -> keepNumbers(attributes, "stdDeviation", 2);
      case "feMorphology" -> keepNumbers(attributes, "radius", 2);
      case "feTurbulence" -> {
        keepNumbers(attributes, "baseFrequency", 2);
        whole(attributes, "seed");
        whole(attributes, "numOctaves");
      }
      case "feSpecularLighting" -> shine(attributes);
      default -> {
        // nothing that Batik is known to stumble over
      }
    }
    return Optional.of(attributes);
  }

  /** The attributes of a transfer function or a light. */
  static Map<String, String> ofChild(Primitive child) {
    Map<String, String> attributes = new TreeMap<>(child.attributes());
    if (child.name().startsWith("feFunc")) {
      for (String name : List.of("slope", "intercept", "amplitude", "exponent", "offset")) {
        keepNumbers(attributes, name, 1);
      }
      List<Double> table = numbers(attributes.get("tableValues"));
      if (table != null && table.size() == 1) {
        // One value is a table of the same at both ends.
        attributes.put("tableValues", table.get(0) + " " + table.get(0));
      }
    }
    return attributes;
  }

  /** An attribute that is not one to {@code most} numbers is as if it were not there. */
  private static void keepNumbers(Map<String, String> attributes, String name, int most) {
    List<Double> numbers = numbers(attributes.get(name));
    if (numbers == null || numbers.isEmpty() || numbers.size() > most) {
      attributes.remove(name);
    }
  }

  private static void whole(Map<String, String> attributes, String name) {
    keepNumbers(attributes, name, 1);
    attributes.computeIfPresent(
        name, (key, value) -> String.valueOf((long) Double.parseDouble(value.strip())));
  }

  private static void shine(Map<String, String> attributes) {
    keepNumbers(attributes, "specularConstant", 1);
    keepNumbers(attributes, "specularExponent", 1);
    attributes.computeIfPresent(
        "specularExponent",
        (key, value) ->
            String.valueOf(Math.max(1, Math.min(MOST_SHINE, Double.parseDouble(value.strip())))));
  }

  /** Whether order, matrix and target belong together (Filter Effects 1 §9.9). */
  private static boolean isMatrix(Map<String, String> attributes) {
    List<Double> order = numbers(attributes.getOrDefault("order", "3"));
    List<Double> matrix = numbers(attributes.get("kernelMatrix"));
    if (order == null || order.isEmpty() || order.size() > 2 || matrix == null) {
      return false;
    }
    double columns = order.get(0);
    double rows = order.get(order.size() - 1);
    return columns >= 1
        && rows >= 1
        && columns == Math.rint(columns)
        && rows == Math.rint(rows)
        && matrix.size() == columns * rows
        && isWithin(attributes.get("targetX"), columns)
        && isWithin(attributes.get("targetY"), rows);
  }

  private static boolean isWithin(@org.jspecify.annotations.Nullable String target, double size) {
    List<Double> at = target == null ? List.of(0.0) : numbers(target);
    return at != null && at.size() == 1 && at.get(0) >= 0 && at.get(0) < size;
  }

  /** All numbers; null where there is anything else. */
  private static @org.jspecify.annotations.Nullable List<Double> numbers(
      @org.jspecify.annotations.Nullable String text) {
    if (text == null) {
      return null;
    }
    List<Double> numbers = new ArrayList<>();
    ValueReader in = new ValueReader(text);
    in.skipSpace();
    while (!in.atEnd()) {
      double number = in.number();
      if (Double.isNaN(number)) {
        return null;
      }
      numbers.add(number);
      in.skipComma();
    }
    return numbers;
  }
}
