package dev.deckmill.svgpptx.raster;

import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.raster.filter.MemoryBudget;
import dev.deckmill.svgpptx.raster.filter.WorkBudget;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.batik.anim.dom.SVGDOMImplementation;
import org.apache.batik.anim.dom.SVGOMDocument;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.ExternalResourceSecurity;
import org.apache.batik.bridge.NoLoadExternalResourceSecurity;
import org.apache.batik.bridge.NoLoadScriptSecurity;
import org.apache.batik.bridge.ScriptSecurity;
import org.apache.batik.bridge.UserAgent;
import org.apache.batik.transcoder.ErrorHandler;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.util.ParsedURL;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Draws a plain SVG of our own writing with Batik: one document factory, one document, one use, for
 * they can't be shared between threads. The class is first loaded when the first picture is drawn.
 */
final class BatikDrawing {
  /** With a file: or empty base Batik would load any local file, with http any host. */
  private static final String DOCUMENT_URI = "http://page.invalid/";

  /** Half of what a converter's child has, for the filters that are at work at one time. */
  private static final long MOST_FILTER_BYTES = 192L << 20;

  /** For each pixel that a picture may have; beyond it masks are computed less finely. */
  private static final long MOST_MASK_WORK = 50;

  private BatikDrawing() {}

  /** The picture can't be drawn. */
  static final class NotDrawable extends Exception {
    private static final long serialVersionUID = 1L;

    NotDrawable(Throwable cause) {
      super(deepest(cause).getClass().getSimpleName(), cause);
    }

    /** Batik wraps its exceptions; the innermost says what went wrong. */
    private static Throwable deepest(Throwable cause) {
      Throwable at = cause;
      for (int i = 0; i < 8; i++) {
        Throwable inner = at instanceof TranscoderException t ? t.getException() : at.getCause();
        if (inner == null) {
          break;
        }
        at = inner;
      }
      return at;
    }
  }

  /**
   * Draws all of it but the filters that would take too much.
   *
   * @param mostPixels of what a filter is computed on
   * @param work what filters may cost; it is spent
   * @param leftOut receives those filters
   */
  static BufferedImage draw(
      Blip.Drawn drawn, long mostPixels, WorkBudget work, LeftOutFilters leftOut)
      throws NotDrawable {
    FilterLimits limits =
        new FilterLimits(
            mostPixels,
            work,
            new WorkBudget(MOST_MASK_WORK * mostPixels),
            new MemoryBudget(MOST_FILTER_BYTES),
            drawn.widthPixels() / drawn.document().region().width());
    return draw(drawn, new FilterElementBridge(drawn.document(), limits, leftOut));
  }

  /** Draws all but the filters; masks are what they are. */
  static BufferedImage drawUnfiltered(Blip.Drawn drawn, long mostPixels) throws NotDrawable {
    return draw(drawn, mostPixels, new WorkBudget(-1), new LeftOutFilters());
  }

