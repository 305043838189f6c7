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
    return first(element.firstChild());
  }

  /** What would be drawn if this child were not there. */
  public static @Nullable Element choiceAfter(Element choice) {
    return first(choice.next());
  }

  private static @Nullable Element first(@Nullable Element from) {
    for (Element child = from; child != null; child = child.next()) {
      if (child.tag().rendered() != null && hold(child)) {
        return child;
      }
    }
    return null;
  }
}
