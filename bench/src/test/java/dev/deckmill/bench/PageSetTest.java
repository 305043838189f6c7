package dev.deckmill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.Slide;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSetTest {
  @ParameterizedTest
  @CsvSource({"S,40,4000,7000", "M,500,70000,90000", "L,5000,1700000,2100000"})
  void pagesAreOfTheirSize(String set, int leaves, int leastBytes, int mostBytes) throws Exception {
    List<Page> pages = PageSet.named(set);
    assertThat(pages).allMatch(page -> page.svg().length > leastBytes);
    assertThat(pages).allMatch(page -> page.svg().length < mostBytes);
    Slide slide = new EngineBenchmark().converted(pages.getFirst());
    assertThat(slide.report().renditions().nativeElements())
        .isBetween(leaves * 4 / 5, leaves * 6 / 5);
    assertThat(slide.report().renditions().rasterElements()).isZero();
  }

  @Test
  void theGiantIsTwentyMegabytesAndItsPictureIsRead() throws Exception {
    Page page = PageSet.named("XL").getFirst();
    assertThat(page.svg().length).isBetween(19_900_000, 20_100_000);
    Slide slide = new EngineBenchmark().converted(page);
    assertThat(slide.report().findings()).isEmpty();
    assertThat(slide.report().renditions().nativeElements()).isEqualTo(4_001);
  }

  @Test
  void theSameNameMakesTheSamePages() throws Exception {
    List<Page> pages = PageSet.named("S");
    List<Page> again = PageSet.named("S");
    for (int i = 0; i < pages.size(); i++) {
      assertThat(Arrays.equals(pages.get(i).svg(), again.get(i).svg())).isTrue();
    }
  }

  @Test
  void aDirectoryIsASetOfItsFiles(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("b.svg"), "<svg/>");
    Files.writeString(directory.resolve("a.svg"), "<svg/>");
    Files.writeString(directory.resolve("c.txt"), "no page");
    assertThat(PageSet.named(directory.toString()))
        .extracting(page -> Path.of(page.name()).getFileName().toString())
        .containsExactly("a.svg", "b.svg");
  }
}
