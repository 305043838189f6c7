package dev.deckmill.svgpptx.font.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A TrueType, OpenType or collection file, read table by table: a 19 MB collection costs what its
 * metrics tables cost (OpenType 1.9 §Font file).
 */
final class SfntFile implements Closeable {
  private static final int COLLECTION = 0x74746366; // 'ttcf'
  private static final int TRUETYPE = 0x00010000;
  private static final int APPLE = 0x74727565; // 'true'
  private static final int CFF = 0x4F54544F; // 'OTTO'

  /** Header, directory and small tables of most files; one read serves them all. */
  private static final int HEAD = 1 << 13;

  /** The metrics tables of the largest CJK fonts stay below 2 MB. */
  private static final int MAX_TABLE = 16 << 20;

  private static final int MAX_FACES = 256;

  /** The name of what has no file. */
  static final String EMBEDDED = "in the page";

  private final Source source;
  private final String name;
  private final byte[] head;
  private final int[] directories;

  /** Where its bytes are. */
  private interface Source extends Closeable {
    long size() throws IOException;

    /** Reads some bytes from a place on; below 0 at the end. */
    int read(ByteBuffer into, long at) throws IOException;
  }

  private record OnDisk(FileChannel channel) implements Source {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
      return channel.read(into, at);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private static final class InMemory implements Source {
    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(ByteBuffer into, long at) {
      int count = Math.min(into.remaining(), (int) Math.max(0, bytes.length - at));
      into.put(bytes, (int) at, count);
      return count == 0 ? -1 : count;
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private SfntFile(Source source, String name) throws IOException {
    this.source = source;
    this.name = name;
    this.head = readHead();
    this.directories = directories(new Bytes(head));
  }

  static SfntFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return open(new OnDisk(channel), path.toString());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** One that a page brings along. */
  static SfntFile embedded(byte[] bytes) throws IOException {
    return open(new InMemory(bytes), EMBEDDED);
  }

  private static SfntFile open(Source source, String name) throws IOException {
    try {
      return new SfntFile(source, name);
    } catch (IndexOutOfBoundsException e) {
      throw broken(name, "its header is cut short", e);
    }
  }

  int faces() {
    return directories.length;
  }

  /** A table of a face, or null where the face has none. */
  @Nullable Bytes table(int face, String tag) throws IOException {
    Bytes directory = new Bytes(read(directories[face], 12));
    int count = directory.u16(4);
    Bytes records = new Bytes(read(directories[face] + 12L, count * 16));
    int wanted = tagBits(tag);
    for (int i = 0; i < count; i++) {
      if (records.bits32(i * 16) == wanted) {
        return new Bytes(read(records.u32(i * 16 + 8), records.u32(i * 16 + 12)));
      }
    }
    return null;
  }

  /** A table that every usable font has. */
  Bytes required(int face, String tag) throws IOException {
    Bytes table = table(face, tag);
    if (table == null) {
      throw broken(name, "it has no '" + tag + "' table", null);
    }
    return table;
  }

  static IOException broken(String name, String why, @Nullable Throwable cause) {
    return new IOException("The font " + name + " can't be used: " + why, cause);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private int[] directories(Bytes start) throws IOException {
    int kind = start.bits32(0);
    if (kind == TRUETYPE || kind == APPLE || kind == CFF) {
      return new int[] {0};
    }
    if (kind != COLLECTION) {
      throw broken(name, "it is neither TrueType nor OpenType", null);
    }
    int[] offsets = new int[Math.min(start.u32(8), MAX_FACES)];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = start.u32(12 + 4 * i);
    }
    return offsets;
  }

  private byte[] readHead() throws IOException {
    byte[] bytes = new byte[(int) Math.min(HEAD, source.size())];
    fill(ByteBuffer.wrap(bytes), 0);
    return bytes;
  }

  private byte[] read(long at, int length) throws IOException {
    byte[] bytes = new byte[checked(at, length)];
    if (at + length <= head.length) {
      System.arraycopy(head, (int) at, bytes, 0, length);
    } else {
      fill(ByteBuffer.wrap(bytes), at);
    }
    return bytes;
  }

  private int checked(long at, int length) throws IOException {
    if (length < 0 || length > MAX_TABLE || at + length > source.size()) {
      throw broken(name, "a table lies outside the file", null);
    }
    return length;
  }

  private void fill(ByteBuffer buffer, long at) throws IOException {
    while (buffer.hasRemaining()) {
      int read = source.read(buffer, at + buffer.position());
      if (read < 0) {
        throw broken(name, "it ended while it was read", null);
      }
    }
  }

  private static int tagBits(String tag) {
    return tag.charAt(0) << 24 | tag.charAt(1) << 16 | tag.charAt(2) << 8 | tag.charAt(3);
  }
}
