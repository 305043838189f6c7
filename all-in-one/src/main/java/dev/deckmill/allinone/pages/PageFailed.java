package dev.deckmill.allinone.pages;

import dev.deckmill.contracts.ErrorType;
import org.jspecify.annotations.Nullable;

/** A page has no slide: it is rejected, or the engine failed on it. */
final class PageFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorType type;
  private final String detail;

  /**
   * @param detail without content of the page
   * @param fault what the engine threw; null if the page is at fault
   */
  PageFailed(ErrorType type, String detail, @Nullable Throwable fault) {
    super(detail, fault);
    this.type = type;
    this.detail = detail;
  }

  ErrorType type() {
    return type;
  }

  String detail() {
    return detail;
  }
}
