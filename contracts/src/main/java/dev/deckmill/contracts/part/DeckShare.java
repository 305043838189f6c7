package dev.deckmill.contracts.part;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Leave to do something with a delivered file.
 *
 * @param grantee an e-mail address, or a domain's name; null for {@code ANYONE}, who has the link
 */
public record DeckShare(Kind kind, @Nullable String grantee, Role role) {
  /** Who is given leave. */
  public enum Kind {
    USER,
    DOMAIN,
    ANYONE
  }

  /** What for. */
  public enum Role {
    READER,
    COMMENTER,
    WRITER
  }

  public DeckShare {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(role, "role");
    if ((kind == Kind.ANYONE) != (grantee == null)) {
      throw new IllegalArgumentException("anyone has no address, and everybody else has one");
    }
  }

  /** Without the address, which is a person's. */
  @Override
  public String toString() {
    return "DeckShare[" + kind + ", " + role + "]";
  }
}
