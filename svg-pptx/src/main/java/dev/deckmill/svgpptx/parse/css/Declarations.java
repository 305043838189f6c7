package dev.deckmill.svgpptx.parse.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The declarations of one block, longhands only, in their order. */
final class Declarations {
  static final Declarations NONE = new Declarations();

  private final List<@Nullable Property> properties = new ArrayList<>(8);
  private final List<String> values = new ArrayList<>(8);
  private final List<Boolean> important = new ArrayList<>(8);
  private final Map<String, String> custom = new HashMap<>(2);
  private final Set<String> importantCustom = new HashSet<>(0);
  private List<String> lostInBoxes = List.of();

  void add(Property property, String value, boolean isImportant) {
    properties.add(property);
    values.add(value);
    important.add(isImportant);
  }

  /** A shorthand that can't be taken apart before its variables have values. */
  void addPending(String shorthand, String value, boolean isImportant) {
    properties.add(null);
    values.add(shorthand + ":" + value);
    important.add(isImportant);
  }

  /** Sets a custom property, {@code --name}. */
  void addCustom(String name, String value, boolean isImportant) {
    if (isImportant || !importantCustom.contains(name)) {
      custom.put(name, value);
    }
    if (isImportant) {
      importantCustom.add(name);
    }
  }

  /** A property that changes nothing in SVG, and would in HTML. */
  void addLostInBoxes(String property) {
    lostInBoxes = new ArrayList<>(lostInBoxes);
    lostInBoxes.add(property);
  }

  /** Properties whose effect is missing from boxes of HTML. */
  List<String> lostInBoxes() {
    return lostInBoxes;
  }

  int size() {
    return properties.size();
  }

  /** Null for a pending shorthand, whose value has its name and a colon before it. */
  @Nullable Property property(int i) {
    return properties.get(i);
  }

  String value(int i) {
    return values.get(i);
  }

  boolean important(int i) {
    return important.get(i);
  }

  Map<String, String> custom() {
    return custom;
  }

  boolean isImportant(String customName) {
    return importantCustom.contains(customName);
  }

  boolean isEmpty() {
    return properties.isEmpty() && custom.isEmpty();
  }
}