  private static BufferedImage draw(Blip.Drawn drawn, FilterElementBridge filters)
      throws NotDrawable {
    Canvas canvas = new Canvas(filters);
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) drawn.widthPixels());
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_HEIGHT, (float) drawn.heightPixels());
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, false);
    canvas.setErrorHandler(new Strict());
    try {
      TranscoderInput input = new TranscoderInput(document(drawn.document().svg()));
      input.setURI(DOCUMENT_URI);
      canvas.transcode(input, new TranscoderOutput());
    } catch (TranscoderException | XMLStreamException | RuntimeException | StackOverflowError e) {
      // Batik reports what it can't draw with exceptions of many kinds, some of them by accident.
      throw new NotDrawable(e);
    }
    if (canvas.image == null) {
      throw new NotDrawable(new IllegalStateException("no image"));
    }
    return canvas.image;
  }

  private static Document document(String svg) throws XMLStreamException {
    SVGOMDocument document =
        (SVGOMDocument)
            SVGDOMImplementation.getDOMImplementation()
                .createDocument(SVGDOMImplementation.SVG_NAMESPACE_URI, "svg", null);
    document.setDocumentURI(DOCUMENT_URI);
    document.setParsedURL(new ParsedURL(DOCUMENT_URI));
    XMLStreamReader reader = OwnXml.reader(new StringReader(svg));
    Deque<Element> open = new ArrayDeque<>();
    for (int event = reader.next();
        event != XMLStreamConstants.END_DOCUMENT;
        event = reader.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (!open.isEmpty() && open.element().getLocalName().equals("filter")) {
            skip(reader);
            break;
          }
          Element element =
              open.isEmpty()
                  ? document.getDocumentElement()
                  : document.createElementNS(reader.getNamespaceURI(), reader.getLocalName());
          attributes(reader, element);
          if (!open.isEmpty()) {
            open.element().appendChild(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS ->
            open.element().appendChild(document.createTextNode(reader.getText()));
        default -> throw new XMLStreamException("our own SVG has elements and text only");
      }
    }
    return document;
  }

  /** Primitives come with the document; Batik knows fewer of them than we. */
  private static void skip(XMLStreamReader reader) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = reader.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private static void attributes(XMLStreamReader reader, Element element)
      throws XMLStreamException {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = reader.getAttributePrefix(i);
      String name = reader.getAttributeLocalName(i);
      element.setAttributeNS(
          reader.getAttributeNamespace(i),
          prefix == null || prefix.isEmpty() ? name : prefix + ':' + name,
          readable(reader.getAttributeValue(i)));
    }
  }

  /** Images of the formats that Batik reads. */
  private static String readable(String value) throws XMLStreamException {
    if (!value.startsWith("data:image/gif;") && !value.startsWith("data:image/webp;")) {
      return value;
    }
    try {
      byte[] file = Base64.getDecoder().decode(value.substring(value.indexOf(',') + 1));
      return "data:image/png;base64,"
          + Base64.getEncoder().encodeToString(ForeignRaster.toPng(file));
    } catch (IOException e) {
      throw new XMLStreamException(e.getMessage(), e);
    }
  }

  /** Lets errors through instead of printing them. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void error(TranscoderException e) throws TranscoderException {
      throw e;
    }

    @Override
    public void fatalError(TranscoderException e) throws TranscoderException {
      throw e;
    }

    @Override
    public void warning(TranscoderException e) {
      // What Batik only warns of it has drawn.
    }
  }

  /** Keeps the image instead of writing it, and loads nothing but data: URLs. */
  private static final class Canvas extends ImageTranscoder {
    private final FilterElementBridge filters;
    private @Nullable BufferedImage image;

    Canvas(FilterElementBridge filters) {
      this.filters = filters;
    }

    @Override
    protected BridgeContext createBridgeContext(SVGOMDocument document) {
      return new OwnFilters(userAgent, filters);
    }

    @Override
    public BufferedImage createImage(int width, int height) {
      return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    @Override
    public void writeImage(BufferedImage drawn, @Nullable TranscoderOutput output) {
      image = drawn;
    }

    @Override
    protected UserAgent createUserAgent() {
      return new Closed();
    }

    /** Batik's bridges, but for filters and masks. */
    private static final class OwnFilters extends BridgeContext {
      private final FilterElementBridge filters;

      OwnFilters(UserAgent userAgent, FilterElementBridge filters) {
        super(userAgent);
        this.filters = filters;
      }

      @Override
      public void registerSVGBridges() {
        super.registerSVGBridges();
        putBridge(filters);
        putBridge(filters.masks());
      }
    }

    /** A user agent that opens nothing. */
    private final class Closed extends SVGAbstractTranscoderUserAgent {
      @Override
      public ExternalResourceSecurity getExternalResourceSecurity(
          ParsedURL resource, @Nullable ParsedURL document) {
        return "data".equals(resource.getProtocol())
            ? () -> {}
            : new NoLoadExternalResourceSecurity();
      }

      @Override
      public void displayError(String message) {
        // The exception that follows says it.
      }

      @Override
      public void displayError(Exception e) {
        // The exception that follows says it.
      }

      @Override
      public void displayMessage(String message) {
        // There is nobody to read it.
      }

      @Override
      public void checkLoadExternalResource(ParsedURL resource, @Nullable ParsedURL document) {
        getExternalResourceSecurity(resource, document).checkLoadExternalResource();
      }

      @Override
      public ScriptSecurity getScriptSecurity(
          String type, ParsedURL script, @Nullable ParsedURL document) {
        return new NoLoadScriptSecurity(type);
      }
    }
  }
}
