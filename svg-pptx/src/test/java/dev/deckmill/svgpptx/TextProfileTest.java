package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written in another way for the program that will show the deck. */
class TextProfileTest {
  private static final String GLOW =
      """
      <filter id="glow"><feGaussianBlur stdDeviation="3" result="blur"/>
        <feMerge><feMergeNode in="blur"/><feMergeNode in="SourceGraphic"/></feMerge></filter>
      <text x="100" y="100" font-family="Liberation Sans" font-size="24" filter="url(#glow)">Hi</text>
      """;

  @Test
  void runsShineInPowerPointAndBoxesInLibreOffice() throws Exception {
    String office = slide(GLOW, TextProfile.POWERPOINT);
    assertThat(office).containsPattern("<a:rPr [^>]*>(?:(?!</a:rPr>).)*<a:outerShdw ");
    assertThat(office).containsOnlyOnce("<a:outerShdw ");

    String libre = slide(GLOW, TextProfile.LIBREOFFICE);
    assertThat(libre).containsPattern("<p:spPr>(?:(?!</p:spPr>).)*<a:outerShdw ");
    assertThat(libre).containsOnlyOnce("<a:outerShdw ");
  }

  @Test
  void gapsBetweenScriptsAreClosedForLibreOfficeAlone() throws Exception {
    String mixed = "<text x=\"100\" y=\"100\" font-size=\"24\">没有 Git</text>";
    assertThat(slide(mixed, TextProfile.POWERPOINT)).doesNotContain(" spc=");
    assertThat(slide(mixed, TextProfile.LIBREOFFICE)).contains(" spc=\"-432\"");
  }

  @Test
  void aSmallRaisedRunIsASuperscriptWhereItsSizeAndHeightAreKnown() throws Exception {
    String formula =
        "<text x=\"100\" y=\"100\" font-size=\"30\">c<tspan dy=\"-9\" font-size=\"18\">2</tspan></text>";
    String far = formula.replace("-9", "-12");
    assertThat(slide(formula, TextProfile.POWERPOINT)).contains(" baseline=\"33333\"");
    assertThat(slide(formula, TextProfile.GOOGLE_SLIDES)).contains(" baseline=\"33333\"");
    assertThat(slide(far, TextProfile.POWERPOINT)).contains(" baseline=\"");
    for (TextProfile profile : List.of(TextProfile.WPS, TextProfile.LIBREOFFICE)) {
      assertThat(slide(formula, profile)).doesNotContain(" baseline=").contains("<p:grpSp>");
    }
    assertThat(slide(far, TextProfile.GOOGLE_SLIDES)).doesNotContain(" baseline=");
  }

  /**
   * Calibri, 30 pt, whose baseline is to lie at 952500 EMU: the box's top, alone; then the top and
   * {@code a:spcPts} of a box whose second line lies 45 pt below.
   */
  @ParameterizedTest
  @CsvSource({
    "POWERPOINT, 595884, 506730, 4500",
    "WPS, 595884, 506730, 4500",
    "GOOGLE_SLIDES, 609600, 523875, 3750",
    "LIBREOFFICE, 571500, 457200, 4500",
  })
  void eachProgramHasItsBaselineAndPitch(TextProfile profile, long alone, long first, int pitch)
      throws Exception {
    String one = "<text x=\"100\" y=\"100\" font-family=\"Calibri\" font-size=\"40\">one";
    assertThat(slide(one + "</text>", profile))
        .contains("<a:off x=\"952500\" y=\"" + alone + "\"/>");
    assertThat(slide(one + "<tspan x=\"100\" dy=\"60\">two</tspan></text>", profile))
        .contains("<a:off x=\"952500\" y=\"" + first + "\"/>")
        .contains("<a:spcPts val=\"" + pitch + "\"/></a:lnSpc>");
  }

  private static String slide(String content, TextProfile profile) throws Exception {
    SlideOptions options =
        new SlideOptions(
            SlideSize.WIDE, SlideOptions.Target.BALANCED, profile, SlideOptions.Limits.DEFAULT);
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1280\" height=\"720\">"
            + content
            + "</svg>";
    Slide slide =
        new SvgToSlide(options).convert(new Page("p", svg.getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("One", slide.size()))) {
      deck.add(slide);
    }
    byte[] part =
        Objects.requireNonNull(PptxCheck.parts(out.toByteArray()).get("ppt/slides/slide1.xml"));
    return new String(part, StandardCharsets.UTF_8);
  }
}
