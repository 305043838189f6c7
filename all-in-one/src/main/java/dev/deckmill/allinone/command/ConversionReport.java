package dev.deckmill.allinone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.allinone.pages.DeckOfFiles.Outcome;
import dev.deckmill.allinone.terminal.Table;
import dev.deckmill.svgpptx.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a conversion on this machine went. */
record ConversionReport(List<Outcome> outcomes) {
  ConversionReport {
    outcomes = List.copyOf(outcomes);
  }

  long rejected() {
    return outcomes.stream().filter(outcome -> outcome.rejection() != null).count();
  }

  private long degraded() {
    return outcomes.stream().filter(ConversionReport::isDegraded).count();
  }

  private static boolean isDegraded(Outcome outcome) {
    return outcome.findings().stream()
        .anyMatch(finding -> finding.severity() == Finding.Severity.WARNING);
  }

  /** The counts, then what a person should look at; what no viewer would miss is only counted. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d pages: %d as they were, %d with warnings, %d that could not be converted"
            .formatted(
                outcomes.size(),
                outcomes.size() - degraded() - rejected(),
                degraded(),
                rejected()));
    var table = new Table();
    for (Outcome outcome : outcomes) {
      if (outcome.rejection() != null) {
        table.row(outcome.page(), outcome.rejection().code().name(), outcome.rejection().detail());
      }
      warnings(outcome)
          .forEach((what, times) -> table.row(outcome.page(), what.code(), what.text(times)));
    }
    table.lines().forEach(line -> lines.add("  " + line));
    return lines;
  }

  /** A kind of warning: the same one on a hundred elements is one line. */
  private record Warning(String code, String detail) {
    String text(int times) {
      return times == 1 ? detail : detail + " (" + times + " times)";
    }
  }

  private static Map<Warning, Integer> warnings(Outcome outcome) {
    Map<Warning, Integer> warnings = new LinkedHashMap<>();
    for (Finding finding : outcome.findings()) {
      if (finding.severity() == Finding.Severity.WARNING) {
        warnings.merge(new Warning(finding.code().name(), finding.detail()), 1, Integer::sum);
      }
    }
    return warnings;
  }

  /** Everything, for programs. */
  String json() throws JsonProcessingException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(outcomes);
  }
}
