package dev.deckmill.fakedrive;

import java.util.Optional;

/**
 * Which files a request is about: those of shared drives are there only for callers that say they
 * understand them.
 *
 * @param allDrives {@code supportsAllDrives}
 * @param listAllDrives {@code includeItemsFromAllDrives}
 * @param driveId the one shared drive that is searched
 */
record DriveScope(boolean allDrives, boolean listAllDrives, Optional<String> driveId) {
  static DriveScope of(Request request) {
    DriveScope scope =
        new DriveScope(
            request.flag("supportsAllDrives"),
            request.flag("includeItemsFromAllDrives"),
            request.parameter("driveId"));
    if (scope.listAllDrives && !scope.allDrives) {
      throw Refusal.of(
          403,
          "teamDrivesParameterRequired",
          "The supportsAllDrives parameter must be true if includeItemsFromAllDrives is.");
    }
    if (scope.driveId.isPresent() && !request.parameter("corpora").orElse("").equals("drive")) {
      throw Refusal.badRequest("The driveId parameter needs corpora=drive.");
    }
    return scope;
  }

  boolean sees(StoredFile file) {
    return file.driveId() == null || allDrives;
  }

  boolean lists(StoredFile file) {
    if (driveId.isPresent()) {
      return listAllDrives && driveId.get().equals(file.driveId());
    }
    return file.driveId() == null || listAllDrives;
  }
}
