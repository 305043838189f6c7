package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.ir.Origin;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one element comes out. Several leaves may share one decision.
 *
 * @param element its local name
 * @param id its id, if it has one
 * @param reasons why it is not native; empty where it is
 */
public record Decision(
    String element, @Nullable String id, Rendition rendition, List<String> reasons) {
  public Decision {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(rendition, "rendition");
    reasons = List.copyOf(reasons);
  }

  public static Decision natively(Origin origin) {
    return new Decision(origin.element(), origin.id(), Rendition.NATIVE, List.of());
  }

  public static Decision of(Origin origin, Rendition rendition, String reason) {
    return new Decision(origin.element(), origin.id(), rendition, List.of(reason));
  }
}
