package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.parse.css.CssFindings;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** Takes down what the cascade leaves out. */
record StyleFindings(PageFindings findings) implements CssFindings {
  @Override
  public void leftOut(@Nullable Element where, String problem) {
    String place = where == null ? "In a style element, " : "In an element's own style, ";
    findings.warn(Code.CSS_ERROR, where, place + problem + ".");
  }

  @Override
  public void stoodStill(Element element, String shown) {
    findings.warn(
        Code.ANIMATION_STATIC,
        element,
        "A style sheet's animation is not played: drawn " + shown + ".");
  }
}
