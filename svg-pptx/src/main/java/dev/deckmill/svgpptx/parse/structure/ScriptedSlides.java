package dev.deckmill.svgpptx.parse.structure;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.parse.document.PageFindings;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slides that only a script would show: LibreOffice Impress writes all slides of a presentation
 * into one file, each hidden, as {@code g.Slide} within {@code g.SlideGroup}. Scripts are never
 * run, so the first is shown.
 */
final class ScriptedSlides {
  private static final String VISIBILITY = "visibility";

  private ScriptedSlides() {}

  static void show(Element root, PageFindings findings) {
    Element group = childOfClass(root, "SlideGroup");
    if (group == null) {
      return;
    }
    List<Element> slides = new ArrayList<>();
    collect(group, slides, 3);
    List<Element> hidden = slides.stream().filter(ScriptedSlides::isHidden).toList();
    if (hidden.isEmpty()) {
      return;
    }
    boolean noneIsSeen = hidden.size() == slides.size();
    if (noneIsSeen) {
      show(hidden.getFirst());
    }
    for (Element slide : noneIsSeen ? hidden.subList(1, hidden.size()) : hidden) {
      findings.warn(
          Code.UNSUPPORTED_DROPPED,
          slide,
          "A further slide of the same file, which only a script would show: left out.");
    }
  }

  private static @Nullable Element childOfClass(Element element, String name) {
    for (Element child = element.firstChild(); child != null; child = child.next()) {
      if (isOfClass(child, name)) {
        return child;
      }
    }
    return null;
  }

  /** The slides lie in groups of no meaning, which may be what is hidden. */
  private static void collect(Element group, List<Element> slides, int depth) {
    for (Element child = group.firstChild(); child != null; child = child.next()) {
      if (isOfClass(child, "Slide")) {
        slides.add(child);
      } else if (child.tag() == Tag.G && depth > 0) {
        collect(child, slides, depth - 1);
      }
    }
  }

  private static boolean isOfClass(Element element, String name) {
    return element.tag() == Tag.G && name.equals(element.attribute("class"));
  }

  private static boolean isHidden(Element slide) {
    return around(slide).stream().anyMatch(ScriptedSlides::hides);
  }

  private static void show(Element slide) {
    around(slide).stream()
        .filter(ScriptedSlides::hides)
        .forEach(e -> e.freeze(VISIBILITY, "visible"));
  }

  private static boolean hides(Element element) {
    return "hidden".equals(element.attribute(VISIBILITY));
  }

  /** The slide and what is around it in its group. */
  private static List<Element> around(Element slide) {
    List<Element> around = new ArrayList<>();
    for (Element e = slide; e != null && !isOfClass(e, "SlideGroup"); e = e.parent()) {
      around.add(e);
    }
    return around;
  }
}
