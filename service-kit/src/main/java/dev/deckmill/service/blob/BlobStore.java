package dev.deckmill.service.blob;

import dev.deckmill.contracts.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Objects under keys, written once and read by stretches. Shared by all services of an
 * installation.
 *
 * <p>A reader sees a whole object or none; writing a key anew replaces the object at once.
 */
public interface BlobStore {
  /** What an object is worth. */
  enum Durability {
    /** Survives a crash of the machine once written: what an answer or a committed row rests on. */
    DURABLE,
    /** May be lost in a crash of the machine, because it can be made again. */
    REMAKEABLE
  }

  /** Begins an object; it comes to be with {@link BlobWriter#commit}. */
  BlobWriter create(String key, Durability durability) throws IOException;

  /** Writes an object from memory. */
  default BlobRef put(String key, byte[] bytes, Durability durability) throws IOException {
    try (BlobWriter writer = create(key, durability)) {
      writer.append((OutputStream out) -> out.write(bytes));
      return writer.commit();
    }
  }

  /**
   * Reads a stretch as a stream, which fails with {@link BlobDamagedException} where the bytes are
   * not the ones that the reference promises: instead of handing out the last of them, so that a
   * reader who knows the length need not ask for the end.
   *
   * @throws BlobMissingException if there is no such object
   */
  InputStream open(BlobRef ref) throws IOException;

  /**
   * Reads a stretch into memory.
   *
   * @throws BlobMissingException if there is no such object
   * @throws BlobDamagedException if the bytes are not the ones that the reference promises
   */
  default byte[] read(BlobRef ref) throws IOException {
    try (InputStream in = open(ref)) {
      byte[] bytes = new byte[Math.toIntExact(ref.length())];
      in.readNBytes(bytes, 0, bytes.length);
      return bytes;
    }
  }

  /** Removes the object under a key; none is no error. */
  void delete(String key) throws IOException;

  /**
   * Removes every object whose key begins with {@code prefix}, which ends in a slash; none is no
   * error.
   */
  void deleteAll(String prefix) throws IOException;
}
