package dev.deckmill.allinone.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All pages on one HTML page, those that differ most first. */
record ComparisonReport(List<Compared> pages) {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="UTF-8">
      <title>Pages and their slides</title>
      <style>
      body { font: 14px/1.4 system-ui, sans-serif; margin: 1rem; background: #eee; color: #111; }
      section { margin: 0 0 1.5rem; }
      h2 { font-size: 1rem; margin: 0 0 .3rem; }
      img { width: calc(50% - .3rem); background: #fff; border: 1px solid #999; box-sizing: border-box; }
      ul { margin: .3rem 0 0; }
      </style>
      </head>
      <body>
      <h1>Pages and their slides</h1>
      <p>Left a page in the browser, right its slide in LibreOffice; the share of what looks different is a figure to
      sort by, no verdict.</p>
      """;

  ComparisonReport {
    pages =
        pages.stream()
            .sorted(
                Comparator.comparingDouble(Compared::difference)
                    .reversed()
                    .thenComparing(Compared::page))
            .toList();
  }

  String html() {
    StringBuilder html = new StringBuilder(HEAD);
    pages.forEach(page -> html.append(section(page)));
    return html.append("</body>\n</html>\n").toString();
  }

  private static String section(Compared page) {
    StringBuilder findings = new StringBuilder();
    page.findings()
        .forEach(line -> findings.append("<li>").append(Html.escape(line)).append("</li>\n"));
    return String.format(
        Locale.ROOT,
        """
        <section>
        <h2>%s: %.1f %%</h2>
        <img src="%s" alt="in the browser" loading="lazy"> <img src="%s" alt="the slide" loading="lazy">
        <ul>
        %s</ul>
        </section>
        """,
        Html.escape(page.page()),
        page.difference() * 100,
        page.browser(),
        page.slide(),
        findings);
  }
}
