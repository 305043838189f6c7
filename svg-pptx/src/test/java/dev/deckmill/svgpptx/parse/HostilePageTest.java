package dev.deckmill.svgpptx.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.PageRejected.Code;
import dev.deckmill.svgpptx.ir.Drawing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PROMISES §2 S2, S3, S4 at the engine's door. */
class HostilePageTest {
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>";

  private static PageRejected rejection(byte[] page) {
    return catchThrowableOfType(
        PageRejected.class, () -> Parsed.PARSER.parse(new Page("hostile.svg", page)));
  }

  private static Code code(String page) {
    return rejection(page.getBytes(StandardCharsets.UTF_8)).code();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void rejectsABillionLaughs() {
    StringBuilder page = new StringBuilder("<!DOCTYPE svg [<!ENTITY l0 'lol'>");
    for (int i = 1; i < 10; i++) {
      page.append("<!ENTITY l")
          .append(i)
          .append(" '")
          .append(("&l" + (i - 1) + ";").repeat(10))
          .append("'>");
    }
    assertThat(code(page + "]>" + SVG + "<text>&l9;</text></svg>")).isEqualTo(Code.XML_LIMIT);
  }

  @Test
  void rejectsAnEntityThatIsLongAndOftenUsed() {
    String page =
        "<!DOCTYPE svg [<!ENTITY a '"
            + "x".repeat(100_000)
            + "'>]>"
            + SVG
            + "<text>"
            + "&a;".repeat(60)
            + "</text></svg>";
    assertThat(code(page)).isEqualTo(Code.XML_LIMIT);
  }

  @Test
  void rejectsAnEntityThatExpandsInsideAnAttribute() {
    String page =
        "<!DOCTYPE svg [<!ENTITY a '"
            + "x".repeat(100_000)
            + "'>]>"
            + SVG
            + "<g id='"
            + "&a;".repeat(60)
            + "'/></svg>";
    assertThat(code(page)).isEqualTo(Code.XML_LIMIT);
  }

  @Test
  void rejectsAnEntityThatRefersToItself() {
    assertThat(
            code(
                "<!DOCTYPE svg [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>"
                    + SVG
                    + "<text>&a;</text></svg>"))
        .isEqualTo(Code.XML_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!ENTITY a SYSTEM 'file:///etc/passwd'>",
        "<!ENTITY a PUBLIC 'x' 'http://127.0.0.1/'>",
        "<!ENTITY % p 'x'>",
        "<!ENTITY % p SYSTEM 'http://127.0.0.1/'>",
        "<!-- --> %p;",
        "<!ENTITY a 'x%p;y'>"
      })
  void rejectsWhatWouldFetchOrCompute(String declaration) {
    assertThat(code("<!DOCTYPE svg [" + declaration + "]>" + SVG + "</svg>"))
        .isEqualTo(Code.XML_DTD_EXTERNAL);
  }

  @Test
  void neverFetchesTheDocumentTypeItNames() {
    Drawing drawing =
        Parsed.document(
            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:1/svg11.dtd'>"
                + SVG
                + "<rect width='1' height='1'/></svg>");
    assertThat(Parsed.shapes(drawing.children())).hasSize(1);
  }

  @Test
  void readsEntitiesAsIllustratorWritesThem() {
    Drawing drawing =
        Parsed.document(
            "<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\"><!ENTITY r '<rect width=\"1\" height=\"1\"/>'>]>"
                + "<svg xmlns='&ns_svg;' width='9' height='9'>&r;&r;</svg>");
    assertThat(Parsed.shapes(drawing.children())).hasSize(2);
  }

  @Test
  void rejectsADepthBomb() {
    assertThat(code(SVG + "<g>".repeat(100_000))).isEqualTo(Code.LIMIT_DEPTH);
  }

  @Test
  void rejectsTooManyElements() {
    assertThat(code(SVG + "<g/>".repeat(200_001) + "</svg>")).isEqualTo(Code.LIMIT_ELEMENTS);
  }

  @Test
  void rejectsAMillionAttributes() {
    StringBuilder page = new StringBuilder(SVG + "<g");
    for (int i = 0; i < 500_000; i++) {
      page.append(" a").append(i).append("=''");
    }
    assertThat(code(page + "/></svg>")).isEqualTo(Code.XML_LIMIT);
  }

  @Test
  void rejectsAUseBomb() {
    StringBuilder page = new StringBuilder(SVG + "<g id='u0'><rect width='1' height='1'/></g>");
    for (int i = 1; i < 30; i++) {
      String use = "<use xlink:href='#u" + (i - 1) + "'/>";
      page.append("<g id='u").append(i).append("'>").append(use).append(use).append("</g>");
    }
    assertThat(code(page + "</svg>")).isEqualTo(Code.LIMIT_USE_EXPANSION);
  }

  @Test
  void rejectsAChainOfUsesThatNestsTooDeep() {
    StringBuilder page = new StringBuilder(SVG + "<g id='u0'><rect width='1' height='1'/></g>");
    for (int i = 1; i < 5000; i++) {
      page.append("<use id='u").append(i).append("' xlink:href='#u").append(i - 1).append("'/>");
    }
    assertThat(code(page + "</svg>")).isIn(Code.LIMIT_DEPTH, Code.LIMIT_USE_EXPANSION);
  }

  @Test
  void cutsPatternsThatPaintEachOther() {
    Drawing drawing =
        Parsed.page(
            "<pattern id='a' width='1' height='1'><rect width='9' height='9' fill='url(#b)'/></pattern>"
                + "<pattern id='b' width='1' height='1'><rect width='9' height='9' fill='url(#a)'/></pattern>"
                + "<rect width='9' height='9' fill='url(#a)'/>");
    assertThat(Parsed.codes(drawing)).contains(Finding.Code.REFERENCE_CYCLE_CUT);
  }

  @Test
  void rejectsAPathWithTooManyCommands() {
    assertThat(code(SVG + "<path d='M0 0" + "h1".repeat(200_001) + "'/></svg>"))
        .isEqualTo(Code.LIMIT_PATH);
  }

  @Test
  void rejectsTooMuchText() {
    assertThat(code(SVG + "<text>" + "x".repeat(500_001) + "</text></svg>"))
        .isEqualTo(Code.LIMIT_TEXT);
  }

  @Test
  void rejectsBytesThatAreNotUtf8() {
    byte[] page = (SVG + "<text>?</text></svg>").getBytes(StandardCharsets.UTF_8);
    page[page.length - 14] = (byte) 0xff;
    assertThat(rejection(page).code()).isEqualTo(Code.XML_ENCODING);
  }

  @Test
  void rejectsAnEncodingThatDoesNotExist() {
    assertThat(code("<?xml version='1.0' encoding='klingon-8'?>" + SVG + "</svg>"))
        .isEqualTo(Code.XML_ENCODING);
  }

  @Test
  void readsUtf16() throws PageRejected {
    byte[] page = (SVG + "<title>Größe</title></svg>").getBytes(StandardCharsets.UTF_16);
    assertThat(Parsed.PARSER.parse(new Page("page.svg", page)).title()).isEqualTo("Größe");
  }

  @Test
  void readsGzip() throws Exception {
    byte[] page = gzip((SVG + "<title>t</title></svg>").getBytes(StandardCharsets.UTF_8));
    assertThat(Parsed.PARSER.parse(new Page("page.svgz", page)).title()).isEqualTo("t");
  }

  @Test
  void rejectsAGzipBomb() throws Exception {
    assertThat(rejection(gzip(new byte[100 << 20])).code()).isEqualTo(Code.LIMIT_INFLATE);
  }

  @Test
  void rejectsAGzipThatIsCutOff() throws Exception {
    byte[] page = gzip((SVG + "</svg>").getBytes(StandardCharsets.UTF_8));
    assertThat(rejection(Arrays.copyOf(page, page.length - 10)).code())
        .isEqualTo(Code.GZIP_INVALID);
  }

  @Test
  void rejectsTooManyBytes() {
    assertThat(rejection(new byte[(10 << 20) + 1]).code()).isEqualTo(Code.LIMIT_PAGE_BYTES);
  }

  @Test
  void rejectsNothing() {
    assertThat(rejection(new byte[0]).code()).isEqualTo(Code.XML_MALFORMED);
  }

  @Test
  void rejectsAPicture() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    assertThat(rejection(png).code()).isIn(Code.XML_ENCODING, Code.XML_MALFORMED);
  }

