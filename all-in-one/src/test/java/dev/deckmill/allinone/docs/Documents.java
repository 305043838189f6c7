package dev.deckmill.allinone.docs;

import dev.deckmill.allinone.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's documents. */
final class Documents {
  private static final List<String> PLACES = List.of("docs", "examples", "deploy");

  private Documents() {}

  /** Every document: those on top and those below {@link #PLACES}. */
  static List<Path> all() {
    Stream<Path> top = ProjectFiles.below(ProjectFiles.at(""), 1).stream();
    Stream<Path> below =
        PLACES.stream()
            .flatMap(
                place -> ProjectFiles.below(ProjectFiles.at(place), Integer.MAX_VALUE).stream());
    return Stream.concat(top, below).filter(file -> file.toString().endsWith(".md")).toList();
  }

  /** What the first group of {@code pattern} catches in {@code text}. */
  static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
