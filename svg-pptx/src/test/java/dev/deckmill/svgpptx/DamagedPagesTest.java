package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.deckmill.svgpptx.SlideOptions.Limits;
import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is sent, the answer is a slide or a rejection, and it takes no more memory than a small
 * page may. {@code -Dfuzz.pages=N} looks at more pages, {@code -Dfuzz.seed=N} at others.
 */
class DamagedPagesTest {
  private static final int PAGES = Integer.getInteger("fuzz.pages", 600);
  private static final long SEED = Long.getLong("fuzz.seed", 11);
  private static final long MOST_BYTES = 400L << 20;

  private static final List<String> POISON =
      List.of(
          "NaN",
          "1e999",
          "-1e308",
          "0",
          "-1",
          "1e-320",
          "99999999999999999999",
          "%",
          "100%",
          "em",
          "9em",
          "url(#a)",
          "url(#",
          "url(#c)",
          "inherit",
          "var(--x)",
          "calc(1px/0)",
          "\"",
          "'",
          "<",
          ">",
          "/>",
          "&",
          "&#0;",
          "&#x1F600;",
          "&amp;",
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "<?",
          "</svg>",
          "<svg>",
          "<g>",
          "</g>",
          "\u0000",
          "\uFFFF",
          "\uD83D\uDE00",
          "\u202E",
          "transform='scale(0)'",
          "transform='matrix(1 1 1 1 0 0)'",
          "transform='scale(1e9)'",
          "viewBox='0 0 0 0'",
          "viewBox='0 0 1e-9 1e9'",
          "width='0'",
          "r='-1'",
          "d='M'",
          "d='M0 0A0 0 0 0 0 1 1A1e9 1 9 1 1 0 0z'",
          "stroke-dasharray='0 0'",
          "stroke-dasharray='1e-9'",
          "stroke-width='1e9'",
          "font-size='1e9'",
          "font-size='0'",
          "<use href='#a'/>",
          "<use href='#c'/>",
          "<g id='a'><use href='#a'/></g>",
          "<clipPath id='c'><use href='#c'/></clipPath>",
          "clip-path='url(#c)'",
          "mask='url(#a)'",
          "filter='url(#a)'",
          "opacity='-1'",
          "<text textLength='0'>x</text>",
          "<linearGradient id='a' href='#a'/>",
          "fill='url(#a)'",
          "<style>*{fill:url(#a)}</style>",
          "<image href='data:image/png;base64,iVBORw0KGgo='/>",
          "<pattern id='a' width='0'/>",
          "<marker id='a' markerWidth='1e9'/>",
          "marker-start='url(#a)'",
          "<foreignObject/>");

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource(Target.class)
  void areConvertedOrRejected(Target target) throws IOException {
    List<byte[]> seeds = seeds();
    Random random = new Random(SEED * 31 + target.name().hashCode());
    SvgToSlide engine =
        new SvgToSlide(
            new SlideOptions(
                SlideSize.WIDE, target, TextProfile.POWERPOINT, small(Limits.DEFAULT)));
    int converted = 0;
    for (int i = 0; i < PAGES / Target.values().length; i++) {
      byte[] page = damaged(seeds.get(random.nextInt(seeds.size())), seeds, random);
      converted += isConverted(engine, page) ? 1 : 0;
    }
    // Mostly the damage is in the values: much more than the door is tried.
    assertThat(converted).isGreaterThan(PAGES / Target.values().length / 10);
  }

  @Test
  void areRejectedOrConvertedWhereverTheyEnd() throws IOException {
    byte[] page = Files.readAllBytes(golden().getFirst());
    SvgToSlide engine = new SvgToSlide(SlideOptions.defaults());
    for (int length = 0; length < page.length; length++) {
      isConverted(engine, Arrays.copyOf(page, length));
    }
  }

  private boolean isConverted(SvgToSlide engine, byte[] page) {
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      engine.convert(new Page("damaged", page));
      return true;
    } catch (PageRejected rejected) {
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
      return fail("a page broke the engine: " + Base64.getEncoder().encodeToString(page), broken);
    } finally {
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as(() -> Base64.getEncoder().encodeToString(page))
          .isLessThan(MOST_BYTES);
    }
  }

  private static Limits small(Limits usual) {
    return new Limits(
        1 << 20,
        usual.depth(),
        5_000,
        1_000,
        1 << 16,
        20_000,
        50_000,
        50_000,
        5_000,
        1_000_000,
        4_000_000,
        500_000);
  }

  private static byte[] damaged(byte[] seed, List<byte[]> seeds, Random random) {
    byte[] page = seed;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      page = damagedOnce(page, seeds, random);
    }
    return page;
  }

  private static byte[] damagedOnce(byte[] page, List<byte[]> seeds, Random random) {
    int at = random.nextInt(page.length + 1);
    int length = Math.min(page.length - at, random.nextInt(40));
    return switch (random.nextInt(12)) {
      case 0 -> spliced(page, at, length, new byte[0]);
      case 1 -> spliced(page, at, 1, new byte[] {(byte) random.nextInt(256)});
      case 2 -> spliced(page, at, 0, Arrays.copyOfRange(page, at, at + length));
      case 3 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length);
        int end = Math.min(other.length, from + random.nextInt(200));
        yield spliced(page, at, length, Arrays.copyOfRange(other, from, end));
      }
      case 4, 5 -> spliced(page, at, 0, poison(random));
      default -> value(page, at, random);
    };
  }

  /** Another value for the next attribute, or for part of it. */
  private static byte[] value(byte[] page, int at, Random random) {
    String text = new String(page, StandardCharsets.ISO_8859_1);
    int open = text.indexOf("=\"", at);
    open = open < 0 ? text.indexOf("=\"") : open;
    int close = open < 0 ? -1 : text.indexOf('"', open + 2);
    if (close < 0) {
      return spliced(page, at, 0, poison(random));
    }
    int from = open + 2 + (random.nextBoolean() ? 0 : random.nextInt(close - open - 1));
    String poison = POISON.get(random.nextInt(POISON.size())).replaceAll("[<>&\"\u0000\uFFFF]", "");
    byte[] with = poison.getBytes(StandardCharsets.UTF_8);
    return spliced(page, from, random.nextBoolean() ? close - from : 0, with);
  }

  private static byte[] poison(Random random) {
    return POISON.get(random.nextInt(POISON.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] spliced(byte[] page, int at, int without, byte[] with) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(page.length + with.length);
    out.write(page, 0, at);
    out.writeBytes(with);
    int rest = Math.min(page.length, at + without);
    out.write(page, rest, page.length - rest);
    return out.toByteArray();
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (Path file : golden()) {
      seeds.add(Files.readAllBytes(file));
    }
    return seeds;
  }

  private static List<Path> golden() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
      return files.filter(f -> f.toString().endsWith(".svg")).sorted().toList();
    }
  }
}
