package dev.deckmill.allinone.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {
  @TempDir private Path directory;

  private Path file(String name) throws IOException {
    return Files.createFile(directory.resolve(name));
  }

  @Test
  void takesADirectorysPagesInNaturalOrder() throws IOException {
    file("p10.svg");
    file("P2.SVG");
    file("p2b.svgz");
    file("p1.svg");
    file("notes.txt");
    Files.createDirectory(directory.resolve("p3.svg"));
    assertThat(PageFiles.of(List.of(directory)))
        .extracting(page -> page.getFileName().toString())
        .containsExactly("p1.svg", "P2.SVG", "p2b.svgz", "p10.svg");
  }

  @Test
  void keepsTheOrderOfFilesThatAreNamed() throws IOException {
    Path second = file("2.svg");
    Path first = file("1.svg");
    assertThat(PageFiles.of(List.of(second, first))).containsExactly(second, first);
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> PageFiles.of(List.of(directory.resolve("none.svg"))))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none.svg")
        .hasMessageContaining("there is no such file");
  }

  @Test
  void refusesADirectoryWithoutPages() {
    assertThatThrownBy(() -> PageFiles.of(List.of(directory)))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("no .svg");
  }
}
