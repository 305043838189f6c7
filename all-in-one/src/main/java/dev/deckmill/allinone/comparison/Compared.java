package dev.deckmill.allinone.comparison;

import java.nio.file.Path;
import java.util.List;

/**
 * A page and its slide, side by side.
 *
 * @param browser the browser's picture, as a path from the report's directory
 * @param slide the slide's picture, likewise
 * @param difference share of what looks different, 0 to 1
 * @param findings what was lost or changed, a line each; why there is no slide, if there is none
 */
record Compared(String page, Path browser, Path slide, double difference, List<String> findings) {
  Compared {
    findings = List.copyOf(findings);
  }
}
