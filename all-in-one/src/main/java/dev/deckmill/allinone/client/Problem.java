package dev.deckmill.allinone.client;

import org.jspecify.annotations.Nullable;

/**
 * What the API says when something failed (RFC 9457).
 *
 * @param code the stable code
 * @param detail what failed, why, and how to mend it
 */
public record Problem(
    @Nullable String code,
    @Nullable String title,
    @Nullable String detail,
    @Nullable String traceId) {
  /** In one line. */
  public String text() {
    String what = detail != null ? detail : title != null ? title : "no reason given";
    return code == null ? what : what + " [" + code + "]";
  }
}
