package dev.deckmill.svgpptx.dml;

/**
 * How far the sides of a rectangle lie inside another, in 1000ths of a percent of its sides;
 * negative: outside ({@code CT_RelativeRect}, as in {@code a:srcRect} and {@code a:fillToRect}).
 */
public record RelativeRect(int left, int top, int right, int bottom) {
  public static final RelativeRect NONE = new RelativeRect(0, 0, 0, 0);

  public boolean isNone() {
    return equals(NONE);
  }
}
