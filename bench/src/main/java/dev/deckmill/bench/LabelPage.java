package dev.deckmill.bench;

/** A flow chart as Mermaid writes it: forty boxes whose labels are HTML in foreignObject. */
final class LabelPage {
  private static final int LABELS = 40;
  private static final int COLUMNS = 8;

  private LabelPage() {}

  static String svg(int seed) {
    StringBuilder out = new StringBuilder();
    out.append("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1280 720' id='m'><style>");
    out.append("#m{font-family:\"trebuchet ms\",verdana,arial,sans-serif;font-size:16px}");
    out.append("#m p{margin:0} #m .label{color:#333} #m .node rect{fill:#ececff}</style>");
    for (int i = 0; i < LABELS; i++) {
      label(out, i, seed);
    }
    return out.append("</svg>").toString();
  }

  private static void label(StringBuilder out, int i, int seed) {
    int x = 10 + i % COLUMNS * 158;
    int y = 10 + i / COLUMNS * 140;
    out.append("<g class='node' transform='translate(").append(x).append(' ').append(y);
    out.append(")'><rect width='150' height='110' stroke='#9370db'/>");
    out.append("<g class='label' transform='translate(5 5)'>");
    out.append("<foreignObject width='140' height='100'>");
    out.append("<div xmlns='http://www.w3.org/1999/xhtml' style='display:table;width:140px;");
    out.append("line-height:1.5;text-align:center;white-space:break-spaces'>");
    out.append("<span class='nodeLabel'><p>Step ").append(seed * LABELS + i);
    out.append(" of the <b>work</b> that has to be done</p></span></div>");
    out.append("</foreignObject></g></g>");
  }
}
