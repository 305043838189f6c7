package dev.deckmill.allinone.endtoend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The spans of one trace by who is whose parent. */
final class SpanTree {
  private final Map<String, List<ReceivedSpan>> children = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final List<ReceivedSpan> spans;

  SpanTree(List<ReceivedSpan> spans) {
    this.spans = List.copyOf(spans);
    for (ReceivedSpan span : spans) {
      ids.add(span.spanId());
      children.computeIfAbsent(span.parentId(), parent -> new ArrayList<>()).add(span);
    }
  }

  /** Those whose parent is neither here nor {@code caller}: the trace has a hole above them. */
  List<ReceivedSpan> orphans(String caller) {
    return spans.stream()
        .filter(span -> !ids.contains(span.parentId()) && !span.parentId().equals(caller))
        .toList();
  }

  /** The spans that those of this name link to, in the order of the links. */
  Stream<ReceivedSpan> linked(String name) {
    return spans.stream()
        .filter(span -> span.name().equals(name))
        .flatMap(span -> span.links().stream())
        .flatMap(id -> spans.stream().filter(span -> span.spanId().equals(id)));
  }

  /**
   * The tree under {@code caller} as indented lines, one a span: service, name, kind. Subtrees that
   * look the same are one, with how many there are; siblings are in the order of their text, so
   * that the same story gives the same outline. Statements to the database are left out: they are
   * how a service does it, not what happens. However many public events there are, they are one
   * line: that depends on which results come in together. That a page has begun is sent by itself
   * of pages that take long, which depends on the machine, so it is left out.
   */
  String outline(String caller) {
    return String.join("", subtrees(caller, 0));
  }

  private List<String> subtrees(String parent, int depth) {
    Map<String, Integer> counted =
        children.getOrDefault(parent, List.of()).stream()
            .filter(span -> !isOfTheDatabase(span) && !tellsOfABeginning(span))
            .collect(
                Collectors.toMap(span -> text(span, depth), span -> 1, Integer::sum, TreeMap::new));
    List<String> lines = new ArrayList<>();
    counted.forEach(
        (text, times) ->
            lines.add(
                times == 1 || isOfTheNews(text)
                    ? text
                    : text.replaceFirst("\n", " ×" + times + "\n")));
    return lines;
  }

  private static boolean isOfTheNews(String text) {
    return text.contains("send deckmill.job.events ") && text.lines().count() == 1;
  }

  /** A converter answers within its span of the order; only this it sends beside it. */
  private boolean tellsOfABeginning(ReceivedSpan span) {
    return span.name().equals("send deckmill.page.result")
        && spans.stream()
            .anyMatch(
                around ->
                    around.spanId().equals(span.parentId())
                        && around.name().startsWith("send deckmill.page.convert"));
  }

  private static boolean isOfTheDatabase(ReceivedSpan span) {
    return span.attributes().keySet().stream().anyMatch(key -> key.startsWith("db."))
        || span.name().startsWith("DataSource.");
  }

  private String text(ReceivedSpan span, int depth) {
    return "  ".repeat(depth)
        + span.service()
        + ": "
        + span.name()
        + " ("
        + span.kind()
        + ")\n"
        + String.join("", subtrees(span.spanId(), depth + 1));
  }
}
