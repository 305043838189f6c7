package dev.deckmill.bench;

/** S: what a slide is like. Some 40 elements, 5 kB: a title bar, a dozen cards, a footer. */
final class SlidePage {
  private static final int CARDS = 12;
  private static final String CURVES = "LCQlcq";

  private SlidePage() {}

  static String svg(int number) {
    var draft = new Draft(1_000 + number, "Slide " + number);
    draft.add("<defs><linearGradient id='bar' x2='1' y2='1'>");
    draft.add("<stop stop-color='%s'/>", draft.color());
    draft.add("<stop offset='1' stop-color='%s' stop-opacity='.8'/>", draft.color());
    draft.add("</linearGradient><style>.h{font:bold 36px Arial,sans-serif;fill:#222}");
    draft.add(".b{font-family:Arial,sans-serif;font-size:18px;fill:#444}</style></defs>\n");
    draft.add("<rect width='1280' height='720' fill='#fff'/>\n");
    draft.add("<rect width='1280' height='96' fill='url(#bar)'/>\n");
    draft.add("<text class='h' x='48' y='62'>%s</text>\n", draft.words(5));
    for (int card = 0; card < CARDS; card++) {
      if (card % 4 == 0) {
        draft.add(
            "<g opacity='.95' transform='translate(%.2f %.2f)'>\n",
            draft.between(0, 8), draft.between(0, 8));
      }
      card(draft, card, 48 + card % 4 * 300, 130 + card / 4 * 180);
      if (card % 4 == 3) {
        draft.add("</g>\n");
      }
    }
    draft.add("<line x1='48' y1='690' x2='1232' y2='690' stroke='#999' stroke-dasharray='4 2'/>\n");
    draft.add("<text x='1200' y='710' font-size='12' font-family='Arial' text-anchor='end'>");
    draft.add("%d</text>\n", number);
    return draft.finished();
  }

  private static void card(Draft draft, int number, int x, int y) {
    draft.add("<rect x='%d' y='%d' width='276' height='150' rx='8'", x, y);
    draft.add(" fill='%s' stroke='%s' stroke-width='1.5'/>\n", draft.color(), draft.color());
    draft.add("<text class='b' x='%d' y='%d'>%s</text>\n", x + 16, y + 36, draft.words(3));
    if (number % 2 == 1) {
      draft.add("<circle cx='%d' cy='%d'", x + 240, y + 110);
      draft.add(" r='%.2f' fill='%s'/>\n", draft.between(10, 30), draft.color());
      return;
    }
    draft.add("<path d='M%.2f %.2f", draft.between(x, x + 200), draft.between(y, y + 140));
    for (int i = 4 + draft.below(7); i > 0; i--) {
      curve(draft, CURVES.charAt(draft.below(CURVES.length())), x, y);
    }
    draft.add("Z' style='fill:%s;fill-opacity:.6;", draft.color());
    draft.add("stroke:%s;stroke-width:2'/>\n", draft.color());
  }

  private static void curve(Draft draft, char command, int x, int y) {
    draft.add("%c", command);
    int points =
        switch (command) {
          case 'C', 'c' -> 3;
          case 'Q', 'q' -> 2;
          // L, l
          default -> 1;
        };
    boolean absolute = Character.isUpperCase(command);
    for (int i = 0; i < points; i++) {
      double px = absolute ? draft.between(x, x + 270) : draft.between(-20, 20);
      double py = absolute ? draft.between(y, y + 140) : draft.between(-20, 20);
      draft.add(i == 0 ? "%.2f %.2f" : " %.2f %.2f", px, py);
    }
  }
}