  @Test
  void rejectsHtml() {
    assertThat(code("<html xmlns='http://www.w3.org/1999/xhtml'/>")).isEqualTo(Code.SVG_INVALID);
  }

  @Test
  void saysWhereAPageStopsBeingXml() {
    PageRejected rejected =
        rejection((SVG + "\n<g></rect></svg>").getBytes(StandardCharsets.UTF_8));
    assertThat(rejected.code()).isEqualTo(Code.XML_MALFORMED);
    assertThat(rejected).hasMessageContaining("line 2");
  }

  @Test
  void variablesThatDoubleEachOtherAreInvalid() {
    StringBuilder css = new StringBuilder("<style>svg{--v0:1px;");
    for (int i = 1; i < 40; i++) {
      css.append("--v")
          .append(i)
          .append(":var(--v")
          .append(i - 1)
          .append(") var(--v")
          .append(i - 1)
          .append(");");
    }
    Drawing drawing =
        Parsed.page(
            css
                + "}rect{stroke-dasharray:var(--v39)}</style><rect width='1' height='1' stroke='red'/>");
    assertThat(Parsed.shapes(drawing.children()).get(0).stroke().dashes()).isEmpty();
  }

  @Test
  void neverReadsAnythingFromOutside() {
    Drawing drawing =
        Parsed.page(
            "<style>@import url(http://127.0.0.1/x.css);</style>"
                + "<image href='file:///etc/passwd' width='9' height='9'/>"
                + "<use href='http://127.0.0.1/x.svg#a'/>"
                + "<rect width='9' height='9' fill='url(http://127.0.0.1/x.svg#a)'/>"
                + "<script>alert(1)</script>");
    assertThat(drawing.children()).isEmpty();
    assertThat(Parsed.codes(drawing))
        .contains(
            Finding.Code.CSS_ERROR,
            Finding.Code.EXTERNAL_RESOURCE_DROPPED,
            Finding.Code.SCRIPT_DROPPED);
  }
}
