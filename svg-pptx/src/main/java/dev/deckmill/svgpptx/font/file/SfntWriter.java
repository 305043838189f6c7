package dev.deckmill.svgpptx.font.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a font file of its tables (OpenType 1.9 §Font file), with the sums that readers check. */
final class SfntWriter {
  private static final int HEADER = 12;
  private static final int RECORD = 16;
  private static final int SUM_ADJUSTMENT = 8; // in head
  private static final int WHOLE = 0xB1B0AFBA;

  private SfntWriter() {}

  /**
   * A font file.
   *
   * @param flavor its first four bytes
   * @param tables by their tags, of four Latin-1 characters; the order is the writer's own
   */
  static byte[] file(int flavor, Map<String, byte[]> tables) {
    SortedMap<String, byte[]> sorted = new TreeMap<>(tables);
    int data = HEADER + RECORD * sorted.size();
    int size = data;
    for (byte[] table : sorted.values()) {
      size += padded(table.length);
    }
    ByteBuffer file = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(Math.max(1, sorted.size()));
    file.putInt(flavor).putShort((short) sorted.size());
    file.putShort((short) (RECORD * power)).putShort((short) Integer.numberOfTrailingZeros(power));
    file.putShort((short) (RECORD * (sorted.size() - power)));
    int head = -1;
    for (Map.Entry<String, byte[]> table : sorted.entrySet()) {
      byte[] content = table.getValue();
      file.put(data, content);
      if (table.getKey().equals("head") && content.length >= SUM_ADJUSTMENT + Integer.BYTES) {
        head = data;
        file.putInt(head + SUM_ADJUSTMENT, 0);
      }
      file.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
      file.putInt(sum(file, data, padded(content.length))).putInt(data).putInt(content.length);
      data += padded(content.length);
    }
    if (head >= 0) {
      file.putInt(head + SUM_ADJUSTMENT, WHOLE - sum(file, 0, size));
    }
    return file.array();
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private static int sum(ByteBuffer file, int from, int length) {
    int sum = 0;
    for (int at = from; at < from + length; at += Integer.BYTES) {
      sum += file.getInt(at);
    }
    return sum;
  }
}
