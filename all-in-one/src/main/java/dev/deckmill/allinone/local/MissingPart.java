package dev.deckmill.allinone.local;

import java.io.IOException;
import java.nio.file.Path;

/** The build has not laid out something that a local set needs. */
public final class MissingPart extends IOException {
  private static final long serialVersionUID = 1L;

  MissingPart(Path path) {
    super(path + " is not there; build it with ./mvnw -DskipTests package");
  }
}
