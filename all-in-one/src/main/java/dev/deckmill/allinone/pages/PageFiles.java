package dev.deckmill.allinone.pages;

import dev.deckmill.contracts.NaturalOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The SVG files that a command line means. */
public final class PageFiles {
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(file -> file.getFileName().toString(), new NaturalOrder());

  private PageFiles() {}

  /**
   * Files in the order given; a directory stands for its {@code .svg} and {@code .svgz} files in
   * natural order.
   *
   * @throws NoSuchFileException if an argument is nothing that can be read, or there is no page
   */
  public static List<Path> of(Collection<Path> arguments) throws IOException {
    List<Path> pages = new ArrayList<>();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        pages.addAll(inDirectory(argument));
      } else if (Files.isReadable(argument)) {
        pages.add(argument);
      } else {
        throw new NoSuchFileException(
            argument.toString(), null, "there is no such file, or it may not be read");
      }
    }
    return List.copyOf(pages);
  }

  private static List<Path> inDirectory(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> pages = files.filter(PageFiles::isPage).sorted(BY_NAME).toList();
      if (pages.isEmpty()) {
        throw new NoSuchFileException(
            directory.toString(), null, "the directory holds no .svg and no .svgz file");
      }
      return pages;
    }
  }

  private static boolean isPage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && (name.endsWith(".svg") || name.endsWith(".svgz"));
  }
}
