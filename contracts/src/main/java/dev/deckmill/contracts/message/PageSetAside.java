package dev.deckmill.contracts.message;

import dev.deckmill.contracts.part.Checks;

/**
 * A page is slow and others waited: its attempt was broken off, to be begun once more on {@code
 * deckmill.page.convert.slow}. It is no failure, and no attempt is used up.
 */
public record PageSetAside(String jobId, String tenant, int page, int attempt)
    implements PageMessage {
  public PageSetAside {
    Checks.page(jobId, tenant, page, attempt);
  }
}
