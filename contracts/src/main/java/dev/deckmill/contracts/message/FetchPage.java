package dev.deckmill.contracts.message;

import dev.deckmill.contracts.part.Checks;
import java.util.Objects;

/**
 * Order to fetch one page, on {@code deckmill.page.fetch}.
 *
 * @param page the page's number in its job, from 1
 * @param attempt which attempt at fetching it this is, from 1
 * @param url where it is, as the client gave it: not vetted yet, and never to be logged
 * @param mostBytes how long the page may be, from 1
 */
public record FetchPage(
    String jobId, String tenant, int page, int attempt, String url, long mostBytes)
    implements PageMessage {
  public FetchPage {
    Checks.page(jobId, tenant, page, attempt);
    Objects.requireNonNull(url, "url");
    Checks.atLeast("mostBytes", mostBytes, 1);
  }

  /** Without the address, which may hold a secret. */
  @Override
  public String toString() {
    return "FetchPage[jobId=%s, page=%d, attempt=%d]".formatted(jobId, page, attempt);
  }
}
