package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.Finding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page with more findings than anybody reads keeps some, and says how many it left out. */
class ManyFindingsTest {
  private static final String BROKEN = "<path id='p%d' d='M0 0 1 1 x'/>";
  private static final String LINK = "<a href='javascript:x'><path id='a%d' d='M0 0 1 1z'/></a>";

  private static List<Finding> findings(String content) throws Exception {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>" + content + "</svg>";
    return new SvgToSlide(SlideOptions.defaults())
        .convert(new Page("page", svg.getBytes(StandardCharsets.UTF_8)))
        .report()
        .findings();
  }

  private static String numbered(String element, int count) {
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < count; i++) {
      elements.append(String.format(element, i));
    }
    return elements.toString();
  }

  private static void leavesOut(int count, List<Finding> findings) {
    assertThat(findings).hasSize(501);
    assertThat(findings.get(0))
        .isEqualTo(
            new Finding(
                Code.FINDINGS_LEFT_OUT,
                Severity.WARNING,
                null,
                "The page has more findings than are kept: " + count + " are left out."));
    assertThat(findings.subList(1, 501))
        .extracting(Finding::code)
        .doesNotContain(Code.FINDINGS_LEFT_OUT);
  }

  @Test
  void keepsAsManyAsThereAreUpToFiveHundred() throws Exception {
    assertThat(findings(numbered(BROKEN, 500)))
        .hasSize(500)
        .extracting(Finding::code)
        .containsOnly(Code.PATH_TRUNCATED_AT_ERROR);
  }

  @Test
  void saysFirstHowManyTheParserLeftOut() throws Exception {
    leavesOut(100, findings(numbered(BROKEN, 600)));
  }

  @Test
  void saysFirstHowManyThePlannerLeftOut() throws Exception {
    leavesOut(107, findings(numbered(LINK, 607)));
  }

  @Test
  void countsWhatAllStagesLeftOutTogether() throws Exception {
    leavesOut(250, findings(numbered(LINK, 200) + numbered(BROKEN, 550)));
  }

  @Test
  void countsNothingThatWasTakenBackAgain() throws Exception {
    String pictured =
        """
        <filter id='s'><feGaussianBlur in='SourceAlpha' stdDeviation='1' result='a'/>
          <feOffset in='a' dx='2' dy='2' result='b'/><feOffset in='a' dx='8' dy='8' result='c'/>
          <feMerge><feMergeNode in='c'/><feMergeNode in='b'/><feMergeNode in='SourceGraphic'/>
          </feMerge></filter>
        <clipPath id='c'><text x='10' y='40' font-size='30'>clip</text></clipPath>
        <rect x='10' y='10' width='40' height='40' filter='url(#s)' clip-path='url(#c)'/>
        """;
    leavesOut(1, findings(numbered(BROKEN, 500) + pictured));
  }

  @Test
  void aFindingThatIsKeptIsNotCountedAgain() throws Exception {
    String used = "<g id='all'>" + numbered(BROKEN, 400) + "</g>" + "<use href='#all'/>".repeat(3);
    assertThat(findings(used))
        .hasSize(400)
        .extracting(Finding::code)
        .doesNotContain(Code.FINDINGS_LEFT_OUT);
  }
}
