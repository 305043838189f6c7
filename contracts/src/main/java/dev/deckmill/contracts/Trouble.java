package dev.deckmill.contracts;

import java.util.Objects;

/**
 * One occurrence of an {@link ErrorType}, fit to be read by the client it concerns.
 *
 * @param type the stable code
 * @param detail what failed, why, and how to mend it; no page content, address, token or path; at
 *     most {@value Excerpt#TROUBLE} characters, what is more is cut
 */
public record Trouble(ErrorType type, String detail) {
  public Trouble {
    Objects.requireNonNull(type, "type");
    detail = Excerpt.of(Objects.requireNonNull(detail, "detail"), Excerpt.TROUBLE);
  }
}
