package dev.deckmill.api.web.trace;

import dev.deckmill.contracts.part.PageFinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the page about one page: its attempts, its spans, its findings. */
final class OnePage {
  private static final int DEEPEST = 8;

  private final Html html;
  private final PageTrace page;

  OnePage(Html html, PageTrace page) {
    this.html = html;
    this.page = page;
  }

  void write() {
    html.element("h2", "Page %d · %s".formatted(page.number(), page.name()));
    html.open("p", "class", "links")
        .element("strong", page.state(), "class", "state " + page.state());
    html.element("a", "All pages", "href", "?").close("p");
    attempts();
    spans();
    findings();
  }

  private void attempts() {
    html.open("table").open("tr").element("th", "Stage").element("th", "Attempt", "class", "n");
    html.element("th", "Waited", "class", "n").element("th", "Took", "class", "n");
    html.element("th", "Problem").close("tr");
    for (PageTrace.Attempt attempt : page.attempts()) {
      html.open("tr").element("td", attempt.stage());
      html.element("td", Integer.toString(attempt.attempt()), "class", "n");
      html.element("td", time(attempt.queueWaitMs()), "class", "n");
      html.element("td", time(attempt.totalMs()), "class", "n");
      html.element("td", problem(attempt)).close("tr");
    }
    html.close("table");
  }

  private static String time(@Nullable Number millis) {
    return millis == null ? "" : TimeScale.text(millis.doubleValue());
  }

  private static String problem(PageTrace.Attempt attempt) {
    return attempt.problemCode() == null ? "" : attempt.problemCode() + ": " + attempt.problem();
  }

  private void spans() {
    if (page.spans().isEmpty()) {
      html.element("p", "No span of this page is kept.");
      return;
    }
    double first = page.spans().stream().mapToDouble(PageTrace.SpanLine::startMs).min().orElse(0);
    double last =
        page.spans().stream()
            .mapToDouble(span -> span.startMs() + span.durationMs())
            .max()
            .orElse(first);
    TimeScale scale = new TimeScale(last - first);
    html.open("table", "class", "waterfall")
        .open("tr")
        .element("th", "Span")
        .element("th", "Service");
    scale.ticks(html).element("th", "Took", "class", "n").close("tr");
    Map<String, Integer> depths = new HashMap<>();
    for (PageTrace.SpanLine span : page.spans()) {
      int depth =
          span.parentSpanId() == null ? 0 : depths.getOrDefault(span.parentSpanId(), -1) + 1;
      depths.put(span.spanId(), depth);
      html.open("tr").element("td", span.name(), "class", "deep" + Math.min(depth, DEEPEST));
      html.element("td", span.service()).open("td", "class", "time");
      double start = span.startMs() - first;
      String kind = span.failed() ? "failed" : kind(span.name());
      scale.bars(html, new TimeScale.Bar(kind, start, start + span.durationMs()));
      html.close("td").element("td", TimeScale.text(span.durationMs()), "class", "n").close("tr");
    }
    html.close("table");
  }

  /** The engine's stages have colours of their own, everything else has one. */
  private static String kind(String name) {
    return switch (name) {
      case "parse", "analyze", "map", "embed" -> name;
      default -> "convert";
    };
  }

  private void findings() {
    List<PageFinding> found = KeptFindings.read(page.findings());
    html.element("h3", page.findingCount() == 1 ? "1 finding" : page.findingCount() + " findings");
    if (found.isEmpty()) {
      return;
    }
    html.open("table").open("tr").element("th", "Code").element("th", "Element");
    html.element("th", "What happened, and why").close("tr");
    for (PageFinding finding : found) {
      String element = finding.elementId() == null ? "" : finding.elementId();
      html.open("tr").element("td", finding.code()).element("td", element);
      html.element("td", finding.detail()).close("tr");
    }
    html.close("table");
  }
}
