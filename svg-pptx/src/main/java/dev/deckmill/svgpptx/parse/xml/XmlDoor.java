package dev.deckmill.svgpptx.parse.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.PageRejected.Code;
import dev.deckmill.svgpptx.SlideOptions.Limits;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The only place that reads XML of users: pages, and SVG images nested in them. Thread-safe.
 *
 * <p>Woodstox runs without any support for document type declarations, so it never resolves
 * anything. The internal subset is read by {@link EntityDeclarations}, and its general entities are
 * handed back as plain replacement text within counted limits. Namespaces are resolved by {@link
 * Namespaces}, because a forgotten {@code xmlns:xlink} is no reason to refuse a page.
 */
public final class XmlDoor {
  /** Work that one byte of allowed entity size may cause at most. */
  private static final long ENTITY_WORK = 16;

  private static final int MOST_ATTRIBUTES = 1_000;
  private static final int MOST_ENTITY_DEPTH = 32;

  private final Limits limits;
  private final XMLInputFactory2 factory;

  public XmlDoor(Limits limits) {
    this.limits = limits;
    this.factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth() + 1);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, MOST_ENTITY_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, limits.entityExpansions());
    // data: images are attributes, so an attribute may be as long as a page
    factory.setProperty(
        WstxInputProperties.P_MAX_ATTRIBUTE_SIZE,
        (int) Math.min(Integer.MAX_VALUE - 8, limits.inflatedBytes() + limits.entityBytes()));
  }

  /** Reads a document, plain or gzip, with its counts on {@code budget}. */
  public XmlDocument read(byte[] bytes, PageBudget budget) throws PageRejected {
    byte[] plain = Gzip.isGzip(bytes) ? Gzip.inflate(bytes, limits.inflatedBytes()) : bytes;
    if (plain.length > limits.inflatedBytes()) {
      throw new PageRejected(
          Code.LIMIT_PAGE_BYTES,
          "The page has more than " + limits.inflatedBytes() + " bytes. Simplify or split it.");
    }
    int start = firstByte(plain);
    if (start == plain.length) {
      throw new PageRejected(Code.XML_MALFORMED, "The page is empty. Send an SVG document.");
    }
    TreeBuilder tree = new TreeBuilder(budget, plain.length + (long) limits.entityBytes());
    try {
      XMLStreamReader2 reader =
          (XMLStreamReader2)
              factory.createXMLStreamReader(
                  new ByteArrayInputStream(plain, start, plain.length - start));
      readAll(reader, tree);
      reader.close();
    } catch (XMLStreamException broken) {
      throw rejection(broken);
    }
    return tree.document();
  }

  /**
   * Editors and templates leave blank lines before the XML declaration; browsers' users don't see.
   */
  private static int firstByte(byte[] bytes) {
    int start = 0;
    while (start < bytes.length
        && (bytes[start] == ' ' || (bytes[start] >= 9 && bytes[start] <= 13))) {
      start++;
    }
    return start;
  }

  private void readAll(XMLStreamReader2 reader, TreeBuilder tree)
      throws XMLStreamException, PageRejected {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> tree.start(reader);
        case XMLStreamConstants.END_ELEMENT -> tree.end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            tree.characters(
                reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            tree.processingInstruction(reader.getPITarget());
        case XMLStreamConstants.DTD -> declareEntities(reader);
        default -> {
          // comments and white space outside the root: nothing to keep
        }
      }
    }
  }

  private void declareEntities(XMLStreamReader2 reader) throws XMLStreamException, PageRejected {
    String subset = reader.getText();
    if (subset == null || subset.isEmpty()) {
      return;
    }
    Map<String, String> entities = EntityDeclarations.read(subset);
    long longest = 1;
    for (String replacement : entities.values()) {
      longest = Math.max(longest, replacement.length());
    }
    long count = Math.min(limits.entityExpansions(), ENTITY_WORK * limits.entityBytes() / longest);
    reader.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, (int) count);
    reader.setProperty(WstxInputProperties.P_CUSTOM_INTERNAL_ENTITIES, entities);
  }

  private static PageRejected rejection(XMLStreamException broken) {
    String at = at(broken.getLocation());
    if (broken instanceof WstxIOException) {
      return new PageRejected(
          Code.XML_ENCODING,
          "The page's bytes don't fit its encoding" + at + ". Save it as UTF-8.");
    }
    String message = String.valueOf(broken.getMessage());
    // Woodstox has no type for this: "Maximum entity expansion count limit (10000) exceeded"
    if (message.contains(" limit (") && message.contains(") exceeded")) {
      return message.startsWith("Maximum Element Depth")
          ? new PageRejected(
              Code.LIMIT_DEPTH, "The page's elements nest too deep" + at + ". Flatten its groups.")
          : new PageRejected(
              Code.XML_LIMIT,
              "The page expands to more entities or attributes than are allowed"
                  + at
                  + ". Save it without entities.");
    }
    if (broken instanceof WstxEOFException) {
      return new PageRejected(
          Code.XML_MALFORMED,
          "The page is not well-formed XML: it ends in the middle" + at + ". Send it whole.");
    }
    return new PageRejected(
        Code.XML_MALFORMED,
        "The page is not well-formed XML"
            + at
            + ": a tag, a quote, a character or an entity is not as XML wants it. Mend it there.");
  }

  private static String at(Location location) {
    return location == null || location.getLineNumber() < 1
        ? ""
        : " at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
  }
}
