package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.TextAlign;
import dev.deckmill.svgpptx.analyze.plan.TextRun;
import dev.deckmill.svgpptx.analyze.plan.Underline;
import dev.deckmill.svgpptx.dml.Strike;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts pieces of one line that stand beside each other into one box, so that a sentence is one text
 * again: many programs write an element for each word, or a position for each letter. Only pieces
 * of one look, whose gaps are about a space or next to nothing.
 *
 * <p>Every piece begins where it stood: what a gap differs from a space, or from nothing, is
 * spacing of the space or of the letters. Lengths are EMU.
 */
public final class LinePieces {
  /** Which gaps are a space, in spaces; between numbers, which stand in columns, only its own. */
  private static final double NARROWEST = 0.6;

  private static final double WIDEST = 1.8;
  private static final double WIDEST_OF_NUMBERS = 1.1;

  /** Letters no further apart than this belong to one word, in sizes. */
  private static final double KERNED = 0.12;

  /** What is not seen, in sizes. */
  private static final double TOLERANCE = 0.02;

  /** Nobody's line has more characters. */
  private static final int LONGEST = 2_000;

  private final List<Item> out;

  private final List<Item.TextBox> open = new ArrayList<>();
  private List<TextRun> words = new ArrayList<>();
  private int characters;

  /** Where the last character that was taken ends, without the spacing behind it. */
  private double end;

  private LinePieces(int size) {
    this.out = new ArrayList<>(size);
  }

  /** The items with the pieces of lines among them in common boxes, in their order. */
  public static List<Item> together(List<Item> items) {
    if (items.size() < 2) {
      return items;
    }
    LinePieces pieces = new LinePieces(items.size());
    for (Item item : items) {
      pieces.take(item);
    }
    pieces.close();
    return pieces.out.size() == items.size() ? items : pieces.out;
  }

  private void take(Item item) {
    if (!(item instanceof Item.TextBox piece) || !isPiece(piece)) {
      close();
      out.add(item);
      return;
    }
    if (open.isEmpty() || !isBeside(open.getLast(), piece) || !joins(piece)) {
      close();
      words = new ArrayList<>(piece.words());
      characters = 0;
      end = piece.place().x() + piece.place().width() - words.getLast().spacing();
    }
    open.add(piece);
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    if (open.size() == 1) {
      out.add(open.getFirst());
    } else {
      Item.TextBox first = open.getFirst();
      Decision decision = first.decision();
      for (Item.TextBox piece : open) {
        decision = decision.and(piece.decision());
      }
      Place place = first.place();
      double width = end + words.getLast().spacing() - place.x();
      Place whole = new Place(place.x(), place.y(), width, place.height(), 0);
      out.add(first.decided(decision).holding(words, whole));
    }
    open.clear();
  }

  private static boolean isPiece(Item.TextBox piece) {
    return piece.align() == TextAlign.START
        && !piece.rightToLeft()
        && !piece.upright()
        && Paragraphs.isPlain(piece)
        && areJoinable(piece.words());
  }

  private static boolean areJoinable(List<TextRun> words) {
    for (TextRun word : words) {
      if (!isJoinable(word)) {
        return false;
      }
    }
    return true;
  }

  /** A line below or through text would go through the gap. */
  private static boolean isJoinable(TextRun word) {
    return word.underline().equals(Underline.NONE)
        && word.strike() == Strike.NONE
        && word.raise() == 0
        && !Scripts.isJoined(word.text());
  }

  private boolean isBeside(Item.TextBox before, Item.TextBox piece) {
    double size = piece.words().getFirst().size();
    boolean sameElement = before.origin().equals(piece.origin());
    boolean nameless = Paragraphs.isMadeUp(before.origin()) && Paragraphs.isMadeUp(piece.origin());
    return (sameElement || nameless)
        && Math.abs(before.place().y() - piece.place().y()) <= TOLERANCE * size
        && before.line().equals(piece.line())
        && before.effects().equals(piece.effects())
        && words.getLast().looksLike(piece.words().getFirst())
        && characters < LONGEST;
  }

