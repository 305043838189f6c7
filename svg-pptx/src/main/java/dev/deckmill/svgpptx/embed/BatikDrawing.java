package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.dml.Blip;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.batik.anim.dom.SVGDOMImplementation;
import org.apache.batik.anim.dom.SVGOMDocument;
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

  static BufferedImage draw(Blip.Drawn drawn) throws NotDrawable {
    return draw(drawn, Set.of());
  }

  /** Draws all but the filters. */
  static BufferedImage drawUnfiltered(Blip.Drawn drawn) throws NotDrawable {
    return draw(drawn, Set.of("filter"));
  }

  private static BufferedImage draw(Blip.Drawn drawn, Set<String> without) throws NotDrawable {
    Canvas canvas = new Canvas();
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) drawn.widthPixels());
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_HEIGHT, (float) drawn.heightPixels());
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, false);
    canvas.setErrorHandler(new Strict());
    try {
      TranscoderInput input = new TranscoderInput(document(drawn.svg(), without));
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

  private static Document document(String svg, Set<String> without) throws XMLStreamException {
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
          Element element =
              open.isEmpty()
                  ? document.getDocumentElement()
                  : document.createElementNS(reader.getNamespaceURI(), reader.getLocalName());
          attributes(reader, element, without);
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

  private static void attributes(XMLStreamReader reader, Element element, Set<String> without)
      throws XMLStreamException {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = reader.getAttributePrefix(i);
      String name = reader.getAttributeLocalName(i);
      if (without.contains(name)) {
        continue;
      }
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
    private @Nullable BufferedImage image;

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
