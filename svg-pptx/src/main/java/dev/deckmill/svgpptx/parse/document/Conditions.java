package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.parse.value.Words;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Conditional processing (SVG 2 §5.9) for a reader of English. */
public final class Conditions {
  private static final String LANGUAGE = "en";

  private Conditions() {}

  public static boolean hold(Element element) {
    String languages = element.attribute("systemLanguage");
    if (languages != null && !speaks(languages)) {
      return false;
    }
    String extensions = element.attribute("requiredExtensions");
    return extensions == null;
  }

  private static boolean speaks(String languages) {
    for (String language : Words.of(languages.toLowerCase(Locale.ROOT))) {
      if (language.equals(LANGUAGE) || language.startsWith(LANGUAGE + "-")) {
        return true;
      }
    }
    return false;
  }

  /** The child of a {@code switch} that is drawn: the first whose conditions hold; or null. */
  public static @Nullable Element choice(Element element) {
    for (Element child = element.firstChild(); child != null; child = child.next()) {
      if (isDrawable(child) && hold(child)) {
        return child;
      }
    }
    return null;
  }

  private static boolean isDrawable(Element element) {
    return switch (element.tag()) {
      case G,
          A,
          SWITCH,
          SVG,
          USE,
          IMAGE,
          TEXT,
          RECT,
          CIRCLE,
          ELLIPSE,
          LINE,
          POLYLINE,
          POLYGON,
          PATH ->
          true;
      // a browser would show it; we show what comes after it, the author's fallback
      case FOREIGN_OBJECT -> false;
      case DEFS,
          SYMBOL,
          STYLE,
          TITLE,
          DESC,
          LINEAR_GRADIENT,
          RADIAL_GRADIENT,
          STOP,
          PATTERN,
          CLIP_PATH,
          MASK,
          FILTER,
          MARKER,
          SCRIPT,
          ANIMATION,
          TSPAN,
          TEXT_PATH,
          TREF,
          CHARACTERS,
          OTHER,
          FOREIGN ->
          false;
    };
  }
}
