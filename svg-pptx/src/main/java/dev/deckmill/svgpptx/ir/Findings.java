package dev.deckmill.svgpptx.ir;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.Finding.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was lost or changed so far on a page's way.
 *
 * @param kept in the order in which they were found, at most {@value #MOST}
 * @param leftOut how many more there were
 */
public record Findings(List<Finding> kept, int leftOut) {
  /** A broken page can have a finding for each of its elements; nobody reads that many. */
  public static final int MOST = 500;

  /** Nothing was lost or changed. */
  public static final Findings NONE = new Findings(List.of(), 0);

  public Findings {
    if (kept.size() > MOST || leftOut < 0) {
      throw new IllegalArgumentException(kept.size() + " kept, " + leftOut + " left out");
    }
    kept = List.copyOf(kept);
  }

  /** These and then those of a later stage. */
  public Findings and(List<Finding> later) {
    int fitting = Math.min(later.size(), MOST - kept.size());
    List<Finding> all = new ArrayList<>(kept);
    all.addAll(later.subList(0, fitting));
    return new Findings(all, leftOut + later.size() - fitting);
  }

  /**
   * What is kept, behind a finding that says how many are left out: whoever shows only some of a
   * page's findings shows the first warnings.
   */
  public List<Finding> list() {
    if (leftOut == 0) {
      return kept;
    }
    List<Finding> list = new ArrayList<>(kept.size() + 1);
    String detail = "The page has more findings than are kept: " + leftOut + " are left out.";
    list.add(new Finding(Code.FINDINGS_LEFT_OUT, Severity.WARNING, null, detail));
    list.addAll(kept);
    return list;
  }

  /** Gathers findings while a stage works: the same thing of the same element once. */
  public static final class Collector {
    private final Set<Finding> kept;
    private final int leftOutBefore;
    private final Map<Code, Integer> leftOut = new EnumMap<>(Code.class);

    public Collector() {
      this(NONE);
    }

    /** Goes on after an earlier stage. */
    public Collector(Findings before) {
      this.kept = new LinkedHashSet<>(before.kept());
      this.leftOutBefore = before.leftOut();
    }

    /** Of what is left out nothing is remembered: twice the same counts as two. */
    public void add(Finding finding) {
      if (kept.size() < MOST) {
        kept.add(finding);
      } else if (!kept.contains(finding)) {
        leftOut.merge(finding.code(), 1, Integer::sum);
      }
    }

    /** How far it has come, for {@link #takeBack}. */
    public Mark mark() {
      return new Mark(kept.size(), Map.copyOf(leftOut));
    }

    /** Forgets what has been added with one of these codes since then. */
    public void takeBack(Mark since, Set<Code> codes) {
      List<Finding> later = kept.stream().skip(since.kept()).toList();
      later.stream().filter(finding -> codes.contains(finding.code())).forEach(kept::remove);
      for (Code code : codes) {
        leftOut.put(code, since.leftOut().getOrDefault(code, 0));
      }
    }

    public Findings collected() {
      int later = leftOut.values().stream().mapToInt(Integer::intValue).sum();
      return new Findings(List.copyOf(kept), leftOutBefore + later);
    }
  }

  /** How many findings there were of a collector's at some time, and how many it had left out. */
  public record Mark(int kept, Map<Code, Integer> leftOut) {
    public Mark {
      leftOut = Map.copyOf(leftOut);
    }
  }
}
