package dev.deckmill.svgpptx.parse.structure;

import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: {@code title} and {@code desc} of the root element (SVG 2 §5.8), else
 * the Dublin Core elements of its {@code metadata}, where Inkscape keeps a document's properties.
 */
final class PageTexts {
  /** What programs write of themselves and nobody would say about a slide. */
  private static final Pattern GENERATOR =
      Pattern.compile("(?i)(created|generated|exported|made) (with|by|using|from|in) .{1,100}");

  private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\h*\\R\\s*");

  private PageTexts() {}

  static @Nullable String title(Element root) {
    String own = Origins.text(root, Tag.TITLE);
    return own != null ? own : paragraphs(metadata(root, "dc:title"));
  }

  /** Its paragraphs, which empty lines part, a line each. */
  static @Nullable String description(Element root) {
    String own = paragraphs(root.child(Tag.DESC));
    String said = own != null ? own : paragraphs(metadata(root, "dc:description"));
    return said == null || GENERATOR.matcher(said).matches() ? null : said;
  }

  private static @Nullable String paragraphs(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    String text =
        Arrays.stream(EMPTY_LINE.split(element.text()))
            .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
            .filter(paragraph -> !paragraph.isEmpty())
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }

  /** {@code metadata/rdf:RDF/cc:Work/NAME}. */
  private static @Nullable Element metadata(Element root, String name) {
    Element rdf = named(named(root, "metadata"), "rdf:RDF");
    return named(named(rdf, "cc:Work"), name);
  }

  private static @Nullable Element named(@Nullable Element parent, String name) {
    for (Element e = parent == null ? null : parent.firstChild(); e != null; e = e.next()) {
      if (!e.isCharacters() && e.name().equals(name)) {
        return e;
      }
    }
    return null;
  }
}
