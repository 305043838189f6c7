package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** Receives what the cascade leaves out, and what it makes stand still. */
public interface CssFindings {
  /**
   * Something that is not understood, or not supported.
   *
   * @param where the element with the attribute, or null for a style sheet
   * @param problem a clause without content of the page
   */
  void leftOut(@Nullable Element where, String problem);

  /**
   * An element that a style sheet moves.
   *
   * @param shown which state of it is drawn, as the end of a sentence
   */
  void stoodStill(Element element, String shown);
}
