package dev.deckmill.contracts.connection;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Google sent a person's browser back with.
 *
 * @param state what the consent page was asked for with
 * @param code to be exchanged for tokens; null if the person did not agree
 * @param error Google's word for why there is no code, or null
 * @param tenant of the key that came along with it: then the consent has to be that tenant's; null
 *     where there was none, as browsers have none
 * @param browserSha256 of the secret in the cookie that the browser showed, in hexadecimal; null if
 *     it showed none
 */
public record ConsentGiven(
    String state,
    @Nullable String code,
    @Nullable String error,
    @Nullable String tenant,
    @Nullable String browserSha256) {
  public ConsentGiven {
    Objects.requireNonNull(state, "state");
  }

  /** Neither state nor code belongs into a log. */
  @Override
  public String toString() {
    return "ConsentGiven[error=" + error + "]";
  }
}
