package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same pages give the same slides in another process. */
class SameBytesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** Prints the hash of each page's slide. */
  public static final class Hashes {
    private Hashes() {}

    public static void main(String[] args) throws Exception {
      for (Path page : pages()) {
        System.out.println(hash(page));
      }
    }
  }

  @Test
  void inAnotherJvm() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.language=tr",
                "-cp",
                System.getProperty("java.class.path"),
                Hashes.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String[] theirs =
        new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .strip()
            .split("\n", -1);
    assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<Path> pages = pages();
    assertThat(theirs).hasSameSizeAs(pages);
    for (int i = 0; i < theirs.length; i++) {
      assertThat(theirs[i]).as(pages.get(i).toString()).isEqualTo(hash(pages.get(i)));
    }
  }

  /** Of a deck with the slide in it: its XML, its pictures, its relationships, as deflated. */
  private static String hash(Path page) throws Exception {
    Slide slide =
        new SvgToSlide(SlideOptions.defaults()).convert(new Page("page", Files.readAllBytes(page)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("Deck", slide.size()))) {
      deck.add(slide);
    }
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
    return HexFormat.of().formatHex(sum) + " " + slide.report().findings().toString().hashCode();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files.filter(f -> f.toString().endsWith(".svg")).sorted().toList();
    }
  }
}
