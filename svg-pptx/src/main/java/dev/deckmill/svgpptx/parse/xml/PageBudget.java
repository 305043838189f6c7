package dev.deckmill.svgpptx.parse.xml;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.PageRejected.Code;
import dev.deckmill.svgpptx.SlideOptions.Limits;

/** What a page has used of what it may use; pages nested in it draw on the same budget. */
public final class PageBudget {
  /** Each may cost what a whole one costs. */
  private static final int MOST_BROKEN_FONTS = 16;

  /** A small file may map every character there is: what a font takes is not said by its length. */
  private static final int MOST_FONTS = 64;

  private final Limits limits;
  private int elements;
  private int textChars;
  private int pathCommands;
  private int instances;
  private long imagePixels;
  private long fontBytes;
  private int fonts;
  private int brokenFonts;

  public PageBudget(Limits limits) {
    this.limits = limits;
  }

  public Limits limits() {
    return limits;
  }

  /** Counts an element of the document at a depth; the root's is 1. */
  public void element(int depth) throws PageRejected {
    if (depth > limits.depth()) {
      throw over(Code.LIMIT_DEPTH, "elements nest deeper than", limits.depth());
    }
    if (++elements > limits.elements()) {
      throw over(Code.LIMIT_ELEMENTS, "the page has more elements than", limits.elements());
    }
  }

  /** Counts characters of text. */
  public void text(int chars) throws PageRejected {
    textChars += chars;
    if (textChars > limits.textChars() || textChars < 0) {
      throw over(Code.LIMIT_TEXT, "the page has more characters of text than", limits.textChars());
    }
  }

  /** How many bytes of fonts, unpacked, the page may still bring along. */
  public long fontBytesLeft() {
    return Math.max(0, 2 * limits.inflatedBytes() - fontBytes);
  }

  /** Whether it may have another font read, after those that were and those that could not be. */
  public boolean mayReadFonts() {
    return brokenFonts < MOST_BROKEN_FONTS && fonts < MOST_FONTS;
  }

  /** Counts a font that could not be read. */
  public void brokenFont() {
    brokenFonts++;
  }

  /** Counts the bytes of one font. */
  public void font(int bytes) {
    fontBytes += bytes;
    fonts++;
  }

  /** Counts the commands of one path. */
  public void path(int commands) throws PageRejected {
    if (commands > limits.pathCommands()) {
      throw over(Code.LIMIT_PATH, "a path has more commands than", limits.pathCommands());
    }
    pathCommands += commands;
    if (pathCommands > limits.pagePathCommands() || pathCommands < 0) {
      throw over(
          Code.LIMIT_PATH,
          "the page's paths, with all uses of them, have more commands than",
          limits.pagePathCommands());
    }
  }

  /** Counts a node that a {@code use}, a marker or a pattern repeats, at a depth of expansion. */
  public void instance(int depth) throws PageRejected {
    int most = 2 * limits.depth();
    if (depth > most) {
      throw over(Code.LIMIT_DEPTH, "elements with their uses nest deeper than", most);
    }
    if (++instances > limits.instances()) {
      throw over(
          Code.LIMIT_USE_EXPANSION,
          "use, marker and pattern elements expand to more elements than",
          limits.instances());
    }
  }

  /** Counts the pixels of an image. */
  public void image(long pixels) throws PageRejected {
    if (pixels > limits.imagePixels()) {
      throw over(Code.LIMIT_RASTER, "an image has more pixels than", limits.imagePixels());
    }
    imagePixels += pixels;
    if (imagePixels > limits.pageImagePixels()) {
      throw over(
          Code.LIMIT_RASTER, "the page's images have more pixels than", limits.pageImagePixels());
    }
  }

  private static PageRejected over(Code code, String what, long limit) {
    return new PageRejected(
        code, "The page is too large: " + what + " " + limit + ". Simplify or split it.");
  }
}
