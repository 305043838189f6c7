package dev.deckmill.allinone.client;

import java.io.IOException;
import java.net.URI;

/** Nothing that speaks Deckmill's API answers at the address. */
public final class DeckmillUnreachable extends IOException {
  private static final long serialVersionUID = 1L;

  DeckmillUnreachable(URI base, String why, Throwable cause) {
    super(
        "Deckmill does not answer at "
            + base
            + " ("
            + why
            + "). Start it with ./deckmill up, or name another address with --url",
        cause);
  }
}
