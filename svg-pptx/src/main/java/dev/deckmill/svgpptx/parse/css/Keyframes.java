package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.animation.Easing;
import dev.deckmill.svgpptx.parse.animation.Interpolation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code @keyframes} (CSS Animations 1 §4): for each property the values on its way. */
final class Keyframes {
  /** A value, and how it goes on from there where the frame says so. */
  record Frame(String value, @Nullable Easing easing) {}

  private final Map<Property, NavigableMap<Double, Frame>> ways = new EnumMap<>(Property.class);

  /** Later ones at the same place win. */
  void add(Collection<Double> offsets, Declarations declarations) {
    Easing easing = null;
    for (int i = 0; i < declarations.size(); i++) {
      if (declarations.property(i) == Property.ANIMATION_TIMING_FUNCTION) {
        easing = Easing.parse(declarations.value(i));
      }
    }
    for (int i = 0; i < declarations.size(); i++) {
      Property property = declarations.property(i);
      if (property != null && property.index() < Property.STYLED && !declarations.important(i)) {
        Frame frame = new Frame(declarations.value(i), easing);
        NavigableMap<Double, Frame> way = ways.computeIfAbsent(property, key -> new TreeMap<>());
        offsets.forEach(offset -> way.put(offset, frame));
      }
    }
  }

  Set<Property> properties() {
    return ways.keySet();
  }

  /** All places that have a frame, in rising order. */
  List<Double> offsets() {
    Set<Double> offsets = new TreeSet<>();
    ways.values().forEach(way -> offsets.addAll(way.keySet()));
    return new ArrayList<>(offsets);
  }

  /** Where values come from that are not in the frames themselves. */
  interface Values {
    /** The property's value without this animation. */
    String base(Property property);

    /** A frame's value with its variables in place. */
    String computed(String written);
  }

  /** The value of a property at some progress, 0 to 1. */
  String at(Property property, double progress, Easing easing, Values values) {
    NavigableMap<Double, Frame> way = ways.getOrDefault(property, new TreeMap<>());
    Map.Entry<Double, Frame> from = way.floorEntry(progress);
    Map.Entry<Double, Frame> to = way.higherEntry(progress);
    double start = from == null ? 0 : from.getKey();
    String first = from == null ? values.base(property) : values.computed(from.getValue().value());
    if (start >= 1) {
      return first;
    }
    double end = to == null ? 1 : to.getKey();
    String last = to == null ? values.base(property) : values.computed(to.getValue().value());
    Easing own = from == null ? null : from.getValue().easing();
    double share = (own == null ? easing : own).at((progress - start) / (end - start));
    return Interpolation.between(first, last, share);
  }
}
