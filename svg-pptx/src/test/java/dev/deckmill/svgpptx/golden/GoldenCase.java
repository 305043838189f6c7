package dev.deckmill.svgpptx.golden;

import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.SlidesToDeck;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.SvgToSlide;
import dev.deckmill.svgpptx.font.catalog.FontCatalog;
import dev.deckmill.svgpptx.font.catalog.FontSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A page and whom it is converted for. What is expected lies beside the page: {@code case.xml} by
 * default, {@code case.SPEED.xml} for a target, {@code case.LIBREOFFICE.xml} for a text profile.
 *
 * @param profile a target's or a text profile's name; empty: the defaults
 */
record GoldenCase(Path page, String profile) {
  static final Path ROOT = Path.of("src/test/resources/golden");
  private static final FontCatalog INSTALLED = FontCatalog.of(FontSources.system());

  /** Every page by default, then every page for which a profile has an expectation of its own. */
  static List<GoldenCase> all() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<GoldenCase> others =
          files
              .filter(f -> f.getFileName().toString().matches("[^.]+\\.[A-Z_]+\\.xml"))
              .sorted()
              .map(GoldenCase::expectedIn)
              .toList();
      return Stream.concat(byDefault().stream(), others.stream()).toList();
    }
  }

  static List<GoldenCase> byDefault() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(f -> f.toString().endsWith(".svg"))
          .sorted()
          .map(svg -> new GoldenCase(svg, ""))
          .toList();
    }
  }

  private static GoldenCase expectedIn(Path xml) {
    String[] parts = xml.getFileName().toString().split("\\.", -1);
    return new GoldenCase(xml.resolveSibling(parts[0] + ".svg"), parts[1]);
  }

  /** The same page by default. */
  GoldenCase usual() {
    return new GoldenCase(page, "");
  }

  String name() {
    String name = ROOT.relativize(page).toString().replace('\\', '/').replaceAll("\\.svg$", "");
    return profile.isEmpty() ? name : name + "." + profile;
  }

  Path expected() {
    String end = profile.isEmpty() ? ".xml" : "." + profile + ".xml";
    return Path.of(page.toString().replaceAll("\\.svg$", end));
  }

  /**
   * LibreOffice's text is measured in the fonts of this machine; the cases for it name DejaVu,
   * which comes with LibreOffice.
   */
  boolean hasItsFonts() {
    return !profile.equals(TextProfile.LIBREOFFICE.name())
        || !name().startsWith("text/")
        || Stream.of("DejaVu Sans", "DejaVu Serif").allMatch(INSTALLED::isInstalled);
  }

  /** A deck of all cases, in their order. */
  static byte[] deck() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SlideOptions options = SlideOptions.defaults();
    try (SlidesToDeck deck =
        new SlidesToDeck(
            out, new DeckOptions("Golden", Objects.requireNonNull(options.slideSize())))) {
      for (GoldenCase golden : all()) {
        deck.add(golden.slide());
      }
    }
    return out.toByteArray();
  }

  Slide slide() throws Exception {
    return new SvgToSlide(options()).convert(new Page(name(), Files.readAllBytes(page)));
  }

  private SlideOptions options() {
    SlideOptions usual = SlideOptions.defaults();
    if (profile.isEmpty()) {
      return usual;
    }
    boolean isTarget = Stream.of(Target.values()).anyMatch(t -> t.name().equals(profile));
    return new SlideOptions(
        usual.slideSize(),
        isTarget ? Target.valueOf(profile) : usual.target(),
        isTarget ? usual.textProfile() : TextProfile.valueOf(profile),
        usual.limits());
  }
}
