package dev.deckmill.api.web.trace;

/** Writes HTML in which text and values can't be anything but text and values. */
final class Html {
  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Html close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** A whole element with nothing but text in it. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.append((char) c);
              }
            });
    return safe.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
