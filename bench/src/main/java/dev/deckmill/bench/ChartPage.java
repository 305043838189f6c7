package dev.deckmill.bench;

/** M: a chart. Some 500 elements, 80 kB: a grid with turned labels, bars, lines, marks. */
final class ChartPage {
  private ChartPage() {}

  static String svg(int number) {
    var draft = new Draft(2_000 + number, "Chart " + number);
    draft.add("<style>.tick{font:12px Helvetica,Arial,sans-serif;fill:#333}");
    draft.add(".grid{stroke:#ddd;stroke-width:1}");
    draft.add(".series{fill:none;stroke-width:2.5;stroke-linejoin:round}</style>\n");
    draft.add("<rect width='1280' height='720' fill='white'/>\n");
    axes(draft);
    bars(draft);
    draft.add("<g id='lines'>\n");
    for (int series = 0; series < 8; series++) {
      line(draft);
    }
    for (int mark = 0; mark < 100; mark++) {
      sector(draft);
      spot(draft);
    }
    for (int label = 0; label < 12; label++) {
      draft.add("<text x='%.2f' y='%.2f'", draft.between(80, 1_100), draft.between(20, 50));
      draft.add(" font-size='14' font-family='Arial' font-weight='bold' fill='%s'>", draft.color());
      draft.add("%s</text>\n", draft.words(2));
    }
    draft.add("</g>\n");
    return draft.finished();
  }

  private static void axes(Draft draft) {
    draft.add("<g id='axes'>\n");
    for (int i = 0; i < 60; i++) {
      double x = 80 + i * 19.2;
      draft.add("<line class='grid' x1='%.2f' y1='60' x2='%.2f' y2='640'/>\n", x, x);
      draft.add("<text class='tick' transform='translate(%.2f 660) rotate(-45)'", x);
      draft.add(" text-anchor='end'>%s</text>\n", draft.words(1));
    }
    for (int i = 0; i < 20; i++) {
      int y = 60 + i * 29;
      draft.add("<line class='grid' x1='80' y1='%d' x2='1232' y2='%d'/>\n", y, y);
      draft.add("<text class='tick' x='70' y='%d' text-anchor='end'>", y + 4);
      draft.add("%.1f</text>\n", draft.between(0, 1_000));
    }
    draft.add("</g>\n");
  }

  private static void bars(Draft draft) {
    draft.add("<g id='bars' transform='translate(80,60)'>\n");
    for (int i = 0; i < 120; i++) {
      double height = draft.between(5, 500);
      draft.add("<rect x='%.3f' y='%.3f' width='7.6'", i * 9.6, 580 - height);
      draft.add(" height='%.3f' style='fill:%s;fill-opacity:.85'/>\n", height, draft.color());
    }
    draft.add("</g>\n");
  }

  private static void line(Draft draft) {
    draft.add("<path class='series' stroke='%s' d='", draft.color());
    double y = draft.between(100, 600);
    for (int i = 0; i < 200; i++) {
      y = Math.clamp(y + draft.between(-25, 25), 60, 640);
      draft.add("%c%.2f,%.2f", i == 0 ? 'M' : 'L', 80 + i * 5.76, y);
    }
    draft.add("'/>\n");
  }

  private static void sector(Draft draft) {
    double from = draft.between(0, 6);
    double to = from + draft.between(.1, 2);
    double radius = draft.between(4, 20);
    double x = draft.between(80, 1_232);
    double y = draft.between(60, 640);
    draft.add(
        "<path d='M%.2f,%.2fL%.2f,%.2f",
        x, y, x + radius * Math.cos(from), y + radius * Math.sin(from));
    draft.add("A%.2f,%.2f,0,0,1,", radius, radius);
    draft.add("%.2f,%.2fZ'", x + radius * Math.cos(to), y + radius * Math.sin(to));
    draft.add(" fill='%s' stroke='#fff' stroke-width='.5'/>\n", draft.color());
  }

  private static void spot(Draft draft) {
    double x = draft.between(80, 1_232);
    double y = draft.between(60, 640);
    double radius = draft.between(4, 20);
    draft.add("<path d='M%.2f,%.2fC", x, y);
    points(draft, 3, x, y, radius);
    draft.add("c");
    points(draft, 3, 0, 0, radius);
    draft.add("s");
    points(draft, 2, 0, 0, radius);
    draft.add("z' fill='%s' stroke='#fff' stroke-width='.5'/>\n", draft.color());
  }

  private static void points(Draft draft, int count, double x, double y, double reach) {
    for (int i = 0; i < count; i++) {
      draft.add(
          i == 0 ? "%.2f,%.2f" : ",%.2f,%.2f",
          x + draft.between(-reach, reach),
          y + draft.between(-reach, reach));
    }
  }
}
