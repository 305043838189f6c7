package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.plan.TextRun;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one after the other; neighbours of one look become one run. */
final class JoinedRuns {
  private List<TextRun> closed = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable TextRun open;

  /** Adds a run, and characters of its look after it. */
  void add(TextRun run, String after) {
    TextRun before = open;
    if (before == null || !before.looksLike(run)) {
      close();
      open = run;
    }
    text.append(run.text()).append(after);
  }

  /** What was added since the last time. */
  List<TextRun> taken() {
    close();
    List<TextRun> all = closed;
    closed = new ArrayList<>();
    return all;
  }

  private void close() {
    TextRun run = open;
    if (run != null) {
      closed.add(run.part(text.toString(), run.spacing()));
    }
    open = null;
    text.setLength(0);
  }
}
