package dev.deckmill.svgpptx.parse.xml;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.PageRejected.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Turns the reader's events into the tree, counting as it goes. */
final class TreeBuilder {
  private static final String[] NO_ATTRIBUTES = {};
  private static final Set<Tag> UNSUPPORTED = EnumSet.of(Tag.SCRIPT, Tag.ANIMATION);

  private final PageBudget budget;
  private final long mostChars;
  private final Namespaces namespaces = new Namespaces();
  private final Map<String, Element> ids = new HashMap<>();
  private final List<Element> styles = new ArrayList<>();
  private final List<Element> unsupported = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final StringBuilder pending = new StringBuilder();
  private @Nullable Element root;
  private @Nullable Element open;
  private boolean mayBeEastAsian;
  private int depth;
  private long chars;

  TreeBuilder(PageBudget budget, long mostChars) {
    this.budget = budget;
    this.mostChars = mostChars;
  }

  void start(XMLStreamReader2 reader) throws PageRejected {
    flush();
    budget.element(++depth);
    namespaces.enter();
    int count = reader.getAttributeCount();
    for (int i = 0; i < count; i++) {
      String name = reader.getAttributeLocalName(i);
      if (Namespaces.declares(name)) {
        namespaces.bind(name, reader.getAttributeValue(i));
      }
    }
    String qualified = reader.getLocalName();
    if (holdsHtml() && qualified.equals("svg")) {
      namespaces.bindForgotten();
    }
    String svgName = namespaces.svgName(qualified);
    Tag tag = tag(qualified, svgName);
    if (root == null && tag != Tag.SVG) {
      throw new PageRejected(
          Code.SVG_INVALID, "The page's root element is not svg. Send an SVG document.");
    }
    String name =
        svgName != null ? svgName : holdsHtml() ? Namespaces.localName(qualified) : qualified;
    Element element = new Element(tag, name, attributes(reader, count), open);
    if (root == null) {
      root = element;
    }
    remember(element);
    open = element;
  }

  /**
   * What is directly inside {@code foreignObject} or HTML is HTML, whatever namespace it forgot to
   * say, up to an {@code svg} element.
   */
  private Tag tag(String qualified, @Nullable String svgName) {
    if (holdsHtml() && !"svg".equals(svgName)) {
      return html(qualified, Tag.HTML);
    }
    if (svgName != null) {
      return Tag.ofSvg(svgName);
    }
    return namespaces.isHtml(qualified) ? html(qualified, Tag.FOREIGN) : Tag.FOREIGN;
  }

  /** Style sheets and scripts are such wherever they are; Highcharts writes HTML's into SVG. */
  private static Tag html(String qualified, Tag other) {
    return switch (Namespaces.localName(qualified)) {
      case "style" -> Tag.STYLE;
      case "script" -> Tag.SCRIPT;
      default -> other;
    };
  }

  private boolean holdsHtml() {
    return open != null && (open.tag() == Tag.HTML || open.tag() == Tag.FOREIGN_OBJECT);
  }

  private void remember(Element element) {
    String id = element.id();
    if (id != null && !id.isEmpty()) {
      ids.putIfAbsent(id, element);
    }
    if (element.tag() == Tag.STYLE) {
      styles.add(element);
    } else if (UNSUPPORTED.contains(element.tag())) {
      unsupported.add(element);
    }
  }

  private String[] attributes(XMLStreamReader2 reader, int count) throws PageRejected {
    if (count == 0) {
      return NO_ATTRIBUTES;
    }
    String[] attributes = new String[2 * count];
    int used = 0;
    for (int i = 0; i < count; i++) {
      String name = reader.getAttributeLocalName(i);
      String value = reader.getAttributeValue(i);
      count(value.length());
      if (!Namespaces.declares(name)) {
        attributes[used++] = namespaces.attributeName(name);
        attributes[used++] = value;
      }
    }
    return used == attributes.length ? attributes : Arrays.copyOf(attributes, used);
  }

  void end() throws PageRejected {
    flush();
    namespaces.leave();
    depth--;
    if (open != null) {
      open = open.parent();
    }
  }

  void characters(char[] buffer, int start, int length) throws PageRejected {
    count(length);
    if (open != null && (open.tag().holdsText() || isDublinCore(open))) {
      pending.append(buffer, start, length);
    }
  }

  /** In {@code metadata}: the page's title or description. */
  private static boolean isDublinCore(Element element) {
    return element.tag() == Tag.FOREIGN && element.name().startsWith("dc:");
  }

  void processingInstruction(String target) {
    if (target.equals("xml-stylesheet")) {
      remarks.add("a style sheet outside the page is never fetched");
    }
  }

  private void flush() throws PageRejected {
    if (!pending.isEmpty() && open != null) {
      if (open.tag() != Tag.STYLE) {
        budget.text(pending.length());
      }
      String text = pending.toString();
      mayBeEastAsian = mayBeEastAsian || hasHighCharacters(text);
      Element.characters(text, open);
      pending.setLength(0);
    }
  }

  private static boolean hasHighCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= XmlDocument.FIRST_EAST_ASIAN) {
        return true;
      }
    }
    return false;
  }

  /** What comes out may be longer than what went in only by what entities may add. */
  private void count(int length) throws PageRejected {
    chars += length;
    if (chars > mostChars) {
      throw new PageRejected(
          Code.XML_LIMIT, "The page's entities expand to too much. Save it without entities.");
    }
  }

  XmlDocument document() {
    if (root == null) {
      throw new IllegalStateException("a well-formed document has a root");
    }
    return new XmlDocument(root, ids, styles, unsupported, remarks, mayBeEastAsian);
  }
}
