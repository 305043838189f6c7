package dev.deckmill.contracts.part;

import dev.deckmill.contracts.Excerpt;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something of a page that was lost or changed while the conversion went on.
 *
 * @param code the engine's stable finding code
 * @param warning true when a viewer would miss something; such a page counts as degraded
 * @param elementId the element's id in the SVG, if it has one; cut at {@value Excerpt#NAME}
 *     characters
 * @param detail what happened and why; cut at {@value Excerpt#REMARK} characters
 */
public record PageFinding(String code, boolean warning, @Nullable String elementId, String detail) {
  public PageFinding {
    Objects.requireNonNull(code, "code");
    elementId = elementId == null ? null : Excerpt.of(elementId, Excerpt.NAME);
    detail = Excerpt.of(Objects.requireNonNull(detail, "detail"), Excerpt.REMARK);
  }
}
