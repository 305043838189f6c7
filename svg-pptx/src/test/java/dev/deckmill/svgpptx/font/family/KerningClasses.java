package dev.deckmill.svgpptx.font.family;

import dev.deckmill.svgpptx.font.face.FontFace;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pairs of a face, characters that kern alike put into one class. */
final class KerningClasses {
  private final List<short[]> rows = new ArrayList<>();
  private final int[] leftClass;
  private final int[] rightClass;
  private final int columns;

  KerningClasses(FontFace face, int[] characters) {
    short[][] pairs = new short[characters.length][characters.length];
    for (int left = 0; left < characters.length; left++) {
      for (int right = 0; right < characters.length; right++) {
        pairs[left][right] = (short) face.kerning(characters[left], characters[right]);
      }
    }
    List<short[]> distinctColumns = new ArrayList<>();
    rightClass = classes(transposed(pairs), distinctColumns);
    columns = distinctColumns.size();
    leftClass = classes(transposed(distinctColumns.toArray(new short[0][])), rows);
  }

  void write(DataOutputStream out) throws IOException {
    boolean kerns = columns > 0;
    out.writeShort(kerns ? rows.size() : 0);
    out.writeShort(kerns ? columns : 0);
    if (!kerns) {
      return;
    }
    for (int[] classes : List.of(leftClass, rightClass)) {
      for (int number : classes) {
        out.writeShort(number);
      }
    }
    for (short[] row : rows) {
      for (short value : row) {
        out.writeShort(value);
      }
    }
  }

  /** The class of each line; lines of zeros have none. */
  private static int[] classes(short[][] lines, List<short[]> distinct) {
    Map<String, Integer> known = new LinkedHashMap<>();
    int[] classes = new int[lines.length];
    for (int i = 0; i < lines.length; i++) {
      short[] line = lines[i];
      boolean empty = Arrays.equals(line, new short[line.length]);
      classes[i] = BundledFaces.ABSENT;
      if (!empty) {
        Integer number = known.putIfAbsent(Arrays.toString(line), distinct.size());
        if (number == null) {
          number = distinct.size();
          distinct.add(line);
        }
        classes[i] = number;
      }
    }
    return classes;
  }

  private static short[][] transposed(short[][] lines) {
    int width = lines.length == 0 ? 0 : lines[0].length;
    short[][] result = new short[width][lines.length];
    for (int i = 0; i < lines.length; i++) {
      for (int k = 0; k < width; k++) {
        result[k][i] = lines[i][k];
      }
    }
    return result;
  }
}
