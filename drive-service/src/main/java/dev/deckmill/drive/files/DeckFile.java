package dev.deckmill.drive.files;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.DeckUnreadableException;
import dev.deckmill.service.blob.BlobStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A deck's bytes, written and safe, but without their name yet; removed unless they get it. */
final class DeckFile implements Closeable {
  private static final int BUFFER = 64 * 1024;
  private static final String BEGINNING = ".deckmill-";

  private final DeckDirectory directory;
  private final Path folder;
  private final Path partial;

  private DeckFile(DeckDirectory directory, Path folder, String jobId) {
    this.directory = directory;
    this.folder = folder;
    byte[] hash = sha256().digest(jobId.getBytes(StandardCharsets.UTF_8));
    // The same for each try: what a killed one left is found, and goes.
    this.partial =
        folder.resolve(BEGINNING + HexFormat.of().formatHex(hash).substring(0, 32) + ".part");
  }

  /**
   * Writes a deck beside where it is to be.
   *
   * @throws DeckUnreadableException if the store fails, as opposed to the directory
   */
  static DeckFile write(
      DeckDirectory directory, List<String> folders, BlobStore blobs, UploadDeck order)
      throws IOException {
    BlobRef deck = order.deck();
    DeckFile file = new DeckFile(directory, directory.folder(folders), order.jobId());
    try {
      Files.deleteIfExists(file.partial);
      String written = file.copy(blobs, deck);
      if (!written.equals(file.readBack(deck.length()))) {
        throw new IOException("The file has other bytes than were written");
      }
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private String copy(BlobStore blobs, BlobRef deck) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel out =
            FileChannel.open(
                partial,
                Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS));
        InputStream in = opened(blobs, deck)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
        digest.update(buffer, 0, read);
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
      out.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static InputStream opened(BlobStore blobs, BlobRef deck) throws DeckUnreadableException {
    try {
      return blobs.open(deck);
    } catch (IOException e) {
      throw new DeckUnreadableException(e);
    }
  }

  private static int read(InputStream in, byte[] buffer) throws DeckUnreadableException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new DeckUnreadableException(e);
    }
  }

  private String readBack(long length) throws IOException {
    if (Files.size(partial) != length) {
      throw new IOException("The file has another size than the deck");
    }
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(partial, LinkOption.NOFOLLOW_LINKS)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Whether something, be it a dangling link, has this name in the folder. */
  boolean exists(String name) {
    return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Gives the bytes their name, in place of what has it; a link there is replaced, not followed.
   */
  void replace(String name) throws IOException {
    directory.check(folder);
    Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    DeckDirectory.sync(folder);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(partial);
  }
}
