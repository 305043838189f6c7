package dev.deckmill.converter.child;

import dev.deckmill.svgpptx.PageRejected;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Objects;

/** What a child says of a page. A child that says nothing more has crashed. */
public sealed interface ChildReply {
  /** Nothing larger is taken over from a child: no slide comes near. */
  int MOST_BYTES = 512 << 20;

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
   * @throws IOException also when the child says something that is no reply: it is not to be
   *     trusted any more
   */
  static ChildReply read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    if (kind == 'r') {
      return new Ready();
    } else if (kind == 'c') {
      return converted(in);
    } else if (kind == 'd') {
      return new Drawn(bytes(in));
    } else if (kind == 'j') {
      return rejected(in.readUTF(), in.readUTF());
    } else if (kind == 'b') {
      return new Broken(in.readUTF());
    }
    throw new IOException("The child sent the unknown frame " + kind);
  }

  private static Converted converted(DataInputStream in) throws IOException {
    return new Converted(in.readLong(), bytes(in));
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("The child announced " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
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
