package dev.deckmill.service.blob;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.blob.BlobStore.Durability;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** Writes into a temporary file, which gets its name with the commit. */
final class FileBlobWriter implements BlobWriter {
  private static final int FIRST_BUFFER_BYTES = 1 << 14;
  private static final int LARGEST_BUFFER_BYTES = 1 << 16;

  private final String key;
  private final Path root;
  private final Path target;
  private final Path temporary;
  private final Durability durability;
  private final FileChannel file;
  private final MessageDigest whole = Sha256.digest();
  private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
  private int buffered;
  private long length;
  private boolean broken;
  private boolean committed;

  FileBlobWriter(String key, Path root, Path target, Path temporary, Durability durability)
      throws IOException {
    this.key = key;
    this.root = root;
    this.target = target;
    this.temporary = temporary;
    this.durability = durability;
    this.file =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public BlobRef append(Content content) throws IOException {
    long offset = length;
    // The first stretch has the hash of the whole, so far: hashing is most of what storing costs.
    MessageDigest stretch = offset == 0 ? whole : Sha256.digest();
    Stretch out = new Stretch(stretch);
    broken = true;
    content.writeTo(out);
    out.sumUp();
    broken = false;
    return new BlobRef(key, offset, length - offset, Sha256.hexSoFar(stretch));
  }

  @Override
  public BlobRef commit() throws IOException {
    if (broken) {
      throw new IllegalStateException("a stretch of " + key + " could not be written");
    }
    emptyBuffer();
    if (durability == Durability.DURABLE) {
      file.force(true);
    }
    file.close();
    moveToTarget();
    committed = true;
    if (durability == Durability.DURABLE) {
      forceDirectories();
    }
    return new BlobRef(key, 0, length, Sha256.hex(whole));
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      file.close();
      Files.deleteIfExists(temporary);
    }
  }

  /** Of a small object one small buffer, of a large one a few calls of the operating system. */
  private void makeRoom() throws IOException {
    emptyBuffer();
    if (buffer.length < LARGEST_BUFFER_BYTES) {
      buffer = new byte[2 * buffer.length];
    }
  }

  private void emptyBuffer() throws IOException {
    writeToFile(buffer, 0, buffered);
    buffered = 0;
  }

  /**
   * In pieces: the JDK keeps native memory as large as the largest write of a thread, until the
   * thread ends.
   */
  private void writeToFile(byte[] bytes, int from, int count) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, from, count);
    int end = rest.limit();
    try {
      while (rest.position() < end) {
        rest.limit(Math.min(end, rest.position() + LARGEST_BUFFER_BYTES));
        file.write(rest);
      }
    } catch (IOException e) {
      throw isFull(e) ? new BlobStoreFullException(key, e) : e;
    }
  }

  private void moveToTarget() throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // The first of its directory, or a deletion of the same prefix took it away.
      Files.createDirectories(target.getParent());
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** A name is as durable as the directory it stands in, and that one as its own. */
  private void forceDirectories() throws IOException {
    Path directory = target.getParent();
    while (directory.startsWith(root)) {
      try (FileChannel open = FileChannel.open(directory, StandardOpenOption.READ)) {
        open.force(true);
      }
      directory = directory.getParent();
    }
  }

  /** The JDK has no type for it: the operating system's word is all there is. */
  private static boolean isFull(IOException e) {
    return String.valueOf(e.getMessage()).contains("No space left");
  }

  /**
   * What a content writes to: the writer's buffer, from which digests and file take as much as
   * there is at a time, whatever pieces it came in.
   */
  private final class Stretch extends OutputStream {
    private final MessageDigest digest;

    /** How far into the buffer the digests have got. */
    private int summed = buffered;

    Stretch(MessageDigest digest) {
      this.digest = digest;
    }

    @Override
    public void write(int oneByte) throws IOException {
      if (buffered == buffer.length) {
        passOn();
      }
      buffer[buffered++] = (byte) oneByte;
      length++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (count >= buffer.length - buffered) {
        passOn();
      }
      if (count >= buffer.length) {
        sum(bytes, from, count);
        writeToFile(bytes, from, count);
      } else {
        System.arraycopy(bytes, from, buffer, buffered, count);
        buffered += count;
      }
      length += count;
    }

    private void passOn() throws IOException {
      sumUp();
      makeRoom();
      summed = 0;
    }

    /** Takes into the digests what lies in the buffer and is not in them yet. */
    void sumUp() {
      sum(buffer, summed, buffered - summed);
      summed = buffered;
    }

    private void sum(byte[] bytes, int from, int count) {
      whole.update(bytes, from, count);
      if (digest != whole) {
        digest.update(bytes, from, count);
      }
    }
  }
}
