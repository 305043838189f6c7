package dev.deckmill.svgpptx;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a page's conversion went: the stage record that travels inside the bundle.
 *
 * @param renditions how many elements came out in which way, all of them counted
 * @param timings what each stage took
 * @param findings what was lost or changed, in the order it was found; behind a {@code
 *     FINDINGS_LEFT_OUT} where that is not all
 * @param elements what was decided on each element: at most {@value #MOST_ELEMENTS}, those that are
 *     not native first
 */
public record SlideReport(
    Renditions renditions,
    Timings timings,
    List<Finding> findings,
    List<ElementDecision> elements) {
  /** The most decisions that are kept one by one. */
  public static final int MOST_ELEMENTS = 1_000;

  /** How an element came out. */
  public enum Rendition {
    /** As shapes or text that a person can edit, looking the same. */
    NATIVE,
    /** As shapes or text that a person can edit, looking a little different. */
    APPROXIMATE,
    /** As a picture. */
    RASTER
  }

  /**
   * Elements by rendition. A group counts only where it was decided on as a whole, besides its
   * parts unless it is one picture.
   */
  public record Renditions(int nativeElements, int approximateElements, int rasterElements) {}

  /** Wall time of each stage in microseconds. */
  public record Timings(long parseMicros, long analyzeMicros, long mapMicros, long embedMicros) {}

  /**
   * What became of one element.
   *
   * @param elementType its local name, as {@code rect}
   * @param id its {@code id}, if it has one
   * @param reasons why it is not native; empty where it is
   * @param bytes how much of the slide's XML it takes; none for a group, whose parts have theirs
   */
  public record ElementDecision(
      String elementType,
      @Nullable String id,
      Rendition rendition,
      List<String> reasons,
      long bytes) {
    public ElementDecision {
      Objects.requireNonNull(elementType, "elementType");
      Objects.requireNonNull(rendition, "rendition");
      reasons = List.copyOf(reasons);
    }
  }

  public SlideReport {
    Objects.requireNonNull(renditions, "renditions");
    Objects.requireNonNull(timings, "timings");
    findings = List.copyOf(findings);
    elements = List.copyOf(elements);
  }

  /** Whether a viewer would miss something. */
  public boolean degraded() {
    return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING);
  }
}
