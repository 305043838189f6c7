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

  /**
   * The child of a {@code switch} that is drawn: the first whose conditions hold; or null. Browsers
   * show a {@code foreignObject}; here what comes after it, the author's fallback, is.
   */
  public static @Nullable Element choice(Element element) {
    for (Element child = element.firstChild(); child != null; child = child.next()) {
      if (child.tag().rendered() != null && hold(child)) {
        return child;
      }
    }
    return null;
  }
}
