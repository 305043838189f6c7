package dev.deckmill.svgpptx.parse.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The declarations of one block, longhands only, in their order. */
final class Declarations {
  static final Declarations NONE = new Declarations();

  private final List<Property> properties = new ArrayList<>(8);
  private final List<String> values = new ArrayList<>(8);
  private final List<Boolean> important = new ArrayList<>(8);
  private final Map<String, String> custom = new HashMap<>(2);
  private boolean anyImportant;

  void add(Property property, String value, boolean isImportant) {
    properties.add(property);
    values.add(value);
    important.add(isImportant);
    anyImportant |= isImportant;
  }

  /** Sets a custom property, {@code --name}. */
  void addCustom(String name, String value) {
    custom.put(name, value);
  }

  int size() {
    return properties.size();
  }

  Property property(int i) {
    return properties.get(i);
  }

  String value(int i) {
    return values.get(i);
  }

  boolean important(int i) {
    return important.get(i);
  }

  boolean anyImportant() {
    return anyImportant;
  }

  Map<String, String> custom() {
    return custom;
  }
}