  /** Takes the piece, if its gap is one of those. */
  private boolean joins(Item.TextBox piece) {
    TextRun left = words.getLast();
    TextRun right = piece.words().getFirst();
    double gap = piece.place().x() - end;
    boolean spaced = left.text().endsWith(" ") || right.text().startsWith(" ");
    if (spaced) {
      if (Math.abs(gap - left.spacing()) > NARROWEST * left.space()) {
        return false;
      }
      atSpace(piece, gap);
      return true;
    }
    if (Math.abs(gap) <= KERNED * left.size()
        || (left.spacing() != 0 && Math.abs(gap - left.spacing()) <= TOLERANCE * left.size())) {
      letters(piece, gap);
      return true;
    }
    boolean numbers = isNumber(left.text()) && isNumber(right.text());
    double widest = numbers ? WIDEST_OF_NUMBERS : WIDEST;
    double own = gap - 2 * left.spacing();
    boolean isSpace = own >= NARROWEST * left.space() && own <= widest * left.space();
    if (isSpace) {
      space(piece, gap);
    }
    return isSpace;
  }

  private static boolean isNumber(String text) {
    return text.codePoints().noneMatch(Character::isLetter);
  }

  /** Between them a space stood that nobody wrote. */
  private void space(Item.TextBox piece, double gap) {
    TextRun left = words.removeLast();
    words.add(left.part(left.text() + " ", left.spacing()));
    end += left.spacing() + left.space();
    atSpace(piece, gap - left.spacing() - left.space());
  }

  /** One of them has the space. */
  private void atSpace(Item.TextBox piece, double gap) {
    TextRun left = words.getLast();
    double off = gap - left.spacing();
    boolean seen = Math.abs(off) > TOLERANCE * left.size();
    if (seen && left.text().endsWith(" ")) {
      widenSpace(off);
    }
    boolean corrected = seen && left.text().endsWith(" ");
    append(piece, corrected ? piece.place().x() : end + left.spacing(), false);
  }

  /** The space at the end of the line so far, wider by so much. */
  private void widenSpace(double by) {
    TextRun left = words.removeLast();
    String text = left.text();
    int space = text.length() - 1;
    if (space > 0) {
      words.add(left.part(text.substring(0, space), left.spacing()));
    }
    words.add(left.part(text.substring(space), left.spacing() + by));
  }

  /** Letters of one word, with what stands between them as their spacing. */
  private void letters(Item.TextBox piece, double gap) {
    TextRun left = words.getLast();
    TextRun right = piece.words().getFirst();
    double tolerance = TOLERANCE * left.size();
    boolean one = left.text().codePointCount(0, left.text().length()) == 1;
    boolean next = right.text().codePointCount(0, right.text().length()) == 1;
    boolean small = Math.abs(gap) <= tolerance;
    double spacing = one && next ? (small ? 0 : gap) : left.spacing();
    boolean even = Math.abs(gap - spacing) <= tolerance;
    if (even && (next || Math.abs(right.spacing() - spacing) <= 1)) {
      words.set(words.size() - 1, left.part(left.text(), spacing));
      append(piece, end + spacing, next);
      return;
    }
    words.removeLast();
    int cut = left.text().offsetByCodePoints(left.text().length(), -1);
    if (cut > 0) {
      words.add(left.part(left.text().substring(0, cut), left.spacing()));
    }
    words.add(left.part(left.text().substring(cut), gap));
    append(piece, piece.place().x(), false);
  }

  /**
   * @param begin where its first character will stand
   * @param inRun whether that takes the spacing of the run before
   */
  private void append(Item.TextBox piece, double begin, boolean inRun) {
    TextRun left = words.getLast();
    TextRun right = piece.words().getFirst();
    if (inRun || Math.abs(left.spacing() - right.spacing()) <= 1) {
      words.set(words.size() - 1, left.part(left.text() + right.text(), left.spacing()));
    } else {
      words.add(right);
    }
    words.addAll(piece.words().subList(1, piece.words().size()));
    characters += right.text().length();
    end = begin + piece.place().width() - piece.words().getLast().spacing();
  }
}
