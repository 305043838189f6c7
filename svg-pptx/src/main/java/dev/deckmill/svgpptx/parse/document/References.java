package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what elements refer to, and sees to it that nothing refers to itself. */
public final class References {
  private final Map<String, Element> ids;
  private final PageFindings findings;
  private final List<Step> open = new ArrayList<>();

  References(Map<String, Element> ids, PageFindings findings) {
    this.ids = ids;
    this.findings = findings;
  }

  /** Being inside a target because an element refers to it. */
  private record Step(Element target, Element from) {}

  private static boolean isAround(Element ancestor, Element element) {
    for (Element e = element.parent(); e != null; e = e.parent()) {
      if (e == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** The element with an id, or null without a word. */
  public @Nullable Element byId(String id) {
    return ids.get(id);
  }

  /** The element that {@code href} names; null, with a finding, where it names none of the page. */
  public @Nullable Element target(Element from, String href) {
    if (!href.startsWith("#")) {
      findings.warn(
          Code.EXTERNAL_RESOURCE_DROPPED,
          from,
          "The " + from.name() + " element refers to something outside the page; not fetched.");
      return null;
    }
    Element target = ids.get(href.substring(1));
    if (target == null) {
      missing(from);
    }
    return target;
  }

  public void missing(Element from) {
    findings.warn(
        Code.REFERENCE_MISSING,
        from,
        "The " + from.name() + " element refers to an id that is not in the page.");
  }

  /**
   * Goes into an element by reference; false, with a finding, where one is already inside it. Each
   * success is followed by {@link #leave}.
   */
  public boolean enter(Element target, Element from) {
    boolean loops = isAround(target, from);
    for (int i = open.size() - 1; i >= 0 && !loops; i--) {
      loops = open.get(i).target() == target || isAround(target, open.get(i).from());
    }
    if (loops) {
      findings.warn(
          Code.REFERENCE_CYCLE_CUT,
          from,
          "The " + from.name() + " element refers to itself, directly or not; cut there.");
      return false;
    }
    open.add(new Step(target, from));
    return true;
  }

  public void leave() {
    open.remove(open.size() - 1);
  }

  /** The id in {@code url(#id)} or {@code url("#id")}; null where the text is no such thing. */
  public static @Nullable String idOfUrl(String value) {
    if (!value.regionMatches(true, 0, "url(", 0, 4)) {
      return null;
    }
    int close = value.indexOf(')');
    String inside = value.substring(4, close < 0 ? value.length() : close).strip();
    if (inside.length() >= 2 && (inside.charAt(0) == '"' || inside.charAt(0) == '\'')) {
      inside = inside.substring(1, inside.length() - 1).strip();
    }
    int hash = inside.indexOf('#');
    return hash == 0 ? inside.substring(1) : null;
  }
}
