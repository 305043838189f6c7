package dev.deckmill.svgpptx.deck;

import dev.deckmill.svgpptx.embed.Bundle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of a deck (ECMA-376 §19.2.1.9): of each family and style the first that a slide brings,
 * for a deck can have no other.
 */
final class DeckFonts {
  private static final int NAME_DIGITS = 32;

  private final Map<String, Family> families = new LinkedHashMap<>();
  private final List<String> parts = new ArrayList<>();

  /** The styles of a family, by the indexes of their parts. */
  static final class Family {
    private final String typeface;
    private final Map<Style, Integer> styles = new EnumMap<>(Style.class);

    private Family(String typeface) {
      this.typeface = typeface;
    }

    String typeface() {
      return typeface;
    }

    /** The index of the style's part; null where there is none. */
    @Nullable Integer part(Style style) {
      return styles.get(style);
    }
  }

  /** In the order of the schema. */
  enum Style {
    REGULAR("regular"),
    BOLD("bold"),
    ITALIC("italic"),
    BOLD_ITALIC("boldItalic");

    private final String element;

    Style(String element) {
      this.element = element;
    }

    String element() {
      return element;
    }

    private static Style of(Bundle.Font font) {
      if (font.bold()) {
        return font.italic() ? BOLD_ITALIC : BOLD;
      }
      return font.italic() ? ITALIC : REGULAR;
    }
  }

  /**
   * Takes a font in.
   *
   * @return the name of the part that is to be written for it; null: none
   */
  @Nullable String add(Bundle.Font font) {
    Family family = families.computeIfAbsent(font.typeface(), Family::new);
    Style style = Style.of(font);
    if (family.styles.containsKey(style)) {
      return null;
    }
    String part = font.sha256().substring(0, NAME_DIGITS) + ".fntdata";
    int known = parts.indexOf(part); // one file may stand for two styles
    family.styles.put(style, known < 0 ? parts.size() : known);
    if (known >= 0) {
      return null;
    }
    parts.add(part);
    return "ppt/fonts/" + part;
  }

  /** Files in {@code ppt/fonts}, in the order of their relationships. */
  List<String> parts() {
    return parts;
  }

  Iterable<Family> families() {
    return families.values();
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }
}
