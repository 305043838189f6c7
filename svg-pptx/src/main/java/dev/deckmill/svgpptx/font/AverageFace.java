package dev.deckmill.svgpptx.font;

/** Rough measures of a sans-serif, for a machine without any font. */
enum AverageFace implements Face {
  INSTANCE;

  @Override
  public String family() {
    return "sans-serif";
  }

  @Override
  public double ascent() {
    return 0.93;
  }

  @Override
  public double descent() {
    return 0.24;
  }

  @Override
  public double xHeight() {
    return 0.52;
  }

  @Override
  public boolean covers(int codePoint) {
    return codePoint < 0x2000;
  }

  @Override
  public double advance(int codePoint) {
    return "iljtfrI.,;:!'|()[] ".indexOf(codePoint) >= 0
        ? 0.3
        : "mwMW@%".indexOf(codePoint) >= 0 ? 0.85 : Character.isUpperCase(codePoint) ? 0.67 : 0.55;
  }
}
