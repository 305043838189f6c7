package dev.deckmill.api.store.deck;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.orchestration.job.DeliveryWish;
import dev.deckmill.service.message.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What is asked of a delivery, as a job's row keeps it. */
public final class DeliveryWishes {
  private DeliveryWishes() {}

  /** Null where nothing is asked for. */
  public static @Nullable String text(DeliveryWish wish) {
    return wish.equals(DeliveryWish.NONE) ? null : new String(Wire.write(wish), UTF_8);
  }

  public static DeliveryWish read(@Nullable String text) {
    if (text == null) {
      return DeliveryWish.NONE;
    }
    try {
      return Wire.read(text.getBytes(UTF_8), DeliveryWish.class);
    } catch (IOException e) {
      throw new UncheckedIOException("what is asked of a delivery is not as it was written", e);
    }
  }
}
