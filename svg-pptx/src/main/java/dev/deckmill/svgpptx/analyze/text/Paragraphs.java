package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.TextRun;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.font.LineBox;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Puts lines that follow each other at one distance into one box, a paragraph each, with exactly
 * that distance. SVG has no paragraphs: what was one arrives as {@code tspan}s or {@code text}s.
 */
public final class Paragraphs {
  /** Lines closer or further apart than this many sizes are no paragraph. */
  private static final double CLOSEST = 1;

  private static final double FURTHEST = 1.8;

  /** How far a line may lie from where its box would put it. */
  private static final double TOLERANCE = Emu.ofPixels(0.3);

  /** What drawing programs call an element that nobody named. */
  private static final Pattern MADE_UP = Pattern.compile("(text|tspan|path|t)?[-_]?\\d[-\\d]*");

  private Paragraphs() {}

  /** The items with the lines among them in common boxes, in their order. */
  public static List<Item> together(List<Item> items) {
    if (items.size() < 2) {
      return items;
    }
    List<Item> out = new ArrayList<>(items.size());
    List<Item.TextBox> open = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.TextBox words && goesOn(open, words)) {
        open.add(words);
      } else {
        close(open, out);
        if (item instanceof Item.TextBox words && isPlain(words)) {
          open.add(words);
        } else {
          out.add(item);
        }
      }
    }
    close(open, out);
    return out;
  }

  static boolean isPlain(Item.TextBox words) {
    Origin origin = words.origin();
    return words.lines().size() == 1
        && words.place().degrees() == 0
        && words.decision().keepsForm()
        && origin.label() == null
        && origin.title() == null
        && origin.description() == null
        && areSolid(words.words());
  }

  private static boolean areSolid(List<TextRun> words) {
    for (TextRun word : words) {
      if (!(word.fill().paint() instanceof Paint.Solid)) {
        return false;
      }
    }
    return true;
  }

  private static boolean goesOn(List<Item.TextBox> open, Item.TextBox next) {
    if (open.isEmpty() || !isPlain(next)) {
      return false;
    }
    Item.TextBox last = open.getLast();
    double pitch = baseline(next) - baseline(last);
    double size = last.words().getFirst().size();
    boolean sameElement = last.origin().equals(next.origin());
    boolean nameless = isMadeUp(next.origin()) && isMadeUp(last.origin());
    return (sameElement || nameless)
        && pitch >= CLOSEST * size
        && pitch <= FURTHEST * size
        && (open.size() == 1 || Math.abs(pitch - pitch(open)) < TOLERANCE)
        && last.align() == next.align()
        && last.rightToLeft() == next.rightToLeft()
        && last.line().equals(next.line())
        && last.effects().equals(next.effects())
        && Math.abs(anchor(last) - anchor(next)) < TOLERANCE
        && isAlike(last.words().getFirst(), next.words().getFirst());
  }

  /** Whether nobody named the element: without an id, or with one that a program counted. */
  static boolean isMadeUp(Origin origin) {
    return origin.id() == null || MADE_UP.matcher(origin.id()).matches();
  }

  private static boolean isAlike(TextRun a, TextRun b) {
    return a.size() == b.size()
        && a.latin().equals(b.latin())
        && a.bold() == b.bold()
        && a.italic() == b.italic()
        && a.fill().paint().equals(b.fill().paint())
        && Objects.equals(a.link(), b.link());
  }

  private static double pitch(List<Item.TextBox> lines) {
    return (baseline(lines.getLast()) - baseline(lines.getFirst())) / (lines.size() - 1);
  }

  private static double baseline(Item.TextBox words) {
    return words.place().y() + words.line().ascent();
  }

  private static double anchor(Item.TextBox words) {
    Place place = words.place();
    return switch (words.align()) {
      case START -> place.x();
      case MIDDLE -> place.centerX();
      case END -> place.x() + place.width();
    };
  }

  private static void close(List<Item.TextBox> open, List<Item> out) {
    if (open.size() < 2) {
      out.addAll(open);
    } else {
      out.add(box(open));
    }
    open.clear();
  }

  /** On the first line's element, for what concerns any. */
  private static Decision decision(List<Item.TextBox> lines) {
    Decision decision = lines.getFirst().decision();
    for (Item.TextBox line : lines) {
      decision = decision.and(line.decision());
    }
    return decision;
  }

  private static Item.TextBox box(List<Item.TextBox> lines) {
    Item.TextBox first = lines.getFirst();
    double pitch = pitch(lines);
    LineBox line = first.line().exactly(pitch);
    double width = 0;
    List<List<TextRun>> words = new ArrayList<>();
    for (Item.TextBox one : lines) {
      width = Math.max(width, one.place().width());
      words.add(one.words());
    }
    double x =
        switch (first.align()) {
          case START -> first.place().x();
          case MIDDLE -> first.place().centerX() - width / 2;
          case END -> first.place().x() + first.place().width() - width;
        };
    return new Item.TextBox(
        first.origin(),
        decision(lines),
        new Place(x, baseline(first) - line.ascent(), width, pitch * lines.size(), 0),
        first.align(),
        first.rightToLeft(),
        line,
        pitch,
        words,
        first.upright(),
        first.effects(),
        first.shinesAsBox());
  }
}
