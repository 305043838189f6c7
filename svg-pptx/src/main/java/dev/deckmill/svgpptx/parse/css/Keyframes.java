package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.animation.Easing;
import dev.deckmill.svgpptx.parse.animation.Interpolation;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code @keyframes} (CSS Animations 1 §4): for each property the values on its way. */
final class Keyframes {
  /** Of all properties together. */
  private static final long MOST_FRAMES = 20_000;

  /** To look for a value in a frame costs as much as so many characters do. */
  private static final int COST_OF_A_FRAME = 64;

  /** A value, and how it goes on from there where the frame says so. */
  record Frame(String value, @Nullable Easing easing) {}

  private final Map<Property, NavigableMap<Double, Frame>> ways = new EnumMap<>(Property.class);
  private final NavigableSet<Double> places = new TreeSet<>();
  private long characters;
  private long frames;

  /**
   * Later ones at the same place win.
   *
   * @return false where there are too many to be added
   */
  boolean add(Collection<Double> offsets, Declarations declarations) {
    frames += (long) offsets.size() * declarations.size();
    if (frames > MOST_FRAMES) {
      return false;
    }
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
        characters += (long) offsets.size() * frame.value().length();
        places.addAll(offsets);
      }
    }
    return true;
  }

  /** About how much there is to read, in characters. */
  long length() {
    return characters + (long) COST_OF_A_FRAME * places.size() * ways.size();
  }

  Set<Property> properties() {
    return ways.keySet();
  }

  /** All places that have a frame, in rising order. */
  NavigableSet<Double> offsets() {
    return places;
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
