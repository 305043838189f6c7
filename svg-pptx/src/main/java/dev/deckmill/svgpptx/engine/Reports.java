package dev.deckmill.svgpptx.engine;

import dev.deckmill.svgpptx.SlideReport;
import dev.deckmill.svgpptx.SlideReport.ElementDecision;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Plan;
import dev.deckmill.svgpptx.embed.Embedded;
import java.util.ArrayList;
import java.util.List;

/** Puts together what the stages know of a page. */
final class Reports {
  private Reports() {}

  static SlideReport report(Plan plan, Embedded slide, SlideReport.Timings timings) {
    List<ElementDecision> elements = elements(plan.decisions(), slide.elementBytes());
    int[] counts = new int[Rendition.values().length];
    List<ElementDecision> kept = new ArrayList<>();
    List<ElementDecision> natives = new ArrayList<>();
    for (ElementDecision element : elements) {
      switch (element.rendition()) {
        case NATIVE -> {
          counts[0]++;
          natives.add(element);
        }
        case APPROXIMATE -> {
          counts[1]++;
          kept.add(element);
        }
        case RASTER -> {
          counts[2]++;
          kept.add(element);
        }
      }
    }
    kept.addAll(natives);
    return new SlideReport(
        new SlideReport.Renditions(counts[0], counts[1], counts[2]),
        timings,
        plan.findings().and(slide.findings()).list(),
        kept.subList(0, Math.min(kept.size(), SlideReport.MOST_ELEMENTS)));
  }

  /** An element that came out as several leaves counts once, with the bytes of all of them. */
  @SuppressWarnings("ReferenceEquality") // two elements may be decided on in equal words
  private static List<ElementDecision> elements(List<Decision> leaves, int[] bytes) {
    List<ElementDecision> elements = new ArrayList<>();
    for (int i = 0; i < leaves.size(); ) {
      Decision decision = leaves.get(i);
      long sum = 0;
      for (; i < leaves.size() && leaves.get(i) == decision; i++) {
        sum += bytes[i];
      }
      elements.add(
          new ElementDecision(
              decision.element(), decision.id(), decision.rendition(), decision.reasons(), sum));
    }
    return elements;
  }
}
