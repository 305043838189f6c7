package dev.deckmill.drive.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must not be readable in the database, such as refresh tokens: AES-256-GCM, bound to a
 * purpose and a tenant, so that a row copied to another tenant opens nothing. The newest key seals;
 * older ones still open, so that a key can be replaced while nothing is lost.
 */
public final class SecretSeal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_ID_DIGITS = 16;

  private final Map<String, SecretKey> keys;
  private final String newest;
  private final SecureRandom random = new SecureRandom();

  private SecretSeal(Map<String, SecretKey> keys, String newest) {
    this.keys = keys;
    this.newest = newest;
  }

  /** A secret as it is stored. */
  static final class Sealed {
    private final String keyId;
    private final byte[] bytes;

    /**
     * @param keyId which key opens it
     */
    Sealed(String keyId, byte[] bytes) {
      this.keyId = keyId;
      this.bytes = bytes.clone();
    }

    String keyId() {
      return keyId;
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  /**
   * Seals with the key in a file and opens with that and older ones.
   *
   * @throws IllegalArgumentException if a file has not exactly 32 bytes
   */
  public static SecretSeal withKeysIn(Path newestFile, List<Path> olderFiles) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    String newest = add(keys, newestFile);
    olderFiles.forEach(file -> add(keys, file));
    return new SecretSeal(keys, newest);
  }

  private static String add(Map<String, SecretKey> keys, Path file) {
    byte[] bytes = SealKeyFile.read(file);
    String id = idOf(bytes);
    keys.put(id, new SecretKeySpec(bytes, "AES"));
    return id;
  }

  /** Tells keys apart and nothing about them: the beginning of a hash under a name of its own. */
  private static String idOf(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("deckmill seal key id".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(key)).substring(0, KEY_ID_DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Whether it was sealed with the key that seals now. */
  boolean current(Sealed sealed) {
    return sealed.keyId().equals(newest);
  }

  Sealed seal(String secret, String purpose, String tenant) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, newest, nonce, purpose, tenant);
      byte[] stored = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return new Sealed(
          newest, ByteBuffer.allocate(NONCE_BYTES + stored.length).put(nonce).put(stored).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM", e);
    }
  }

  /** What was sealed; nothing if the key is not there, or it was for another purpose or tenant. */
  Optional<String> open(Sealed sealed, String purpose, String tenant) {
    byte[] bytes = sealed.bytes();
    if (!keys.containsKey(sealed.keyId()) || bytes.length < NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, purpose, tenant);
      byte[] plain = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return Optional.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException otherPurposeOrTenant) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, String keyId, byte[] nonce, String purpose, String tenant)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((purpose + "/" + tenant).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
