package dev.deckmill.svgpptx.font.choice;

import dev.deckmill.svgpptx.font.family.Family.Look;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A generic family (CSS Fonts 4 §2.1). */
public enum Generic {
  SANS_SERIF,
  SERIF,
  MONOSPACE,
  CURSIVE,
  FANTASY,
  /**
   * What the viewer's system writes its menus in: another family everywhere, so a family that the
   * list names later is nearer to what the author saw.
   */
  SYSTEM,
  EMOJI;

  /** Null where the name is a real family's. */
  static @Nullable Generic of(String name) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    for (Generic generic : values()) {
      if (generic != SYSTEM && key.equals(generic.cssName())) {
        return generic;
      }
    }
    if (key.equals("ui-serif")) {
      return SERIF;
    } else if (key.equals("ui-monospace")) {
      return MONOSPACE;
    } else if (key.equals("math")) {
      return SERIF;
    }
    boolean system =
        key.equals("system-ui")
            || key.equals("ui-sans-serif")
            || key.equals("ui-rounded")
            || key.equals("-apple-system")
            || key.equals("blinkmacsystemfont");
    return system ? SYSTEM : null;
  }

  static Generic of(Look look) {
    return switch (look) {
      case SANS, SYMBOL -> SANS_SERIF;
      case SERIF -> SERIF;
      case MONO -> MONOSPACE;
      case CURSIVE -> CURSIVE;
      case FANTASY -> FANTASY;
      case EMOJI -> EMOJI;
    };
  }

  /** As CSS writes it. */
  String cssName() {
    return this == SYSTEM ? "system-ui" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
