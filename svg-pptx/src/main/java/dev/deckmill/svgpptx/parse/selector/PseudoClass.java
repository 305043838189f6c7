package dev.deckmill.svgpptx.parse.selector;

import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Structural pseudo-classes (Selectors 4 §13, §14), and those of a page that nobody touches. */
final class PseudoClass {
  /** Of a page that is looked at and not touched. */
  private static final Set<String> NEVER =
      Set.of(
          "hover",
          "active",
          "focus",
          "focus-visible",
          "focus-within",
          "visited",
          "target",
          "target-within",
          "checked",
          "disabled",
          "enabled",
          "indeterminate",
          "required",
          "optional",
          "read-write",
          "placeholder-shown",
          "default",
          "valid",
          "invalid",
          "user-valid",
          "user-invalid",
          "in-range",
          "out-of-range",
          "autofill",
          "-webkit-autofill",
          "fullscreen",
          "modal",
          "popover-open",
          "open",
          "playing",
          "paused",
          "picture-in-picture",
          "past",
          "current",
          "future",
          "blank",
          "host",
          "-moz-focusring");

  private static final Set<String> ELEMENTS =
      Set.of(
          "first-line",
          "first-letter",
          "selection",
          "marker",
          "placeholder",
          "backdrop",
          "cue",
          "file-selector-button",
          "target-text",
          "spelling-error",
          "grammar-error",
          "highlight",
          "part",
          "slotted",
          "view-transition",
          "details-content");

  private final Matching matching;

  PseudoClass(Matching matching) {
    this.matching = matching;
  }

  /** One without an argument; null where it is unknown. */
  Compound.@Nullable Test simple(String name) {
    return switch (name) {
      case "root" -> element -> element.parent() == null;
      case "scope" -> element -> element.parent() == null;
      case "first-child" -> element -> Siblings.before(element) == null;
      case "last-child" -> element -> Siblings.after(element) == null;
      case "only-child" ->
          element -> Siblings.before(element) == null && Siblings.after(element) == null;
      case "first-of-type" -> element -> matching.places(element).firstOfType() == 1;
      case "last-of-type" -> element -> matching.places(element).lastOfType() == 1;
      case "only-of-type" ->
          element ->
              matching.places(element).firstOfType() == 1
                  && matching.places(element).lastOfType() == 1;
      case "empty" -> element -> element.firstChild() == null;
      case "link", "any-link" -> element -> element.name().equals("a") && element.href() != null;
      case "defined", "read-only" -> element -> true;
      default -> NEVER.contains(name) ? element -> false : null;
    };
  }

  /** A pseudo-element (Selectors 4 §3.6): none of the page's elements is one; null: unknown. */
  static Compound.@Nullable Test pseudoElement(String name) {
    if (name.equals("before") || name.equals("after")) {
      return name.equals("before") ? Generated.BEFORE : Generated.AFTER;
    }
    boolean known = name.startsWith("-webkit-") || name.startsWith("-moz-");
    return known || ELEMENTS.contains(name) ? element -> false : null;
  }

  /** One with an argument in lower case; null where it is unknown. */
  Compound.@Nullable Test functional(String name, String argument) {
    ToIntFunction<Element> position = position(name);
    if (position != null) {
      return NthTest.parse(argument, position);
    }
    return switch (name) {
      case "lang" -> element -> isInAny(element, argument);
      case "dir" -> element -> argument.equals("ltr");
      case "host", "host-context", "state", "part" -> element -> false;
      default -> null;
    };
  }

  private @Nullable ToIntFunction<Element> position(String name) {
    return switch (name) {
      case "nth-child" -> element -> matching.places(element).first();
      case "nth-last-child" -> element -> matching.places(element).last();
      case "nth-of-type" -> element -> matching.places(element).firstOfType();
      case "nth-last-of-type" -> element -> matching.places(element).lastOfType();
      default -> null;
    };
  }

  private boolean isInAny(Element element, String languages) {
    for (String language : languages.split(",", -1)) {
      if (isIn(element, CssText.unquote(language))) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(Element element, String language) {
    for (Element e = element; e != null && matching.step(); e = e.parent()) {
      String own = e.attribute("xml:lang") == null ? e.attribute("lang") : e.attribute("xml:lang");
      if (own != null) {
        return own.equalsIgnoreCase(language)
            || own.regionMatches(true, 0, language + "-", 0, language.length() + 1);
      }
    }
    return false;
  }
}
