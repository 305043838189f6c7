package dev.deckmill.tracestore.span;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;

/** The sixteen bytes that all spans of a trace have in common. */
public record TraceId(long high, long low) {
  /** How many bytes it has. */
  public static final int LENGTH = 16;

  private static final int HALF_DIGITS = 16;
  private static final int HEX = 16;

  /**
   * Of its bytes.
   *
   * @throws IllegalArgumentException if they are not sixteen
   */
  public static TraceId of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a trace id has 16 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new TraceId(buffer.getLong(), buffer.getLong());
  }

  /** Of its bytes as OTLP has them. */
  public static TraceId of(ByteString bytes) {
    return of(bytes.toByteArray());
  }

  /**
   * Of its 32 hexadecimal digits.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static TraceId ofHex(String digits) {
    if (digits.length() != 2 * HALF_DIGITS) {
      throw new IllegalArgumentException("a trace id has 32 digits, not " + digits.length());
    }
    return new TraceId(
        Long.parseUnsignedLong(digits, 0, HALF_DIGITS, HEX),
        Long.parseUnsignedLong(digits, HALF_DIGITS, 2 * HALF_DIGITS, HEX));
  }

  /** Its bytes. */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
  }

  /** Its 32 hexadecimal digits, as in a {@code traceparent}. */
  public String hex() {
    return "%016x%016x".formatted(high, low);
  }

  @Override
  public String toString() {
    return hex();
  }
}
