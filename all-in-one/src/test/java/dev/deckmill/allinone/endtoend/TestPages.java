package dev.deckmill.allinone.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pages that say who they are. */
record TestPages(Path directory) {
  /** A page with {@code text} on it; some names make the converter act out a fault. */
  Path page(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), svg(text));
  }

  /** The text of such a page. */
  static String svg(String text) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720">
      <title>%1$s</title>
      <rect width="1280" height="720" fill="#fff"/>
      <text x="80" y="160" font-family="Arial" font-size="48" fill="#222">%1$s</text>
    </svg>
    """
        .formatted(text);
  }
}
