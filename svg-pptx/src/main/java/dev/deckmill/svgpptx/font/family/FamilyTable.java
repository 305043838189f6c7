package dev.deckmill.svgpptx.font.family;

import dev.deckmill.svgpptx.font.face.FontMetrics.Extent;
import dev.deckmill.svgpptx.font.family.Family.Look;
import dev.deckmill.svgpptx.font.family.Family.Measure;
import dev.deckmill.svgpptx.font.family.Family.Owner;
import dev.deckmill.svgpptx.font.family.Family.Region;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The families that pages commonly ask for; the grammar is told on top of {@code families.txt}. */
public final class FamilyTable {
  /** The table of the jar; read on first use, 12 ms in a cold JVM. */
  public static final FamilyTable KNOWN = read();

  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, List<String>> standIns = new HashMap<>();

  private FamilyTable() {}

  /** The family of that name or alias, in any case; null where it isn't known. */
  public @Nullable Family find(String name) {
    return families.get(key(name));
  }

  /** What fontconfig shows where the family is not installed, best first. */
  public List<String> standIns(String name) {
    return standIns.getOrDefault(key(name), List.of());
  }

  /** How names are compared: case doesn't count, nor does white space around them. */
  public static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static FamilyTable read() {
    FamilyTable table = new FamilyTable();
    try (InputStream in = FamilyTable.class.getResourceAsStream("families.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, "families.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          table.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("families.txt can't be read from the jar", e);
    }
    return table;
  }

  private void add(String line) {
    String[] columns = columns(line, ';');
    if (columns.length >= 4) {
      Family family = family(columns);
      families.put(key(family.name()), family);
      return;
    }
    String[] standIn = columns(line, '>');
    if (standIn.length == 2) {
      standIns.put(key(standIn[0]), List.of(columns(standIn[1], ',')));
      return;
    }
    String[] alias = columns(line, '=');
    Family meant = families.get(key(alias[1]));
    families.put(key(alias[0]), Objects.requireNonNull(meant, line));
  }

  private static Family family(String[] columns) {
    String[] kind = columns(columns[1], '-');
    List<Owner> owners = new ArrayList<>();
    for (Owner owner : Owner.values()) {
      if (columns[2].indexOf(owner.letter()) >= 0) {
        owners.add(owner);
      }
    }
    return new Family(
        columns[0],
        Look.valueOf(kind[0].toUpperCase(Locale.ROOT)),
        kind.length > 1 ? Region.valueOf(kind[1].toUpperCase(Locale.ROOT)) : null,
        owners,
        measure(columns[3]),
        columns.length > 4 && !columns[4].isEmpty() ? extent(columns[4]) : null);
  }

  private static Measure measure(String text) {
    String[] parts = columns(text.substring(1), '*');
    List<Double> factors = new ArrayList<>();
    if (parts.length > 1) {
      for (String factor : columns(parts[1], ' ')) {
        factors.add(Double.valueOf(factor));
      }
    } else {
      factors.add(1.0);
    }
    int given = factors.size();
    while (factors.size() < 4) {
      // Italic as regular, bold italic as bold.
      factors.add(factors.get(given == 1 ? 0 : factors.size() - 2));
    }
    return new Measure(parts[0], text.charAt(0) == '=', factors);
  }

  private static Extent extent(String text) {
    String[] parts = columns(text, '/');
    return new Extent(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  /** Without a stream or a pattern: this runs while a page waits. */
  private static String[] columns(String text, char separator) {
    List<String> columns = new ArrayList<>();
    int from = 0;
    for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
      columns.add(text.substring(from, to).strip());
      from = to + 1;
    }
    columns.add(text.substring(from).strip());
    return columns.toArray(new String[0]);
  }
}
