package dev.deckmill.allinone.docs;

import java.util.Locale;

/**
 * Something that can be set.
 *
 * @param module whose it is
 * @param name as Quarkus spells it, such as {@code deckmill.drive.root-url}
 * @param fallback what holds when it is not set, or an empty text
 * @param sentence what it means
 */
record ConfigurationKey(String module, String name, String fallback, String sentence) {
  /**
   * As an environment variable (MicroProfile Config 3.1, "Environment Variables Mapping Rules").
   */
  String variable() {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** As a row of a table in Markdown. */
  String row() {
    String shown = fallback.isEmpty() ? "" : "`" + fallback + "`";
    return "| `%s` | %s | %s |".formatted(name, shown, sentence.replace("|", "\\|"));
  }
}
