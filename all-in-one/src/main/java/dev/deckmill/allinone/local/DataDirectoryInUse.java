package dev.deckmill.allinone.local;

import java.io.IOException;
import java.nio.file.Path;

/** Another set keeps its data there, and two would destroy each other's. */
public final class DataDirectoryInUse extends IOException {
  private static final long serialVersionUID = 1L;

  DataDirectoryInUse(Path directory, String owner) {
    super(
        "Deckmill already runs with its data in "
            + directory
            + (owner.isEmpty() ? "" : " (process " + owner + ")")
            + ". Use that one, end it first, or choose another directory with --data");
  }
}
