package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.plan.TextRun;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code word-spacing}: slides know no other spacing than that of characters, so each space becomes
 * a run of its own.
 */
final class WordSpacing {
  private WordSpacing() {}

  /**
   * The word, or its parts.
   *
   * @param spacing added to each space, in EMU
   */
  static List<TextRun> opened(TextRun word, double spacing) {
    String text = word.text();
    if (spacing == 0 || text.indexOf(' ') < 0) {
      return List.of(word);
    }
    List<TextRun> parts = new ArrayList<>();
    int start = 0;
    for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
      if (i > start) {
        parts.add(word.part(text.substring(start, i), word.spacing()));
      }
      parts.add(word.part(" ", word.spacing() + spacing));
      start = i + 1;
    }
    if (start < text.length()) {
      parts.add(word.part(text.substring(start), word.spacing()));
    }
    return parts;
  }
}
