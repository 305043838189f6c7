package dev.deckmill.svgpptx.parse.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which prefix stands for which namespace where (Namespaces in XML 1.0), lenient where people
 * forget: no namespace at all, and unbound prefixes with a well-known name, are taken for what they
 * were meant to be.
 */
final class Namespaces {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String HTML = "http://www.w3.org/1999/xhtml";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private record Binding(String prefix, String uri, int depth) {}

  private final Deque<Binding> bindings = new ArrayDeque<>();
  private int depth;

  void enter() {
    depth++;
  }

  void leave() {
    depth--;
    while (!bindings.isEmpty() && bindings.peek().depth() > depth) {
      bindings.pop();
    }
  }

  /** Takes note of an {@code xmlns} or {@code xmlns:prefix} attribute of the element entered. */
  void bind(String attribute, String uri) {
    int colon = attribute.indexOf(':');
    bindings.push(new Binding(attribute.substring(colon < 0 ? 5 : 6), uri.strip(), depth));
  }

  /** Of an {@code svg} element in HTML, which as in a web page needs no namespace of its own. */
  void bindForgotten() {
    String uri = uri("");
    if (uri != null && uri.equals(HTML)) {
      bindings.push(new Binding("", SVG, depth));
    }
  }

  static boolean declares(String attribute) {
    return attribute.startsWith("xmlns") && (attribute.length() == 5 || attribute.charAt(5) == ':');
  }

  /** The local name if the element is one of SVG, else null. */
  @Nullable String svgName(String qualified) {
    int colon = qualified.indexOf(':');
    String uri = uri(colon < 0 ? "" : qualified.substring(0, colon));
    boolean unbound = uri == null || uri.isEmpty();
    boolean svg = unbound ? colon < 0 || qualified.startsWith("svg:") : uri.equals(SVG);
    return svg ? qualified.substring(colon + 1) : null;
  }

  /** Whether the element says itself that it is one of HTML. */
  boolean isHtml(String qualified) {
    int colon = qualified.indexOf(':');
    return HTML.equals(uri(colon < 0 ? "" : qualified.substring(0, colon)));
  }

  static String localName(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }

  /** The attribute's name, with the usual prefix for XLink. */
  String attributeName(String qualified) {
    int colon = qualified.indexOf(':');
    if (colon < 0 || qualified.startsWith("xlink:") || qualified.startsWith("xml:")) {
      return qualified;
    }
    return XLINK.equals(uri(qualified.substring(0, colon)))
        ? "xlink" + qualified.substring(colon)
        : qualified;
  }

  private @Nullable String uri(String prefix) {
    for (Binding binding : bindings) {
      if (binding.prefix().equals(prefix)) {
        return binding.uri();
      }
    }
    return null;
  }
}
