package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.plan.TextRun;
import java.util.ArrayList;
import java.util.List;

/**
 * LibreOffice sets a fifth of the line's height between East Asian and other letters (paragraph
 * option "Apply spacing between Asian and non-Asian text": on by default, and DrawingML can't turn
 * it off; measured with 7.4). SVG has no such gap, so the characters before it are set closer.
 *
 * <p>LibreOffice spaces between the characters of a run, not after its last one. Where a space
 * stands at the border the letter before it gives all: only the space moves, which nobody sees.
 * Else the letters share it as far as that is not seen; the rest waits for the next space.
 */
final class ScriptGaps {
  /** Its line is 1.2 sizes high. */
  private static final double GAP = 1.2 / 5;

  /** How much closer letters may stand, in sizes, before they look crowded. */
  private static final double UNSEEN = 0.035;

  private final List<TextRun> closed = new ArrayList<>();
  private double owed;

  private ScriptGaps() {}

  /** Characters that LibreOffice shows with the same typeface: the East Asian one or the other. */
  private record Piece(TextRun word, boolean wide) {}

  /** The words of one line, set so that they come out where they were meant to be. */
  static List<TextRun> closed(List<TextRun> words) {
    List<Piece> pieces = new ArrayList<>();
    for (TextRun word : words) {
      cut(word, !pieces.isEmpty() && pieces.getLast().wide(), pieces);
    }
    if (pieces.stream().noneMatch(Piece::wide)) {
      return words;
    }
    ScriptGaps gaps = new ScriptGaps();
    for (int i = 0; i < pieces.size(); i++) {
      boolean last = i == pieces.size() - 1;
      gaps.add(pieces.get(i).word(), !last && pieces.get(i).wide() != pieces.get(i + 1).wide());
    }
    return gaps.closed;
  }

  /** Cuts a word where LibreOffice sees another kind of script begin. */
  private static void cut(TextRun word, boolean before, List<Piece> pieces) {
    String text = word.text();
    boolean wide = before;
    int start = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      boolean here = Scripts.isWideInLibreOffice(text.codePointAt(i), wide);
      if (i > start && here != wide) {
        pieces.add(new Piece(word.part(text.substring(start, i), word.spacing()), wide));
        start = i;
      }
      wide = here;
    }
    pieces.add(new Piece(word.part(text.substring(start), word.spacing()), wide));
  }

  private void add(TextRun word, boolean gapFollows) {
    String text = word.text();
    int space = text.indexOf(' ', 1);
    if (owed > 0 && space > 0 && space < text.length() - 1) {
      int letter = text.offsetByCodePoints(space, -1);
      put(word, 0, letter, 0);
      put(word, letter, space + 1, owed);
      owed = 0;
      add(word.part(text.substring(space + 1), word.spacing()), gapFollows);
      return;
    }
    owed += gapFollows ? GAP * word.size() : 0;
    int letters = text.codePointCount(0, text.length());
    if (!gapFollows || letters < 2) {
      put(word, 0, text.length(), 0);
    } else if (text.endsWith(" ")) {
      int letter = text.offsetByCodePoints(text.length(), -2);
      put(word, 0, letter, 0);
      put(word, letter, text.length(), owed);
      owed = 0;
    } else {
      double each = Math.min(owed / (letters - 1), UNSEEN * word.size());
      put(word, 0, text.length(), each);
      owed -= each * (letters - 1);
    }
  }

  private void put(TextRun word, int from, int to, double closer) {
    if (to > from) {
      closed.add(word.part(word.text().substring(from, to), word.spacing() - closer));
    }
  }
}
