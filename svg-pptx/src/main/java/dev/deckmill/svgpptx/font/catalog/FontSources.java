package dev.deckmill.svgpptx.font.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where fonts may be found besides those whose metrics are in the jar.
 *
 * @param folders searched with all below them; none: the jar's metrics alone, the same on every
 *     machine
 * @param indexFile keeps what the folders hold from one start to the next; null: read them anew
 * @param generics which family a CSS generic family is on the viewer's machine, by its CSS name
 *     ({@code sans-serif}, …; {@code default} for families that nobody knows). Asked for text
 *     profile LibreOffice alone, before the usual ones
 */
public record FontSources(
    List<Path> folders, @Nullable Path indexFile, Map<String, String> generics) {
  public FontSources {
    folders = List.copyOf(folders);
    generics = Map.copyOf(generics);
  }

  /** The jar's metrics alone. */
  public static FontSources bundledOnly() {
    return new FontSources(List.of(), null, Map.of());
  }

  /** These folders and nothing else. */
  public static FontSources of(List<Path> folders) {
    return new FontSources(folders, null, Map.of());
  }

  /** Where Linux, macOS and Windows keep fonts, as far as the folders exist. */
  public static FontSources system() {
    String home = System.getProperty("user.home", "");
    List<Path> folders = new ArrayList<>();
    for (String folder :
        List.of(
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            home + "/.fonts",
            home + "/.local/share/fonts",
            "/System/Library/Fonts",
            "/Library/Fonts",
            home + "/Library/Fonts",
            "C:\\Windows\\Fonts",
            home + "\\AppData\\Local\\Microsoft\\Windows\\Fonts")) {
      Path path = Path.of(folder);
      if (path.isAbsolute() && Files.isDirectory(path)) {
        folders.add(path);
      }
    }
    return of(folders);
  }

  /** The same with an index file, which is written where it is missing or out of date. */
  public FontSources withIndex(Path file) {
    return new FontSources(folders, file, generics);
  }

  /** The same with other generic families. */
  public FontSources withGenerics(Map<String, String> families) {
    return new FontSources(folders, indexFile, families);
  }
}
