package dev.deckmill.svgpptx.raster;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;

/** The filters that a picture is drawn without, each counted once, and why. */
final class LeftOutFilters {
  private final Set<Object> filters = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> causes = new TreeSet<>();

  void add(FilteredPicture filter, String cause) {
    filters.add(filter);
    causes.add(cause);
  }

  boolean isEmpty() {
    return filters.isEmpty();
  }

  /** A sentence about them. */
  String sentence() {
    String which = filters.size() == 1 ? "one filter" : filters.size() + " filters";
    return "Drawn without " + which + " that " + String.join(" and ", causes) + ".";
  }
}
