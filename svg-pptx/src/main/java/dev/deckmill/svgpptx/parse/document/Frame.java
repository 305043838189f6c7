package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.parse.css.Style;
import org.jspecify.annotations.Nullable;

/**
 * What an element gets from around it.
 *
 * @param style of the element that it inherits from
 * @param viewport the nearest one
 * @param context what context-fill and context-stroke stand for, or null
 * @param href of the {@code a} element around it, or null
 * @param mode what it is drawn for
 * @param depth of nesting with all uses expanded
 * @param repeated whether it is inside something that is drawn more than once
 */
public record Frame(
    Style style,
    Viewport viewport,
    @Nullable ContextPaint context,
    @Nullable String href,
    Mode mode,
    int depth,
    boolean repeated) {
  /** What percentages refer to, in user units. */
  public record Viewport(double width, double height) {}

  /** What is drawn: everything, or only outlines to clip with. */
  public enum Mode {
    PAINT,
    CLIP
  }

  /** The frame of content that is drawn on its own, as what a feImage shows. */
  public static Frame of(Style style, double width, double height) {
    return new Frame(style, new Viewport(width, height), null, null, Mode.PAINT, 0, false);
  }

  /**
   * The frame of what is drawn by reference and inherits nothing from here, as a mask's content.
   */
  public Frame ofReferenced(Style own, Mode newMode) {
    return new Frame(own, viewport, null, null, newMode, depth + 1, true);
  }

  /** The frame for the children of an element. */
  public Frame inside(Style own, Affine transform) {
    ContextPaint inner = context == null ? null : context.within(transform);
    return new Frame(own, viewport, inner, href, mode, depth + 1, repeated);
  }

  /** The frame for the paint of an element with a transform of its own. */
  public Frame within(Affine transform) {
    return context == null || transform.isIdentity()
        ? this
        : withContext(context.within(transform));
  }

  public Frame withViewport(double newWidth, double newHeight) {
    return new Frame(
        style, new Viewport(newWidth, newHeight), context, href, mode, depth, repeated);
  }

  public Frame withHref(@Nullable String newHref) {
    return new Frame(style, viewport, context, newHref, mode, depth, repeated);
  }

  public Frame withContext(@Nullable ContextPaint newContext) {
    return new Frame(style, viewport, newContext, href, mode, depth, repeated);
  }

  public Frame asRepeated() {
    return new Frame(style, viewport, context, href, mode, depth, true);
  }

  /** What horizontal percentages refer to. */
  public double width() {
    return viewport.width();
  }

  /** What vertical percentages refer to. */
  public double height() {
    return viewport.height();
  }

  /** What percentages refer to that are neither horizontal nor vertical (SVG 2 §8.9). */
  public double diagonal() {
    return Math.sqrt((width() * width() + height() * height()) / 2);
  }
}
