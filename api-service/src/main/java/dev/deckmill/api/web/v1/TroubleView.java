package dev.deckmill.api.web.v1;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why something of a job failed. */
@Schema(name = "Trouble")
record TroubleView(ErrorType code, String title, String detail, boolean retryable) {
  static @Nullable TroubleView of(@Nullable Trouble trouble) {
    return trouble == null
        ? null
        : new TroubleView(
            trouble.type(), trouble.type().title(), trouble.detail(), trouble.type().retryable());
  }
}
