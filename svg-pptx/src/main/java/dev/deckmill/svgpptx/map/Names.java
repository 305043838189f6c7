package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.dml.NonVisual;
import dev.deckmill.svgpptx.ir.Origin;
import org.jspecify.annotations.Nullable;

/** What the selection pane and a screen reader say of an element. */
final class Names {
  private static final int LONGEST_NAME = 200;

  private Names() {}

  static NonVisual of(Origin origin) {
    String name =
        origin.label() != null
            ? origin.label()
            : origin.id() != null
                ? origin.id()
                : origin.title() != null ? origin.title() : origin.element();
    return new NonVisual(
        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
        alternative(origin.title(), origin.description()),
        origin.href());
  }

  private static @Nullable String alternative(
      @Nullable String title, @Nullable String description) {
    if (title == null) {
      return description;
    }
    return description == null ? title : title + ": " + description;
  }
}
