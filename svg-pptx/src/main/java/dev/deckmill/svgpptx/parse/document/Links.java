package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** Where an {@code a} element leads (SVG 2 §16.2). */
public final class Links {
  private Links() {}

  public static @Nullable String of(Element a, @Nullable String outer) {
    String href = a.href();
    return href == null || href.isEmpty() ? outer : href;
  }
}
