package dev.deckmill.svgpptx.font;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A font of two letters, with everything that is read of a font and nothing else. */
public final class TestFont {
  public static final int ADVANCE_A = 600;
  public static final int ADVANCE_B = 500;
  public static final int KERN_AB = -80;

  private final Map<String, byte[]> tables = new TreeMap<>();

  private TestFont(byte[] names) {
    tables.put("name", names);
    tables.put("head", ByteBuffer.allocate(54).putShort(18, (short) 1000).array());
    tables.put("maxp", ByteBuffer.allocate(6).putShort(4, (short) 3).array());
    tables.put(
        "hhea",
        ByteBuffer.allocate(36)
            .putShort(4, (short) 900)
            .putShort(6, (short) -200)
            .putShort(34, (short) 3)
            .array());
    tables.put("hmtx", shorts(0, 0, ADVANCE_A, 0, ADVANCE_B, 0));
    tables.put(
        "OS/2",
        ByteBuffer.allocate(96)
            .putShort(0, (short) 4)
            .putShort(4, (short) 400)
            .putShort(6, (short) 5)
            .putShort(74, (short) 950)
            .putShort(76, (short) 250)
            .array());
    // Format 4: A and B are glyphs 1 and 2.
    tables.put(
        "cmap",
        shorts(0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 0, 0, 0, 'B', 0xFFFF, 0, 'A', 0xFFFF, -64, 1, 0, 0));
    tables.put("kern", shorts(0, 1, 0, 20, 1, 1, 0, 0, 0, 1, 2, KERN_AB));
  }

  /** A font of this family; legacy family and name in Japanese follow. */
  public static TestFont named(String family, String legacy, String... japanese) {
    int count = 2 + japanese.length;
    ByteBuffer records = ByteBuffer.allocate(1000);
    ByteBuffer strings = ByteBuffer.allocate(1000);
    records.putShort((short) 0).putShort((short) count).putShort((short) (6 + 12 * count));
    record(records, strings, 0x409, 1, legacy);
    record(records, strings, 0x409, 16, family);
    for (String name : japanese) {
      record(records, strings, 0x411, 1, name);
    }
    byte[] table = new byte[records.position() + strings.position()];
    records.flip().get(table, 0, records.limit());
    strings.flip().get(table, records.limit(), strings.limit());
    return new TestFont(table);
  }

  public void write(Path file) throws IOException {
    int size = 12 + 16 * tables.size() + tables.values().stream().mapToInt(t -> t.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(0x00010000).putShort((short) tables.size()).position(12);
    int data = 12 + 16 * tables.size();
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      out.put(table.getKey().getBytes(StandardCharsets.US_ASCII)).putInt(0);
      out.putInt(data).putInt(table.getValue().length);
      out.put(data, table.getValue());
      data += table.getValue().length;
    }
    Files.createDirectories(file.getParent());
    Files.write(file, out.array());
  }

  private static void record(
      ByteBuffer records, ByteBuffer strings, int language, int id, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
    records.putShort((short) 3).putShort((short) 1).putShort((short) language);
    records.putShort((short) id).putShort((short) bytes.length);
    records.putShort((short) strings.position());
    strings.put(bytes);
  }

  private static byte[] shorts(int... values) {
    ByteBuffer out = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      out.putShort((short) value);
    }
    return out.array();
  }
}
