package dev.deckmill.svgpptx.parse.css;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The properties of CSS that the cascade does not compute: those that change nothing in a drawing,
 * and those whose effect is missing from it. The lists are {@code properties.txt} and, for boxes of
 * HTML, {@code boxes.txt} beside this class.
 */
final class KnownProperties {
  /** Prefixes of what programs keep for themselves, or browsers had before there was a standard. */
  private static final List<String> PRIVATE =
      List.of("-inkscape-", "-moz-osx-", "-webkit-tap-", "-sodipodi-", "-adobe-", "mso-");

  private KnownProperties() {}

  /** Read when the first of them is met: most pages have none. */
  private static final class Table {
    static final Map<String, String> ROWS = read("properties.txt");
    static final Map<String, String> OF_BOXES = read("boxes.txt");

    private static Map<String, String> read(String list) {
      Map<String, String> rows = new HashMap<>();
      try (InputStream in =
              Objects.requireNonNull(KnownProperties.class.getResourceAsStream(list), list);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.isBlank() && line.charAt(0) != '#') {
            String[] columns = line.split("\\s*\\|\\s*", -1);
            rows.put(columns[0].strip(), columns[1]);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(list + " is beside the class and can't be read", e);
      }
      return rows;
    }
  }

  /** Whether a name in lower case is in the list. */
  static boolean isKnown(String name) {
    return Table.ROWS.containsKey(name);
  }

  /** A clause for a declaration that is lost; nothing for one that changes nothing. */
  static void report(String name, String value, Consumer<String> problem) {
    String harmless = harmless(name);
    if (harmless == null) {
      problem.accept("a property is not known");
    } else if (!harmless.equals("*") && !isAmong(value.toLowerCase(Locale.ROOT), harmless)) {
      problem.accept("the property " + name + " is not supported");
    }
  }

  /** Whether a declaration that changes nothing in SVG is lost where the element is HTML. */
  static boolean isLostInBoxes(String name, String value) {
    String harmless = Table.OF_BOXES.get(name);
    if (harmless == null && name.startsWith("-")) {
      harmless = Table.OF_BOXES.get(unprefixed(name));
    }
    return harmless != null && !isAmong(value.toLowerCase(Locale.ROOT), harmless);
  }

  /** Values that change nothing: a star for all, or those with bars between; null: unknown. */
  private static @Nullable String harmless(String name) {
    String row = Table.ROWS.get(name);
    if (row == null && name.startsWith("-")) {
      if (PRIVATE.stream().anyMatch(name::startsWith)) {
        return "*";
      }
      row = Table.ROWS.get(unprefixed(name));
    }
    return row;
  }

  private static String unprefixed(String name) {
    return name.substring(name.indexOf('-', 1) + 1);
  }

  private static boolean isAmong(String value, String harmless) {
    for (String each : harmless.split(",", -1)) {
      if (each.strip().equals(value)) {
        return true;
      }
    }
    return Values.isWide(value) && !value.equals("inherit");
  }
}
