package dev.deckmill.svgpptx.parse.box;

import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** Counts the items of a list (HTML §4.4.5). */
public final class ListNumbers {
  /** What a list of a slide may begin at (ECMA-376 §20.1.10.66). */
  private static final int MOST = 32_767;

  private int next;

  private ListNumbers(int first) {
    this.next = first;
  }

  public static ListNumbers of(Element list) {
    return new ListNumbers(number(list.attribute("start"), 1));
  }

  public int next(Element item, Display display) {
    if (display != Display.LIST_ITEM) {
      return 0;
    }
    int own = number(item.attribute("value"), next);
    next = Math.min(MOST, own + 1);
    return own;
  }

  private static int number(@Nullable String text, int fallback) {
    try {
      return text == null ? fallback : Math.clamp(Integer.parseInt(text.strip()), 1, MOST);
    } catch (NumberFormatException none) {
      return fallback;
    }
  }
}
