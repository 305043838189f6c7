package dev.deckmill.converter.child;

import dev.deckmill.svgpptx.PageRejected;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;

/** What a child says of a page. A child that says nothing more has crashed. */
public sealed interface ChildReply {
  /** What is read of a child that has been given no page, in bytes. */
  int NO_SLIDE = 0;

  /** The first thing a child says: it is warm. */
  record Ready() implements ChildReply {}

  /**
   * The page has become a slide.
   *
   * @param startedMicros when the first stage began, in microseconds since the epoch
   * @param bundle the slide in the engine's bundle format; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // read once by the one who gets it
  record Converted(long startedMicros, byte[] bundle) implements ChildReply {
    public Converted {
      Objects.requireNonNull(bundle, "bundle");
    }
  }

  /**
   * The page is drawn.
   *
   * @param png the picture; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // read once by the one who gets it
  record Drawn(byte[] png) implements ChildReply {
    public Drawn {
      Objects.requireNonNull(png, "png");
    }
  }

  /** The page is at fault. */
  record Rejected(PageRejected.Code code, String detail) implements ChildReply {
    public Rejected {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(detail, "detail");
    }
  }

  /** The page was too much for the child, or for the engine; the child ends after this. */
  record Broken(String detail) implements ChildReply {
    public Broken {
      Objects.requireNonNull(detail, "detail");
    }
  }

  /** Writes the frame that {@link #read} reads; the caller flushes. */
  default void write(DataOutputStream out) throws IOException {
    switch (this) {
      case Ready ready -> out.writeByte('r');
      case Converted converted -> {
        out.writeByte('c');
        out.writeLong(converted.startedMicros());
        out.writeInt(converted.bundle().length);
        out.write(converted.bundle());
      }
      case Drawn drawn -> {
        out.writeByte('d');
        out.writeInt(drawn.png().length);
        out.write(drawn.png());
      }
      case Rejected rejected -> {
        out.writeByte('j');
        out.writeUTF(rejected.code().name());
        out.writeUTF(rejected.detail());
      }
      case Broken broken -> {
        out.writeByte('b');
        out.writeUTF(broken.detail());
      }
    }
  }

  /**
   * The next reply.
   *
   * @param mostBytes how long a slide or a picture may be, from 0; memory is taken for what the
   *     child sends, not for what it announces
   * @throws IOException also when the child says something that is no reply: it is not to be
   *     trusted any more
   */
  static ChildReply read(DataInputStream in, int mostBytes) throws IOException {
    int kind = in.readByte();
    if (kind == 'r') {
      return new Ready();
    } else if (kind == 'c') {
      return converted(in, mostBytes);
    } else if (kind == 'd') {
      return new Drawn(bytes(in, mostBytes));
    } else if (kind == 'j') {
      return rejected(in.readUTF(), in.readUTF());
    } else if (kind == 'b') {
      return new Broken(in.readUTF());
    }
    throw new IOException("The child sent the unknown frame " + kind);
  }

  private static Converted converted(DataInputStream in, int mostBytes) throws IOException {
    return new Converted(in.readLong(), bytes(in, mostBytes));
  }

  private static byte[] bytes(DataInputStream in, int mostBytes) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > mostBytes) {
      throw new IOException(
          "The child announced " + length + " bytes of " + mostBytes + " that are allowed");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The child sent " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  private static Rejected rejected(String code, String detail) throws IOException {
    try {
      return new Rejected(PageRejected.Code.valueOf(code), detail);
    } catch (IllegalArgumentException e) {
      throw new IOException("The child rejected a page with an unknown code", e);
    }
  }
}
