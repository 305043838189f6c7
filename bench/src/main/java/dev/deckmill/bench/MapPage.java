package dev.deckmill.bench;

/** L: a map. 5,000 closed outlines, 1.9 MB, every other one in relative coordinates. */
final class MapPage {
  private static final int REGIONS = 5_000;

  /** The corners of an outline: log-normal, 17 in the middle. */
  private static final double LOG_CORNERS = 2.85;

  private static final double LOG_SPREAD = .6;

  private MapPage() {}

  static String svg(int number) {
    var draft = new Draft(3_000 + number, "Map " + number);
    draft.add("<g id='map' stroke='#fff' stroke-width='.4' stroke-linejoin='round'>\n");
    for (int i = 0; i < REGIONS; i++) {
      draft.add("<path id='p%d' fill='%s' d='", i, draft.color());
      outline(draft, i % 2 == 0);
      draft.add("'/>\n");
    }
    draft.add("</g>\n");
    return draft.finished();
  }

  private static void outline(Draft draft, boolean relative) {
    double cx = draft.between(20, Draft.WIDTH - 20);
    double cy = draft.between(20, Draft.HEIGHT - 20);
    double radius = draft.between(2, 12);
    int corners = Math.max(4, (int) Math.exp(LOG_CORNERS + LOG_SPREAD * draft.gaussian()));
    double x = 0;
    double y = 0;
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = radius * draft.between(.7, 1.3);
      double toX = cx + reach * Math.cos(angle);
      double toY = cy + reach * Math.sin(angle);
      if (relative) {
        draft.add(i == 0 ? "m%.4f,%.4f" : i == 1 ? "l%.4f,%.4f" : " %.4f,%.4f", toX - x, toY - y);
      } else {
        draft.add(i == 0 ? "M%.4f %.4f" : "L%.4f %.4f", toX, toY);
      }
      x = toX;
      y = toY;
    }
    draft.add(relative ? "z" : "Z");
  }
}
