package dev.deckmill.drive.files;

import static dev.deckmill.contracts.ErrorType.DRIVE_FOLDER;
import static dev.deckmill.contracts.ErrorType.DRIVE_UNAVAILABLE;
import static dev.deckmill.contracts.ErrorType.STORAGE_FULL;

import dev.deckmill.drive.delivery.DeckUnreadableException;
import dev.deckmill.drive.delivery.DeliveryException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The directory that decks are put into, and its folders. */
final class DeckDirectory {
  private final Path root;

  private DeckDirectory(Path root) {
    this.root = root;
  }

  /**
   * Takes a directory into use.
   *
   * @throws IllegalStateException if it is not there or can't be written to
   */
  static DeckDirectory at(Path root) {
    if (!Files.isDirectory(root) || !Files.isWritable(root)) {
      throw new IllegalStateException(
          "deckmill.drive.files.directory is "
              + root
              + ", which is no directory or can't be written to by this process");
    }
    try {
      return new DeckDirectory(root.toRealPath());
    } catch (IOException e) {
      throw new IllegalStateException(
          "deckmill.drive.files.directory can't be looked at: " + root, e);
    }
  }

  /** The folder of a path, made where it is not there; links are no folders. */
  Path folder(List<String> names) throws IOException {
    Path folder = root;
    for (String name : names) {
      Path next = folder.resolve(name);
      make(next, folder);
      folder = next;
    }
    check(folder);
    return folder;
  }

  private static void make(Path folder, Path parent) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.createDirectory(folder);
      sync(parent);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException(folder.getFileName().toString());
      }
    }
  }

  /** Somebody may have put a link in the way since. */
  void check(Path folder) throws IOException {
    if (!folder.toRealPath().equals(folder)) {
      throw new NotDirectoryException(folder.getFileName().toString());
    }
  }

  /** A name is safe once its directory is. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** What a failure means, without paths of this machine. */
  static DeliveryException trouble(IOException e) {
    return switch (e) {
      case DeckUnreadableException unreadable -> unreadable.outcome();
      case NotDirectoryException link ->
          DeliveryException.lasting(
              DRIVE_FOLDER,
              "A folder of the path is a file or a link in the directory that decks go to; remove"
                  + " it, or choose another folder");
      case AccessDeniedException denied ->
          DeliveryException.lasting(
              DRIVE_FOLDER,
              "The directory that decks go to does not let drive-service write into the folder;"
                  + " give its user leave to");
      // An open set: file systems have their own ways.
      default -> other(e);
    };
  }

  private static DeliveryException other(IOException e) {
    boolean full =
        Optional.ofNullable(e.getMessage())
            .orElse("")
            .toLowerCase(java.util.Locale.ROOT)
            .contains("no space left");
    return full
        ? DeliveryException.passing(
            STORAGE_FULL, "The directory that decks go to is full; make room there", e)
        : DeliveryException.passing(
            DRIVE_UNAVAILABLE,
            "The deck could not be written into the directory that decks go to ("
                + e.getClass().getSimpleName()
                + ")",
            e);
  }
}
