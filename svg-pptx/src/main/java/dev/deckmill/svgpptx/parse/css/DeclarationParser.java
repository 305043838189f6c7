package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The inside of a rule's braces or of a {@code style} attribute (CSS Syntax 3 §5.4.4): names and
 * values, with shorthands taken apart. What it does not know it leaves out, as browsers do.
 */
final class DeclarationParser {
  private final Values values;
  private final Consumer<String> problem;
  private final boolean quirks;
  private final Declarations out = new Declarations();

  /**
   * @param problem receives a clause for each declaration left out
   */
  DeclarationParser(Values values, Consumer<String> problem) {
    this(values, problem, false);
  }

  private DeclarationParser(Values values, Consumer<String> problem, boolean quirks) {
    this.values = values;
    this.problem = problem;
    this.quirks = quirks;
  }

  Declarations declarations() {
    return out;
  }

  /** Those of a block in a style sheet, or of an element of HTML. */
  static Declarations parse(String block, Values values, Consumer<String> problem) {
    return new DeclarationParser(values, problem).all(block);
  }

  /** Those of an element of SVG, some of whose lengths need no unit. */
  static Declarations parseStyle(String attribute, Values values, Consumer<String> problem) {
    return new DeclarationParser(values, problem, true).all(attribute);
  }

  private Declarations all(String block) {
    readAll(block.contains("/*") ? CssText.withoutComments(block) : block);
    return out;
  }

  private void readAll(String text) {
    int length = text.length();
    int at = 0;
    while (at < length) {
      int end = CssText.find(text, at, length, ';');
      read(text, at, end);
      at = end + 1;
    }
  }

  /** A declaration, or nothing, between two places. */
  void read(String text, int from, int end) {
    int colon = text.indexOf(':', from, Math.min(end, text.length()));
    if (colon >= 0) {
      declaration(text.substring(from, colon).strip(), text.substring(colon + 1, end).strip());
    } else if (!text.substring(from, Math.min(end, text.length())).isBlank()) {
      problem.accept("what should be a declaration has no colon");
    }
  }

  private void declaration(String name, String written) {
    String value = written;
    boolean important = false;
    int bang = value.lastIndexOf('!');
    if (bang >= 0 && value.substring(bang + 1).strip().equalsIgnoreCase("important")) {
      value = value.substring(0, bang).strip();
      important = true;
    }
    if (name.startsWith("--")) {
      out.addCustom(name, value, important);
      return;
    }
    Property property = Property.named(name);
    String lower = property == null ? name.toLowerCase(Locale.ROOT) : name;
    property = property == null ? Property.named(lower) : property;
    if (property != null) {
      add(property, value, important);
    } else {
      shorthand(lower, value, important);
    }
  }

  private void add(Property property, String value, boolean important) {
    String valid = values.computable(property, value);
    if (valid == null || MissingUnits.isIn(property, valid, quirks)) {
      problem.accept("the value of " + property.attributeName() + " is not understood");
    } else {
      out.add(property, valid, important);
    }
  }

  private void shorthand(String name, String value, boolean important) {
    if (!Shorthands.has(name)) {
      KnownProperties.report(name, value, problem);
      if (KnownProperties.isLostInBoxes(name, value)) {
        out.addLostInBoxes(name);
      }
    } else if (Variables.isIn(value)) {
      out.addPending(name, value, important);
    } else if (!Shorthands.expand(name, value, (p, v) -> add(p, v, important))) {
      problem.accept("the value of " + name + " is not understood");
    }
  }
}
