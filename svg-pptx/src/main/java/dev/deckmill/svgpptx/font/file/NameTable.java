package dev.deckmill.svgpptx.font.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The family names of a face (OpenType 1.9 §name).
 *
 * @param families typographic and legacy names in every language, English first
 * @param legacy the English name of the four-style family (name 1): what Office calls it
 */
record NameTable(List<String> families, String legacy) {
  /** Three names in a hundred languages; what comes behind is not looked at. */
  private static final int MOST_NAMES = 300;

  private static final int MOST_RECORDS = 4096;
  private static final int LONGEST = 255;

  private static final int LEGACY_FAMILY = 1;
  private static final int TYPOGRAPHIC_FAMILY = 16;
  private static final int WWS_FAMILY = 21;
  private static final int UNICODE = 0;
  private static final int MACINTOSH = 1;
  private static final int WINDOWS = 3;
  private static final int ENGLISH_US = 0x409;

  NameTable {
    families = List.copyOf(families);
  }

  /** The names of a {@code name} table; null where it holds no family name. */
  static @Nullable NameTable of(Bytes table) {
    Set<String> english = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    String legacy = null;
    int count = table.u16(2);
    int read = 0;
    int strings = table.u16(4);
    for (int i = 0; i < count; i++) {
      int at = 6 + 12 * i;
      int id = table.u16(at + 6);
      if (id != LEGACY_FAMILY && id != TYPOGRAPHIC_FAMILY && id != WWS_FAMILY) {
        continue;
      }
      if (++read > MOST_NAMES) {
        break;
      }
      String name = text(table, at, strings);
      if (name.isEmpty()) {
        continue;
      }
      boolean isEnglish = table.u16(at) != WINDOWS || table.u16(at + 4) == ENGLISH_US;
      (isEnglish ? english : others).add(name);
      if (id == LEGACY_FAMILY && (legacy == null || isEnglish)) {
        legacy = name;
      }
    }
    List<String> all = new ArrayList<>(english);
    others.stream().filter(name -> !english.contains(name)).forEach(all::add);
    return all.isEmpty() ? null : new NameTable(all, legacy == null ? all.getFirst() : legacy);
  }

  /** The English name of a kind (OpenType 1.9 §name), cut off where too long; empty: none. */
  static String english(Bytes table, int id) {
    int count = Math.min(table.u16(2), MOST_RECORDS);
    String any = "";
    for (int i = 0; i < count; i++) {
      int at = 6 + 12 * i;
      if (table.u16(at + 6) == id) {
        String stated = text(table, at, table.u16(4));
        String name = stated.substring(0, Math.min(stated.length(), LONGEST));
        if (table.u16(at) == WINDOWS && table.u16(at + 4) == ENGLISH_US && !name.isEmpty()) {
          return name;
        }
        any = any.isEmpty() ? name : any;
      }
    }
    return any;
  }

  private static String text(Bytes table, int record, int strings) {
    byte[] bytes = table.copy(strings + table.u16(record + 10), table.u16(record + 8));
    int platform = table.u16(record);
    if (platform == WINDOWS || platform == UNICODE) {
      return new String(bytes, StandardCharsets.UTF_16BE).strip();
    }
    // Mac Roman beyond ASCII is rare, and such a font names itself for Windows as well.
    boolean ascii = platform == MACINTOSH;
    for (byte b : bytes) {
      ascii &= b > 0;
    }
    return ascii ? new String(bytes, StandardCharsets.US_ASCII).strip() : "";
  }
}
