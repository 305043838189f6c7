package dev.deckmill.svgpptx.map;

import static java.util.regex.Matcher.quoteReplacement;

import dev.deckmill.svgpptx.dml.NonVisual;
import dev.deckmill.svgpptx.ir.Origin;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the selection pane and a screen reader say of an element. */
final class Names {
  private static final int LONGEST_NAME = 200;
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{2,4})_");

  private Names() {}

  static NonVisual of(Origin origin) {
    String name = name(origin);
    return new NonVisual(
        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
        alternative(origin.title(), origin.description()),
        origin.href());
  }

  /** PowerPoint repairs shapes without a name. */
  private static String name(Origin origin) {
    if (origin.label() != null && !origin.label().isBlank()) {
      return origin.label();
    }
    if (origin.id() != null && !origin.id().isBlank()) {
      return decoded(origin.id());
    }
    return origin.title() != null && !origin.title().isBlank() ? origin.title() : origin.element();
  }

  /** Illustrator writes what may not stand in an id as {@code _x20_}. */
  private static String decoded(String id) {
    return id.contains("_x")
        ? ESCAPED.matcher(id).replaceAll(m -> quoteReplacement(character(m.group(1))))
        : id;
  }

  private static String character(String hex) {
    return Character.toString(Integer.parseInt(hex, 16));
  }

  private static @Nullable String alternative(
      @Nullable String title, @Nullable String description) {
    if (title == null) {
      return description;
    }
    return description == null ? title : title + ": " + description;
  }
}
