package dev.deckmill.api.web.trace;

import dev.deckmill.api.store.stage.PageBars;
import dev.deckmill.api.store.stage.PageBars.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job's trace as a page to look at: no script, and no style but the style sheet's. */
final class Waterfall {
  private static final String STYLE = "/v1/assets/waterfall.css";

  private final TraceView trace;
  private final Range shown;
  private final List<PageBars.Bar> pages;
  private final Instant begun;
  private final TimeScale scale;
  private final Html html = new Html();

  /**
   * @param shown which pages
   * @param pages them, some together where there are many
   * @param now until when a job lasts that is not at its end
   */
  Waterfall(TraceView trace, Range shown, List<PageBars.Bar> pages, Instant now) {
    this.trace = trace;
    this.shown = shown;
    this.pages = pages;
    TraceView.Moments moments = trace.moments();
    this.begun = moments.retriedAt() == null ? moments.createdAt() : moments.retriedAt();
    Instant end = moments.finishedAt() == null ? now : moments.finishedAt();
    this.scale = new TimeScale(since(end));
  }

  String page() {
    html.open("html", "lang", "en").open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width");
    html.element("title", trace.title() + " – trace");
    html.open("link", "rel", "stylesheet", "href", STYLE);
    html.close("head").open("body");
    header();
    whole();
    if (shown.count() == 1 && trace.pages() != null) {
      trace.pages().forEach(page -> new OnePage(html, page).write());
    } else {
      somePages();
    }
    figures();
    return html.close("body").close("html").toString();
  }

  private void header() {
    html.open("header").element("h1", trace.title());
    html.open("p", "class", "facts");
    html.element("strong", trace.state().replace('_', ' '), "class", "state " + trace.state());
    html.text(count(trace.pageCount(), "page") + " · " + TimeScale.text(scale.lengthMillis()));
    html.text(trace.run() > 1 ? " · run " + trace.run() : "");
    html.text(" · " + count(trace.findingCount(), "finding")).close("p");
    html.open("p", "class", "links").element("code", trace.jobId());
    link("Summary as JSON", trace.links().job() + "/trace");
    link("Spans as OTLP", trace.links().otlp());
    if (trace.links().jaeger() != null) {
      link("Jaeger", trace.links().jaeger());
    }
    html.close("p").close("header");
  }

  /** The one thing after the other that made up the job. */
  private void whole() {
    html.element("h2", "Where the time went");
    if (trace.criticalPath().isEmpty()) {
      html.element("p", "Nothing is over yet.");
      return;
    }
    html.open("table", "class", "waterfall").open("tr").element("th", "Step");
    scale.ticks(html).element("th", "Took", "class", "n").element("th", "Share", "class", "n");
    html.close("tr");
    trace.criticalPath().forEach(this::row);
    html.close("table");
  }

  private void row(CriticalPath.Segment segment) {
    html.open("tr").open("td").text(words(segment));
    html.close("td").open("td", "class", "time");
    scale.bars(html, new TimeScale.Bar(segment.step(), segment.startMs(), segment.endMs()));
    html.close("td").element("td", TimeScale.text(segment.durationMs()), "class", "n");
    long share = Math.round(100 * segment.durationMs() / scale.lengthMillis());
    html.element("td", share + " %", "class", "n").close("tr");
  }

  private static String words(CriticalPath.Segment segment) {
    return switch (segment.step()) {
      case "queue" -> "Waiting to begin";
      case "pages" -> "Pages before the last one";
      case "convert" -> "Page " + segment.page() + ", the last to be ready";
      case "package" -> "Packaging the deck";
      case "deliver" -> "Delivering it";
      default -> segment.step();
    };
  }

  private void somePages() {
    boolean all = shown.count() >= trace.pageCount();
    html.element("h2", all ? "Pages" : "Pages %d to %d".formatted(shown.first(), shown.last()));
    if (!all) {
      html.open("p", "class", "links");
      link("All pages", trace.links().waterfall());
      html.close("p");
    }
    legend();
    html.open("table", "class", "waterfall").open("tr").element("th", "Page");
    scale.ticks(html);
    for (String head : List.of("Converting", "Attempts", "Pictures", "Findings", "Failed")) {
      html.element("th", head, "class", "n");
    }
    html.close("tr");
    pages.forEach(this::row);
    html.close("table");
  }

  private void legend() {
    html.open("p", "class", "key");
    html.element("span", "waiting", "class", "queue")
        .element("span", "being worked on", "class", "convert");
    html.element("span", "with pages that failed", "class", "failed").close("p");
  }

  private void row(PageBars.Bar bar) {
    boolean single = bar.pages() == 1;
    html.open("tr").open("td");
    link(
        single ? "%d · %s".formatted(bar.first(), bar.name()) : bar.first() + "–" + bar.last(),
        trace.links().waterfall() + "?pages=" + bar.first() + "-" + bar.last());
    html.close("td").open("td", "class", "time");
    double from = bar.started() == null ? scale.lengthMillis() : since(bar.started());
    double to =
        bar.open() > 0 || bar.finished() == null ? scale.lengthMillis() : since(bar.finished());
    scale.bars(
        html,
        new TimeScale.Bar("queue", 0, Math.min(from, to)),
        new TimeScale.Bar(bar.failed() > 0 ? "failed" : "convert", from, to));
    html.close("td");
    html.element("td", TimeScale.text(Millis.ofMicros(bar.conversionMicros())), "class", "n");
    number(bar.attempts(), bar.attempts() > bar.pages() ? "n odd" : "n");
    number(bar.rasterElements(), "n");
    number(bar.findings(), "n");
    number(bar.failed(), bar.failed() > 0 ? "n odd" : "n");
    html.close("tr");
  }

  private void number(long value, String classes) {
    html.element("td", value == 0 ? "" : Long.toString(value), "class", classes);
  }

  private void figures() {
    html.element("h2", "What each step took, all pages");
    html.open("table").open("tr").element("th", "Step");
    for (String head :
        List.of("Times", "Half under", "95 % under", "99 % under", "Longest", "Sum")) {
      html.element("th", head, "class", "n");
    }
    html.close("tr");
    for (TraceView.StepView step : trace.steps()) {
      html.open("tr").element("td", step.step());
      html.element("td", Integer.toString(step.count()), "class", "n");
      for (double millis :
          List.of(step.p50Ms(), step.p95Ms(), step.p99Ms(), step.maxMs(), step.totalMs())) {
        html.element("td", TimeScale.text(millis), "class", "n");
      }
      html.close("tr");
    }
    html.close("table");
    if (!trace.findings().isEmpty()) {
      html.element("h2", "Findings").open("table").open("tr").element("th", "Code");
      html.element("th", "Times", "class", "n").element("th", "Pages", "class", "n").close("tr");
      for (TraceView.FindingsView found : trace.findings()) {
        html.open("tr").open("td");
        link(found.code(), "/v1/findings?code=%s&job=%s".formatted(found.code(), trace.jobId()));
        html.close("td").element("td", Long.toString(found.count()), "class", "n");
        html.element("td", Integer.toString(found.pages()), "class", "n").close("tr");
      }
      html.close("table");
    }
  }

  private void link(String words, String address) {
    html.element("a", words, "href", address);
  }

  private double since(@Nullable Instant moment) {
    return moment == null ? 0 : Millis.ofNanos(Duration.between(begun, moment).toNanos());
  }

  private static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
