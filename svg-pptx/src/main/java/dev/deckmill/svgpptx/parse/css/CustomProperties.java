package dev.deckmill.svgpptx.parse.css;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Custom properties (CSS Variables 1 §2) and those that {@code @property} registers (CSS Properties
 * and Values 1 §3). They are computed where they are declared, not where they are used.
 */
final class CustomProperties {
  /** Properties that refer to properties that refer to others: what goes further has no value. */
  private static final int MOST_NESTING = 200;

  private final Map<String, String> initial = new HashMap<>();
  private final Set<String> notInherited = new LinkedHashSet<>();

  /**
   * Registers a property, unless its value depends on others (CSS Properties and Values 1 §2.3).
   *
   * @param initialValue or null where it has none
   */
  void register(String name, @Nullable String initialValue, boolean inherits) {
    if (initialValue != null && Variables.isIn(initialValue)) {
      return;
    }
    initial.remove(name);
    notInherited.remove(name);
    if (initialValue != null) {
      initial.put(name, initialValue);
    }
    if (!inherits) {
      notInherited.add(name);
    }
  }

  /** A substitution with the properties of an element. */
  Variables variables(Map<String, String> custom) {
    return new Variables(custom, initial);
  }

  /** An element's properties, out of its parent's and what is declared for it, the winner last. */
  Map<String, String> of(Map<String, String> parent, List<Declarations> blocks) {
    Map<String, String> declared = null;
    for (Declarations block : blocks) {
      if (!block.custom().isEmpty()) {
        declared = declared == null ? new HashMap<>() : declared;
        declare(block, declared);
      }
    }
    boolean resets = !notInherited.isEmpty() && !parent.isEmpty();
    if (declared == null && !resets) {
      return parent;
    }
    Map<String, String> inherited = parent;
    if (resets) {
      inherited = new HashMap<>(parent);
      inherited.keySet().removeAll(notInherited);
    }
    return declared == null ? inherited : new Computation(inherited, declared).all();
  }

  private static void declare(Declarations block, Map<String, String> declared) {
    for (Map.Entry<String, String> entry : block.custom().entrySet()) {
      boolean weaker =
          block.isImportant(entry.getKey())
              ? false
              : "!".equals(declared.get("!" + entry.getKey()));
      if (!weaker) {
        declared.put(entry.getKey(), entry.getValue());
        if (block.isImportant(entry.getKey())) {
          declared.put("!" + entry.getKey(), "!");
        }
      }
    }
  }

  /** The computed values of one element's properties, which may refer to each other. */
  private final class Computation {
    private final Map<String, String> inherited;
    private final Map<String, String> declared;
    private final Map<String, String> computed;
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final Set<String> cyclic = new LinkedHashSet<>();

    Computation(Map<String, String> inherited, Map<String, String> declared) {
      this.inherited = inherited;
      this.declared = declared;
      this.computed = new HashMap<>(inherited);
    }

    Map<String, String> all() {
      for (String name : declared.keySet()) {
        if (!name.startsWith("!")) {
          value(name);
        }
      }
      return computed;
    }

    /** The computed value; null where it is invalid, as all are that form a cycle (§3.1). */
    private @Nullable String value(String name) {
      String written = declared.get(name);
      if (written == null || done.contains(name)) {
        return computed.get(name);
      }
      if (open.contains(name)) {
        boolean inside = false;
        for (String each : open) {
          inside |= each.equals(name);
          if (inside) {
            cyclic.add(each);
          }
        }
        return null;
      }
      if (open.size() == MOST_NESTING) {
        return null;
      }
      open.add(name);
      String value = compute(name, written);
      open.remove(name);
      done.add(name);
      if (value == null || cyclic.contains(name)) {
        computed.remove(name);
        return null;
      }
      computed.put(name, value);
      return value;
    }

    private @Nullable String compute(String name, String written) {
      return switch (written.length() > 12 ? "" : written.toLowerCase(java.util.Locale.ROOT)) {
        case "initial" -> null;
        case "inherit", "unset", "revert", "revert-layer" -> inherited.get(name);
        default -> new Variables(this::value, initial).substitute(written);
      };
    }
  }
}
