package dev.deckmill.service.message;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Work met trouble of a known type; the type's course decides whether it is tried again. Whatever
 * else a use case throws counts as {@link ErrorType#INTERNAL}.
 */
public final class TroubleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  public TroubleException(ErrorType type, String detail) {
    this(type, detail, null);
  }

  public TroubleException(ErrorType type, String detail, @Nullable Throwable cause) {
    super(type + ": " + detail, cause);
    this.trouble = new Trouble(type, detail);
  }

  public Trouble trouble() {
    return trouble;
  }
}
