package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.plan.TextRun;
import dev.deckmill.svgpptx.font.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names the families that a viewer falls back to. LibreOffice finds them by itself, but shows them
 * upright and of normal weight whatever the run says; browsers slant and embolden them.
 */
final class FallbackFamilies {
  private FallbackFamilies() {}

  /** The word, cut where another family begins that is not its own. */
  static List<TextRun> named(TextRun word, Resolution fonts) {
    if (!word.bold() && !word.italic()) {
      return List.of(word);
    }
    List<TextRun> words = new ArrayList<>(1);
    String text = word.text();
    String family = null;
    int start = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      String own = fonts.fallbackFamily(text, i);
      boolean goesOn = i == start || isTied(text, i);
      if (!goesOn && !Objects.equals(own, family)) {
        add(words, word, text.substring(start, i), family);
        start = i;
      }
      family = i == start ? own : family;
      i = next;
    }
    add(words, word, text.substring(start), family);
    return words;
  }

  /**
   * Joiners and selectors belong to what is before them. So do spaces before East Asian characters:
   * {@link ScriptGaps} sets the two closer, which takes a run of both.
   */
  private static boolean isTied(String text, int index) {
    char c = text.charAt(index);
    boolean beforeWide = index + 1 < text.length() && Scripts.isWide(text.substring(index + 1));
    return (c == ' ' && beforeWide) || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f);
  }

  private static void add(List<TextRun> words, TextRun word, String text, @Nullable String family) {
    TextRun part = word.part(text, word.spacing());
    words.add(family == null ? part : part.in(family));
  }
}
