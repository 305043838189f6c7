package dev.deckmill.svgpptx.parse.xml;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.PageRejected.Code;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the internal subset of a document type declaration for internal general entities, which
 * Illustrator writes for its namespaces. Anything that would fetch or compute more is refused (XML
 * 1.0 §4.2).
 */
final class EntityDeclarations {
  private final String subset;
  private final Map<String, String> entities = new HashMap<>();
  private int at;

  private EntityDeclarations(String subset) {
    this.subset = subset;
  }

  static Map<String, String> read(String subset) throws PageRejected {
    EntityDeclarations declarations = new EntityDeclarations(subset);
    declarations.readAll();
    return declarations.entities;
  }

  private void readAll() throws PageRejected {
    while (at < subset.length()) {
      if (subset.startsWith("<!--", at)) {
        skipPast("-->");
      } else if (subset.startsWith("<?", at)) {
        skipPast("?>");
      } else if (subset.startsWith("<!ENTITY", at)) {
        at += "<!ENTITY".length();
        entity();
      } else if (subset.startsWith("<!", at)) {
        skipDeclaration();
      } else if (subset.charAt(at) == '%') {
        throw refused("a parameter entity");
      } else {
        at++;
      }
    }
  }

  private void entity() throws PageRejected {
    String name = word();
    if (name.startsWith("%")) {
      throw refused("a parameter entity");
    }
    skipSpace();
    char quote = at < subset.length() ? subset.charAt(at) : 0;
    if (quote != '"' && quote != '\'') {
      throw refused("an external entity");
    }
    int end = subset.indexOf(quote, at + 1);
    if (end < 0) {
      throw malformed();
    }
    // the first declaration of a name counts (XML 1.0 §4.2)
    entities.putIfAbsent(name, expandCharacters(subset.substring(at + 1, end)));
    at = end + 1;
    skipDeclaration();
  }

  /** Character references are expanded where an entity is declared (XML 1.0 §4.5). */
  private String expandCharacters(String literal) throws PageRejected {
    if (literal.indexOf('%') >= 0) {
      throw refused("a parameter entity");
    }
    int from = 0;
    int reference = literal.indexOf("&#");
    if (reference < 0) {
      return literal;
    }
    StringBuilder out = new StringBuilder(literal.length());
    while (reference >= 0) {
      int end = literal.indexOf(';', reference);
      if (end < 0) {
        throw malformed();
      }
      out.append(literal, from, reference);
      boolean hex = literal.charAt(reference + 2) == 'x';
      try {
        out.appendCodePoint(
            Integer.parseInt(literal, reference + (hex ? 3 : 2), end, hex ? 16 : 10));
      } catch (IllegalArgumentException notACharacter) {
        throw malformed();
      }
      from = end + 1;
      reference = literal.indexOf("&#", from);
    }
    return out.append(literal, from, literal.length()).toString();
  }

  private String word() {
    skipSpace();
    int start = at;
    while (at < subset.length() && subset.charAt(at) > ' ') {
      at++;
    }
    return subset.substring(start, at);
  }

  private void skipSpace() {
    while (at < subset.length() && subset.charAt(at) <= ' ') {
      at++;
    }
  }

  private void skipPast(String mark) {
    int end = subset.indexOf(mark, at);
    at = end < 0 ? subset.length() : end + mark.length();
  }

  private void skipDeclaration() {
    char quote = 0;
    while (at < subset.length()) {
      char c = subset.charAt(at++);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return;
      }
    }
  }

  private static PageRejected refused(String what) {
    return new PageRejected(
        Code.XML_DTD_EXTERNAL,
        "The page's document type declares "
            + what
            + ", which is never read. Save the page without it.");
  }

  private static PageRejected malformed() {
    return new PageRejected(
        Code.XML_MALFORMED,
        "The page is not well-formed XML: an entity in its document type is cut off. Mend it.");
  }
}
