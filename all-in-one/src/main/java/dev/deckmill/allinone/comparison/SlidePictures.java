package dev.deckmill.allinone.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The slides of a deck as LibreOffice shows them. */
final class SlidePictures {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final DrawingPrograms programs;
  private final Path directory;

  /**
   * @param directory for what the programs need and leave
   */
  SlidePictures(DrawingPrograms programs, Path directory) {
    this.programs = programs;
    this.directory = directory;
  }

  /**
   * Draws every slide.
   *
   * @param count how many slides there are
   * @return their pictures in order
   * @throws IOException if there are more or fewer, or a program fails
   */
  List<Path> draw(Path deck, int count, PictureSize size) throws IOException, InterruptedException {
    Path slides = Files.createTempDirectory(directory, "slides-");
    ForeignProgram program = new ForeignProgram(directory.resolve("office.log"), LONGEST);
    program.run(
        List.of(
            programs.office().toString(),
            "-env:UserInstallation=" + directory.resolve("office").toUri(),
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            slides.toString(),
            deck.toString()));
    String name = deck.getFileName().toString().replaceFirst("\\.pptx$", ".pdf");
    program.run(
        List.of(
            programs.rasterizer().toString(),
            "-png",
            "-scale-to-x",
            Integer.toString(size.width()),
            "-scale-to-y",
            Integer.toString(size.height()),
            slides.resolve(name).toString(),
            slides.resolve("slide").toString()));
    return pictures(slides, count);
  }

  private static List<Path> pictures(Path slides, int count) throws IOException {
    try (Stream<Path> files = Files.list(slides)) {
      List<Path> pictures = files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
      if (pictures.size() != count) {
        throw new IOException("LibreOffice drew %d of %d slides".formatted(pictures.size(), count));
      }
      return pictures;
    }
  }
}
