package dev.deckmill.svgpptx.parse.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import dev.deckmill.svgpptx.parse.xml.Element;

/** {@code pathLength} (SVG 2 §9.6.1): how long the author takes an outline to be. */
public final class AuthoredLength {
  private AuthoredLength() {}

  /** User units to one of the author's along the outline; 1 where nothing, or nonsense, is said. */
  public static double unit(Element element, Geometry geometry) {
    String written = element.attribute("pathLength");
    if (written == null) {
      return 1;
    }
    double authored = new ValueReader(written).number();
    double real = EquivalentPaths.length(EquivalentPaths.path(geometry));
    double unit = real / authored;
    return authored > 0 && unit > 0 && Double.isFinite(unit) ? unit : 1;
  }
}
