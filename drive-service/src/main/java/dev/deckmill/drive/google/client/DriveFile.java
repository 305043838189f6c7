package dev.deckmill.drive.google.client;

import com.google.api.services.drive.model.File;
import java.util.Optional;

/** What Drive says of a file with content. */
public record DriveFile(long bytes, String md5, Optional<String> link) {
  /** Reads Drive's answer; what it leaves out never equals what was sent. */
  public static DriveFile of(File file) {
    return new DriveFile(
        file.getSize() == null ? -1 : file.getSize(),
        file.getMd5Checksum() == null ? "" : file.getMd5Checksum(),
        Optional.ofNullable(file.getWebViewLink()));
  }

  public boolean holds(long wantedBytes, String wantedMd5) {
    return bytes == wantedBytes && md5.equals(wantedMd5);
  }
}
