package dev.deckmill.svgpptx;

import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a deck of SVG files, for people who want to look at one: {@code deck.pptx
 * libreoffice|powerpoint a.svg b.svg …}. Files that are rejected are named on standard output.
 */
public final class FilesToDeck {
  private FilesToDeck() {}

  public static void main(String[] args) throws Exception {
    SlideOptions defaults = SlideOptions.defaults();
    SlideOptions options =
        new SlideOptions(
            defaults.slideSize(),
            SlideOptions.Target.valueOf(System.getProperty("target", "BALANCED")),
            SlideOptions.TextProfile.valueOf(args[1].toUpperCase(Locale.ROOT)),
            defaults.limits());
    SvgToSlide engine = new SvgToSlide(options);
    List<String> findings = new ArrayList<>();
    try (OutputStream out = Files.newOutputStream(Path.of(args[0]));
        SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("Files", SlideSize.WIDE))) {
      for (int i = 2; i < args.length; i++) {
        Path file = Path.of(args[i]);
        try {
          Slide slide =
              engine.convert(new Page(file.getFileName().toString(), Files.readAllBytes(file)));
          deck.add(slide);
          for (Finding f : slide.report().findings()) {
            findings.add(file.getFileName() + " " + f);
          }
        } catch (RuntimeException e) {
          System.out.println("FAILED " + file + " " + e + " " + e.getStackTrace()[0]);
        } catch (PageRejected e) {
          System.out.println("REJECTED " + file + " " + e.code() + " " + e.getMessage());
        }
      }
    }
    findings.forEach(System.out::println);
  }
}
