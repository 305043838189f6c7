package dev.deckmill.svgpptx.parse.box;

import dev.deckmill.svgpptx.parse.css.Property;

/** A side of a box, and the properties it has. */
public enum Side {
  TOP(
      Property.MARGIN_TOP,
      Property.PADDING_TOP,
      Property.BORDER_TOP_WIDTH,
      Property.BORDER_TOP_STYLE,
      Property.BORDER_TOP_COLOR),
  RIGHT(
      Property.MARGIN_RIGHT,
      Property.PADDING_RIGHT,
      Property.BORDER_RIGHT_WIDTH,
      Property.BORDER_RIGHT_STYLE,
      Property.BORDER_RIGHT_COLOR),
  BOTTOM(
      Property.MARGIN_BOTTOM,
      Property.PADDING_BOTTOM,
      Property.BORDER_BOTTOM_WIDTH,
      Property.BORDER_BOTTOM_STYLE,
      Property.BORDER_BOTTOM_COLOR),
  LEFT(
      Property.MARGIN_LEFT,
      Property.PADDING_LEFT,
      Property.BORDER_LEFT_WIDTH,
      Property.BORDER_LEFT_STYLE,
      Property.BORDER_LEFT_COLOR);

  public final Property margin;
  public final Property padding;
  public final Property borderWidth;
  public final Property borderStyle;
  public final Property borderColor;

  Side(
      Property margin,
      Property padding,
      Property borderWidth,
      Property borderStyle,
      Property borderColor) {
    this.margin = margin;
    this.padding = padding;
    this.borderWidth = borderWidth;
    this.borderStyle = borderStyle;
    this.borderColor = borderColor;
  }

  /** Whether it goes from left to right. */
  public boolean isAcross() {
    return this == TOP || this == BOTTOM;
  }
}
