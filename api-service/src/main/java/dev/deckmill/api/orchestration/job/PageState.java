package dev.deckmill.api.orchestration.job;

import java.util.Locale;

/**
 * Where a page is.
 *
 * <pre>
 *      ┌─► fetching ─┐         (a page that came as a URL)
 *      │             │
 *      └─◄───────────┘ try again, or its bytes are there
 *
 *             ┌── try again ──┐
 *             ▼               │
 *   queued ──────► converting ┴──► succeeded | degraded | failed
 *     ├──────────────┼───────────► skipped     (its job failed first)
 *     └──────────────┴───────────► cancelled   (its job was)
 * </pre>
 */
public enum PageState {
  /** No attempt is under way; an order may be on its way to the converters. */
  QUEUED,
  /** Its bytes are on their way from where its URL says. */
  FETCHING,
  /** A converter has reported that it began. */
  CONVERTING,
  /** It is a slide. */
  SUCCEEDED,
  /** It is a slide on which a viewer would miss something. */
  DEGRADED,
  /** It won't be a slide; its trouble says why. */
  FAILED,
  /** Its job failed before the page was finished. */
  SKIPPED,
  /** Its job was cancelled before the page was finished. */
  CANCELLED;

  /** Later events leave the page as it is. */
  public boolean finished() {
    return switch (this) {
      case QUEUED, FETCHING, CONVERTING -> false;
      case SUCCEEDED, DEGRADED, FAILED, SKIPPED, CANCELLED -> true;
    };
  }

  /** Its name in answers and rows. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a wire name. */
  public static PageState of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
