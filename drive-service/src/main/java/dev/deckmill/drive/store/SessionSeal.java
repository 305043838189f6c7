package dev.deckmill.drive.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals the addresses of upload sessions for the database: AES-256-GCM, bound to tenant and job, so
 * that a row copied to another one opens nothing. What can't be opened (another key) counts as not
 * there: the upload then begins a new session for the same file.
 */
public final class SessionSeal {
  private static final byte PLAIN = 0;
  private static final byte AES_GCM = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final @Nullable SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private SessionSeal(@Nullable SecretKey key) {
    this.key = key;
  }

  /** Seals nothing: for stand-ins, whose sessions are no secret. */
  public static SessionSeal none() {
    return new SessionSeal(null);
  }

  /**
   * Seals with the key in a file.
   *
   * @throws IllegalArgumentException if the file has not exactly 32 bytes
   */
  public static SessionSeal withKeyIn(Path file) {
    return new SessionSeal(new SecretKeySpec(SealKeyFile.read(file), "AES"));
  }

  byte[] seal(String session, String tenant, String jobId) {
    byte[] plain = session.getBytes(StandardCharsets.UTF_8);
    if (key == null) {
      return ByteBuffer.allocate(1 + plain.length).put(PLAIN).put(plain).array();
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] stored = cipher(Cipher.ENCRYPT_MODE, key, nonce, tenant, jobId).doFinal(plain);
      return ByteBuffer.allocate(1 + nonce.length + stored.length)
          .put(AES_GCM)
          .put(nonce)
          .put(stored)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM", e);
    }
  }

  Optional<String> open(byte[] stored, String tenant, String jobId) {
    if (key == null) {
      return stored[0] == PLAIN
          ? Optional.of(new String(stored, 1, stored.length - 1, StandardCharsets.UTF_8))
          : Optional.empty();
    }
    // With a key, nothing unsealed is believed: credentials are sent to the address.
    if (stored[0] != AES_GCM || stored.length < 1 + NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = java.util.Arrays.copyOfRange(stored, 1, 1 + NONCE_BYTES);
    int start = 1 + NONCE_BYTES;
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, key, nonce, tenant, jobId)
              .doFinal(stored, start, stored.length - start);
      return Optional.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException otherKeyOrRow) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String tenant, String jobId)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((tenant + "/" + jobId).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
