package dev.deckmill.contracts.part;

import dev.deckmill.contracts.message.DeckMessage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every message's identity has to keep to. */
public final class Checks {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Checks() {}

  public static void identity(String jobId, String tenant) {
    if (!ID.matcher(jobId).matches()) {
      throw new IllegalArgumentException("not a job id");
    }
    if (!ID.matcher(tenant).matches()) {
      throw new IllegalArgumentException("not a tenant");
    }
  }

  public static void page(String jobId, String tenant, int page, int attempt) {
    identity(jobId, tenant);
    atLeast("page", page, 1);
    atLeast("attempt", attempt, 1);
  }

  public static void run(@Nullable Integer run) {
    if (run != null) {
      atLeast("run", run, DeckMessage.FIRST_RUN);
    }
  }

  static void atMost(String what, long value, long most) {
    if (value > most) {
      throw new IllegalArgumentException(
          what + " is " + value + ", at most " + most + " is allowed");
    }
  }

  public static void atLeast(String what, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          what + " is " + value + ", at least " + least + " is needed");
    }
  }
}
