package dev.deckmill.drive.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds the key of a seal: its bytes and nothing else. */
public final class SealKeyFile {
  /** An AES-256 key. */
  public static final int KEY_BYTES = 32;

  private SealKeyFile() {}

  /**
   * The key's bytes.
   *
   * @throws IllegalArgumentException if the file has not exactly {@value #KEY_BYTES} bytes
   * @throws UncheckedIOException if it can't be read
   */
  static byte[] read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The seal's key file can't be read: " + file, e);
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "The seal's key file %s has %d bytes and needs %d; make one with: head -c %d /dev/urandom > FILE"
              .formatted(file, bytes.length, KEY_BYTES, KEY_BYTES));
    }
    return bytes;
  }
}
