package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.ir.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one element comes out. Several leaves may share one decision.
 *
 * @param element its local name
 * @param id its id, if it has one
 * @param causes why it is not native, each once; empty where it is
 */
public record Decision(
    String element, @Nullable String id, Rendition rendition, List<Cause> causes) {
  /**
   * Causes that lie in what is done to an element as a whole, in where its dashes begin, or in how
   * wide its letters are.
   */
  private static final Set<Cause> ASIDE_FROM_FORM =
      Set.of(
          Cause.FILTER,
          Cause.SEVERAL_SHADOWS,
          Cause.MASK,
          Cause.BLEND,
          Cause.OVERLAPPING_OPACITY,
          Cause.DASH_OFFSET,
          Cause.TEXT_SCALED);

  public Decision {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(rendition, "rendition");
    causes = List.copyOf(causes);
  }

  public static Decision natively(Origin origin) {
    return new Decision(origin.element(), origin.id(), Rendition.NATIVE, List.of());
  }

  public static Decision of(Origin origin, Rendition rendition, Cause cause) {
    return new Decision(origin.element(), origin.id(), rendition, List.of(cause));
  }

  /** Its causes, for a person. */
  public List<String> reasons() {
    return causes.isEmpty() ? List.of() : causes.stream().map(Cause::words).toList();
  }

  /** Whether it is about the same element, as far as its name and id tell. */
  boolean isAbout(Decision other) {
    return element.equals(other.element) && Objects.equals(id, other.id);
  }

  /** Whether the element's form, or its letters and their places, are as in SVG. */
  public boolean keepsForm() {
    return rendition != Rendition.RASTER && ASIDE_FROM_FORM.containsAll(causes);
  }

  /**
   * The decision on this element where the causes of another concern it too; the same object where
   * that adds nothing.
   */
  public Decision and(Decision other) {
    if (causes.containsAll(other.causes)) {
      return this;
    }
    Set<Cause> all = new LinkedHashSet<>(causes);
    all.addAll(other.causes);
    Rendition lesser = rendition.compareTo(other.rendition) > 0 ? rendition : other.rendition;
    return new Decision(element, id, lesser, List.copyOf(all));
  }
}
