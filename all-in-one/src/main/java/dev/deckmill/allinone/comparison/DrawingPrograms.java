package dev.deckmill.allinone.comparison;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The foreign programs that draw pages and slides.
 *
 * @param browser Chromium or Chrome
 * @param office LibreOffice
 * @param rasterizer Poppler's pdftoppm
 */
public record DrawingPrograms(Path browser, Path office, Path rasterizer) {
  private static final String NEEDED =
      "chromium (or google-chrome), soffice and pdftoppm have to be on the PATH, and one is not. On"
          + " Debian: apt-get install chromium libreoffice-impress poppler-utils";

  /**
   * Looks for them.
   *
   * @param searched directories as in the environment variable PATH
   * @throws IOException if one is not there, with what installs it
   */
  public static DrawingPrograms in(String searched) throws IOException {
    List<Path> directories =
        Arrays.stream(searched.split(File.pathSeparator, -1)).map(Path::of).toList();
    return new DrawingPrograms(
        first(directories, "chromium", "chromium-browser", "google-chrome"),
        first(directories, "soffice", "libreoffice"),
        first(directories, "pdftoppm"));
  }

  private static Path first(List<Path> directories, String... names) throws IOException {
    Optional<Path> found =
        Arrays.stream(names)
            .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
            .filter(Files::isExecutable)
            .findFirst();
    return found.orElseThrow(() -> new IOException(NEEDED));
  }
}
