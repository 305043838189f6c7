package dev.deckmill.svgpptx.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.PageRejected.Code;
import dev.deckmill.svgpptx.SlideOptions.Limits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PROMISES §4: a page that has just as much as it may is taken, one more is too many. */
class PageLimitsTest {
  private enum Limit {
    BYTES,
    DEPTH,
    ELEMENTS,
    ENTITIES,
    ENTITY_BYTES,
    PATH,
    PAGE_PATHS,
    TEXT,
    INSTANCES,
    IMAGE,
    PAGE_IMAGES
  }

  /** A limit, and a page with so many of what it counts. */
  private record Case(Limit limit, long most, Code code, Pages pages) {
    @Override
    public String toString() {
      return limit + " " + most;
    }
  }

  @FunctionalInterface
  private interface Pages {
    String with(int count);
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(Limit.BYTES, 200, Code.LIMIT_PAGE_BYTES, n -> padded(n)),
        new Case(
            Limit.DEPTH, 5, Code.LIMIT_DEPTH, n -> svg("<g>".repeat(n - 1) + "</g>".repeat(n - 1))),
        new Case(Limit.ELEMENTS, 7, Code.LIMIT_ELEMENTS, n -> svg("<g/>".repeat(n - 1))),
        new Case(
            Limit.ENTITIES,
            6,
            Code.XML_LIMIT,
            n -> entity("x") + svg("<text>" + "&e;".repeat(n) + "</text>")),
        new Case(Limit.PATH, 9, Code.LIMIT_PATH, n -> svg(path(n))),
        new Case(Limit.PAGE_PATHS, 9, Code.LIMIT_PATH, n -> svg(path(4) + path(n - 4))),
        new Case(Limit.TEXT, 8, Code.LIMIT_TEXT, n -> svg("<text>" + "x".repeat(n) + "</text>")),
        new Case(
            Limit.INSTANCES,
            6,
            Code.LIMIT_USE_EXPANSION,
            n -> svg("<rect id='a' width='1' height='1'/>" + "<use href='#a'/>".repeat(n))),
        new Case(Limit.IMAGE, 12, Code.LIMIT_RASTER, n -> svg(image(n))),
        new Case(Limit.PAGE_IMAGES, 12, Code.LIMIT_RASTER, n -> svg(image(5) + image(n - 5))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesWhatIsAtALimitAndRefusesOneMore(Case one) {
    SvgParser parser = new SvgParser(limits(Map.of(one.limit(), one.most())));
    Page at = page(one.pages().with((int) one.most()));
    Page over = page(one.pages().with((int) one.most() + 1));
    assertThatCode(() -> parser.parse(at)).doesNotThrowAnyException();
    PageRejected rejected = catchThrowableOfType(PageRejected.class, () -> parser.parse(over));
    assertThat(rejected).as("one more than %s", one).isNotNull();
    assertThat(rejected.code()).isEqualTo(one.code());
  }

  /** What counts is how much longer entities make a page, so that short ones cost nothing. */
  @Test
  void takesEntitiesThatMakeAPageLongerByTheirLimitAndRefusesMore() {
    int most = 1_000;
    String entity = "x".repeat(50);
    SvgParser parser = new SvgParser(limits(Map.of(Limit.ENTITY_BYTES, (long) most)));
    assertThatCode(() -> parser.parse(page(expanding(entity, most / entity.length()))))
        .doesNotThrowAnyException();
    int uses = 2 * most / entity.length();
    String over = expanding(entity, uses);
    assertThat(uses * entity.length()).isGreaterThan(over.length() + most);
    assertThat(catchThrowableOfType(PageRejected.class, () -> parser.parse(page(over))).code())
        .isEqualTo(Code.XML_LIMIT);
  }

  private static String expanding(String entity, int uses) {
    return entity(entity) + svg("<text>" + "&e;".repeat(uses) + "</text>");
  }

  @Test
  void takesAPageOfTenMillionUnitsAndRefusesAWiderOne() {
    SvgParser parser = new SvgParser(Limits.DEFAULT);
    String sized = "<svg xmlns='http://www.w3.org/2000/svg' width='%s' height='9'/>";
    assertThatCode(() -> parser.parse(page(sized.formatted("10000000"))))
        .doesNotThrowAnyException();
    assertThat(
            catchThrowableOfType(
                    PageRejected.class, () -> parser.parse(page(sized.formatted("10000001"))))
                .code())
        .isEqualTo(Code.LIMIT_PAGE_SIZE);
  }

  private static Page page(String svg) {
    return new Page("page.svg", svg.getBytes(StandardCharsets.UTF_8));
  }

  private static String svg(String content) {
    return "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>" + content + "</svg>";
  }

  private static String padded(int bytes) {
    String empty = svg("<!---->");
    return svg("<!--" + " ".repeat(bytes - empty.length()) + "-->");
  }

  private static String entity(String value) {
    return "<!DOCTYPE svg [<!ENTITY e '" + value + "'>]>";
  }

  private static String path(int commands) {
    return "<path d='M0 0" + "L1 1".repeat(commands - 1) + "'/>";
  }

  /** So many pixels in a row. */
  private static String image(int pixels) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(pixels, 1, BufferedImage.TYPE_INT_RGB), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return "<image width='1' height='1' href='data:image/png;base64,"
        + Base64.getEncoder().encodeToString(png.toByteArray())
        + "'/>";
  }

  private static Limits limits(Map<Limit, Long> set) {
    Limits usual = Limits.DEFAULT;
    Map<Limit, Long> all = new EnumMap<>(Limit.class);
    all.put(Limit.BYTES, usual.inflatedBytes());
    all.put(Limit.DEPTH, (long) usual.depth());
    all.put(Limit.ELEMENTS, (long) usual.elements());
    all.put(Limit.ENTITIES, (long) usual.entityExpansions());
    all.put(Limit.ENTITY_BYTES, (long) usual.entityBytes());
    all.put(Limit.PATH, (long) usual.pathCommands());
    all.put(Limit.PAGE_PATHS, (long) usual.pagePathCommands());
    all.put(Limit.TEXT, (long) usual.textChars());
    all.put(Limit.INSTANCES, (long) usual.instances());
    all.put(Limit.IMAGE, usual.imagePixels());
    all.put(Limit.PAGE_IMAGES, usual.pageImagePixels());
    all.putAll(set);
    return new Limits(
        all.get(Limit.BYTES),
        all.get(Limit.DEPTH).intValue(),
        all.get(Limit.ELEMENTS).intValue(),
        all.get(Limit.ENTITIES).intValue(),
        all.get(Limit.ENTITY_BYTES).intValue(),
        all.get(Limit.PATH).intValue(),
        all.get(Limit.PAGE_PATHS).intValue(),
        all.get(Limit.TEXT).intValue(),
        all.get(Limit.INSTANCES).intValue(),
        all.get(Limit.IMAGE),
        all.get(Limit.PAGE_IMAGES),
        usual.rasterPixels());
  }
}
