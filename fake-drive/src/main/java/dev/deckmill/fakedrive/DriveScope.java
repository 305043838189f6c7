package dev.deckmill.fakedrive;

import dev.deckmill.fakedrive.file.Refusal;
import dev.deckmill.fakedrive.file.StoredFile;
import java.util.Optional;

/**
 * Which files a request is about: those of shared drives are there only for callers that say they
 * understand them.
 *
 * @param allDrives {@code supportsAllDrives}
 * @param listAllDrives {@code includeItemsFromAllDrives}
 * @param corpora whose files are searched: by default the caller's own and those he has opened
 * @param driveId the one shared drive that is searched
 */
record DriveScope(
    boolean allDrives, boolean listAllDrives, String corpora, Optional<String> driveId) {
  /** All there is. */
  static final DriveScope EVERYTHING = new DriveScope(true, true, "allDrives", Optional.empty());

  static DriveScope of(Request request) {
    DriveScope scope =
        new DriveScope(
            request.flag("supportsAllDrives"),
            request.flag("includeItemsFromAllDrives"),
            request.parameter("corpora").orElse("user"),
            request.parameter("driveId"));
    if (scope.listAllDrives && !scope.allDrives) {
      throw Refusal.of(
          403,
          "teamDrivesParameterRequired",
          "The supportsAllDrives parameter must be true if includeItemsFromAllDrives is.");
    }
    if (scope.driveId.isPresent() && !scope.corpora.equals("drive")) {
      throw Refusal.badRequest("The driveId parameter needs corpora=drive.");
    }
    return scope;
  }

  boolean sees(StoredFile file) {
    return file.driveId() == null || allDrives;
  }

  /**
   * Whether a search may show a file.
   *
   * @param unseen whether somebody else made it in a shared drive, and the caller never opened it
   */
  boolean lists(StoredFile file, boolean unseen) {
    if (file.driveId() == null) {
      return driveId.isEmpty();
    }
    if (!listAllDrives) {
      return false;
    }
    return switch (corpora) {
      case "drive" -> driveId.filter(file.driveId()::equals).isPresent();
      case "allDrives" -> true;
      // Strings are no closed set; user, domain and whatever Drive may come to know.
      default -> !unseen;
    };
  }
}
