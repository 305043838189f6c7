package dev.deckmill.allinone.comparison;

/** The size of what is compared, in pixels. */
record PictureSize(int width, int height) {
  /** A slide of 16:9 at 72 pixels an inch. */
  static final PictureSize WIDE = new PictureSize(960, 540);
}
