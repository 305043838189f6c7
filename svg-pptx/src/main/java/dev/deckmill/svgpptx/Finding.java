package dev.deckmill.svgpptx;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something of a page that was lost or changed; the conversion went on.
 *
 * @param code what kind of thing it is
 * @param severity whether a viewer would miss something
 * @param elementId the {@code id} of the element it concerns, if it has one
 * @param detail what happened and why, in one sentence, without content of the page
 */
public record Finding(Code code, Severity severity, @Nullable String elementId, String detail) {
  /** Whether a viewer would miss something. */
  public enum Severity {
    /** Nothing that a viewer would miss: an exact approximation, a substituted font. */
    INFO,
    /** A viewer would miss or see something else; the page counts as degraded. */
    WARNING
  }

  /** The stable codes. */
  public enum Code {
    EXTERNAL_RESOURCE_DROPPED,
    SCRIPT_DROPPED,
    LINK_DROPPED,
    REFERENCE_MISSING,
    REFERENCE_CYCLE_CUT,
    FONT_SUBSTITUTED,
    /** A font of the page is in the deck, as was asked for. */
    FONT_EMBEDDED,
    /** A font of the page is not in the deck, though that was asked for. */
    FONT_NOT_EMBEDDED,
    CSS_ERROR,
    ATTRIBUTE_INVALID,
    PATH_TRUNCATED_AT_ERROR,
    IMAGE_INVALID,
    ANIMATION_STATIC,
    /** The element became a picture, because PowerPoint can't show it otherwise. */
    RASTERIZED,
    /** The element was drawn in a way that is close but not the same. */
    APPROXIMATED,
    /** The element or one of its features is not drawn at all. */
    UNSUPPORTED_DROPPED,
    /** There were more findings than are kept; it stands before those that are. */
    FINDINGS_LEFT_OUT
  }

  public Finding {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(detail, "detail");
  }
}
