package dev.deckmill.drive;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Decks of any size that take no room: byte {@code i} of a deck follows from its seed and i. */
public final class PatternBlobs implements BlobStore {
  private final Map<String, Long> seeds = new ConcurrentHashMap<>();
  private final Map<String, byte[]> stored = new ConcurrentHashMap<>();

  /** A deck; its reference's hash is not the bytes', but is another one for another seed. */
  public BlobRef deck(long seed, long length) {
    String key = "decks/" + Long.toHexString(seed);
    seeds.put(key, seed);
    return new BlobRef(key, 0, length, "%064x".formatted(seed));
  }

  /** Bytes as they are. */
  public BlobRef keep(String key, byte[] bytes) {
    stored.put(key, bytes);
    return new BlobRef(key, 0, bytes.length, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** It is not there any more. */
  public void lose(BlobRef ref) {
    seeds.remove(ref.key());
  }

  @Override
  public InputStream open(BlobRef ref) throws IOException {
    byte[] bytes = stored.get(ref.key());
    if (bytes != null) {
      return new ByteArrayInputStream(bytes);
    }
    Long seed = seeds.get(ref.key());
    if (seed == null) {
      throw new BlobMissingException(ref.key());
    }
    return new Pattern(seed, ref.length());
  }

  @Override
  public BlobWriter create(String key, Durability durability) {
    throw new IllegalStateException("Nothing is written here");
  }

  @Override
  public void delete(String key) {
    throw new IllegalStateException("Nothing is deleted here");
  }

  @Override
  public void deleteAll(String prefix) {
    throw new IllegalStateException("Nothing is deleted here");
  }

  private static final class Pattern extends InputStream {
    private final long seed;
    private final long length;
    private long at;

    Pattern(long seed, long length) {
      this.seed = seed;
      this.length = length;
    }

    private byte next() {
      long mixed = (at++ + seed * 31) * 0x9E3779B97F4A7C15L;
      return (byte) (mixed >>> 56);
    }

    @Override
    public int read() {
      return at == length ? -1 : next() & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) {
      int count = (int) Math.min(most, length - at);
      for (int i = 0; i < count; i++) {
        buffer[offset + i] = next();
      }
      return count == 0 && most > 0 ? -1 : count;
    }
  }
}
