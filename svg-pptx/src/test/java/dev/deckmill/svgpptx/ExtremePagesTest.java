package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of a few lines that ended or hung the engine once, and generated ones like them. */
class ExtremePagesTest {
  /** A page that hangs does so for ever; one that is converted takes milliseconds. */
  private static final Duration HANGS = Duration.ofSeconds(30);

  /** {@code -Ddeckmill.extreme-pages=1000000} takes some minutes. */
  private static final int GENERATED = Integer.getInteger("deckmill.extreme-pages", 20_000);

  private static final List<String> EDGES =
      List.of("0", "1e-320", "-1e-30", "1e-9", "1e9", "-1e16", "1e18", "1e30", "-1e300", "1e999");

  static Stream<Path> pages() throws IOException, URISyntaxException {
    Path directory =
        Path.of(Objects.requireNonNull(ExtremePagesTest.class.getResource("extreme")).toURI());
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void becomesASlideOrARejection(Path page) throws IOException {
    byte[] svg = Files.readAllBytes(page);
    boolean slide = assertTimeoutPreemptively(HANGS, () -> becomesASlide(svg));
    assertThat(slide).isEqualTo(!page.getFileName().toString().equals("page-of-no-size.svg"));
  }

  @Test
  void generatedDashesCurvesAndBoxesBecomeSlidesOrRejections() {
    Random random = new Random(18);
    for (int i = 0; i < GENERATED; i++) {
      String page = page(random);
      assertTimeoutPreemptively(
          HANGS, () -> becomesASlide(page.getBytes(StandardCharsets.UTF_8)), () -> page);
    }
  }

  /** False where it is rejected, which it may be for its size alone. */
  private static boolean becomesASlide(byte[] svg) {
    try {
      Slide slide = new SvgToSlide(SlideOptions.defaults()).convert(new Page("extreme.svg", svg));
      assertThat(slide.partBytes()).isPositive();
      return true;
    } catch (PageRejected e) {
      assertThat(e.code()).isIn(PageRejected.Code.SVG_INVALID, PageRejected.Code.LIMIT_PAGE_SIZE);
      return false;
    } catch (RuntimeException e) {
      throw new AssertionError(new String(svg, StandardCharsets.UTF_8), e);
    }
  }

  private static String page(Random random) {
    String box = random.nextInt(20) > 0 ? "0 0 1280 720" : "0 0 " + edge(random) + " 720";
    String content = content(random);
    String page = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + box + "\">";
    return switch (random.nextInt(12)) {
      case 0 ->
          page
              + "<clipPath id=\"c\">"
              + content
              + "</clipPath>"
              + "<g clip-path=\"url(#c)\"><rect width=\"99\" height=\"99\"/></g></svg>";
      case 1 ->
          page
              + "<marker id=\"m\" orient=\"auto\"><path d=\"M0 0h4v4z\"/></marker>"
              + "<g marker-mid=\"url(#m)\">"
              + content
              + "</g></svg>";
      case 2 -> page + "<g transform=\"" + transform(random) + "\">" + content + "</g></svg>";
      case 3 ->
          page
              + "<pattern id=\"p\" width=\""
              + number(random)
              + "\" height=\"9\""
              + " patternUnits=\"userSpaceOnUse\">"
              + content
              + "</pattern>"
              + "<rect width=\"99\" height=\"99\" fill=\"url(#p)\"/></svg>";
      default -> page + content + "</svg>";
    };
  }

  private static String transform(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "scale(" + number(random) + " " + number(random) + ")";
      case 1 -> "translate(" + number(random) + ") rotate(" + number(random) + ")";
      default -> "matrix(1 " + number(random) + " " + number(random) + " 1 0 0)";
    };
  }

  private static String content(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "<line x2=\"" + number(random) + "\" y2=\"" + number(random) + "\"" + pen(random);
      case 1 ->
          "<rect x=\""
              + number(random)
              + "\" width=\""
              + number(random)
              + "\" height=\""
              + number(random)
              + "\" ry=\""
              + number(random)
              + "\""
              + pen(random);
      case 2 ->
          "<ellipse cx=\""
              + number(random)
              + "\" rx=\""
              + number(random)
              + "\" ry=\""
              + number(random)
              + "\""
              + pen(random);
      default -> "<path d=\"" + path(random) + "\"" + pen(random);
    };
  }

  private static String path(Random random) {
    StringBuilder d = new StringBuilder("M").append(number(random)).append(" 6");
    for (int i = random.nextInt(8); i >= 0; i--) {
      d.append("LlCcQqAaHvzZ".charAt(random.nextInt(12)));
      int numbers =
          switch (Character.toUpperCase(d.charAt(d.length() - 1))) {
            case 'L' -> 2;
            case 'C' -> 6;
            case 'Q' -> 4;
            case 'H', 'V' -> 1;
            case 'A' -> -1;
            default -> 0;
          };
      if (numbers < 0) {
        d.append(number(random)).append(' ').append(number(random)).append(" 30 1 0 ");
        numbers = 2;
      }
      for (int n = 0; n < numbers; n++) {
        d.append(number(random)).append(' ');
      }
    }
    return d.toString();
  }

  private static String pen(Random random) {
    if (random.nextInt(3) == 0) {
      return " fill=\"teal\"/>";
    }
    String dashes = random.nextInt(4) == 0 ? "" : length(random) + " " + length(random);
    return " stroke=\"red\" stroke-width=\""
        + length(random)
        + "\" stroke-dasharray=\""
        + dashes
        + "\" stroke-dashoffset=\""
        + number(random)
        + "\"/>";
  }

  private static String length(Random random) {
    return random.nextInt(15) == 0
        ? edge(random).replace("-1", "1")
        : decimal(random.nextDouble() * 30);
  }

  private static String number(Random random) {
    return random.nextInt(15) == 0 ? edge(random) : decimal(random.nextDouble() * 2_000 - 200);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String edge(Random random) {
    return EDGES.get(random.nextInt(EDGES.size()));
  }
}
