package dev.deckmill.allinone.comparison;

/** Text in HTML. */
final class Html {
  private Html() {}

  /** For an element's content or an attribute in double quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
