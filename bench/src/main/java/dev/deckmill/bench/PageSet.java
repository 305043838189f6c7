package dev.deckmill.bench;

import dev.deckmill.svgpptx.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pages of one row of the table: a named set of made pages, or the files of a directory. */
final class PageSet {
  /** The made ones, in the order of their size. */
  static final List<String> MADE = List.of("S", "HTML", "M", "L", "XL");

  private PageSet() {}

  /** One of {@link #MADE}, or what lies in the directory of that name. */
  static List<Page> named(String name) throws IOException {
    return switch (name) {
      case "S" -> made(20, SlidePage::svg);
      case "M" -> made(10, ChartPage::svg);
      case "L" -> made(3, MapPage::svg);
      case "HTML" -> made(20, LabelPage::svg);
      case "XL" -> made(1, GiantPage::svg);
      // Strings are no closed set.
      default -> files(Path.of(name));
    };
  }

  private static List<Page> made(int count, IntFunction<String> page) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Page("page " + i, page.apply(i).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static List<Page> files(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(file -> file.toString().matches(".*\\.svgz?")).sorted().toList();
    }
    List<Page> pages = new ArrayList<>();
    for (Path file : files) {
      pages.add(new Page(file.toString(), Files.readAllBytes(file)));
    }
    return pages;
  }
}
