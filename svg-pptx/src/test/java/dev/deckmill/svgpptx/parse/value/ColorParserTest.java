package dev.deckmill.svgpptx.parse.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.ir.Rgba;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours are those that Chromium paints. */
class ColorParserTest {
  private static final ColorContext GREEN_AND_DARK = new ColorContext(new Rgba(0x008000, 1), true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          color-mix(in srgb, red, blue)                 | #800080
          color-mix(in srgb, red 30%, blue)             | #4d00b3
          color-mix(in hsl, red, blue)                  | #ff00ff
          color-mix(in oklab, red, blue)                | #8c53a2
          color-mix(in oklch, white, blue)              | #74a3ff
          rgb(from #c04 g r b)                          | #00cc44
          rgb(from #c04 calc(r * .5) g b)               | #660044
          hsl(from #c04 calc(h + 120) s l)              | #44cc00
          hwb(200 20% 10%)                              | #33aae6
          light-dark(red, lime)                         | #00ff00
          color-mix(in srgb, currentColor, black)       | #004000
          rgb(from light-dark(red, #123456) r g b)      | #123456
          oklch(from #c04 calc(l + .2) c h)             | #ff617e
          color(srgb 1 0.5 0)                           | #ff8000
          canvas                                        | #121212
          """)
  void functionsOfOtherColours(String text, String expected) {
    Rgba color = ColorParser.parse(text, GREEN_AND_DARK);

    assertThat(color).isNotNull();
    assertThat(near(ColorParser.format(color), expected)).as(ColorParser.format(color)).isTrue();
  }

  private static boolean near(String color, String expected) {
    int a = Integer.parseInt(color.substring(1), 16);
    int b = Integer.parseInt(expected.substring(1), 16);
    boolean near = true;
    for (int shift = 0; shift <= 16; shift += 8) {
      near &= Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) <= 1;
    }
    return near;
  }

  @Test
  void mixture_fadesWhereItsPartsAreLessThanAll() {
    Rgba color = ColorParser.parse("color-mix(in srgb, red 20%, blue 20%)");

    assertThat(color).isNotNull();
    assertThat(color.alpha()).isEqualTo(0.4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          color-mix(in nowhere, red, blue)
          color-mix(in srgb, red)
          color-mix(in srgb shorter hue, red, blue)
          rgb(from nothing r g b)
          rgb(from red r g q)
          light-dark(red)
          color-mix(in srgb, red 0%, blue 0%)
          red;
          red !important
          rgba(255 0 0 0.5)
          rgb(1, 2 3)
          rgb(100%, 2, 3)
          hsl(120, 100, 50)
          """)
  void whatIsNoColourIsNone(String text) {
    assertThat(ColorParser.parse(text, GREEN_AND_DARK)).isNull();
  }

  @Test
  void nesting_ends() {
    String text = "light-dark(".repeat(5000) + "red";

    assertThat(ColorParser.parse(text, GREEN_AND_DARK)).isNull();
  }

  @Test
  void format_isReadBack() {
    Rgba color = new Rgba(0x12abcd, 0.125);

    assertThat(ColorParser.parse(ColorParser.format(color))).isEqualTo(color);
  }

  @ParameterizedTest
  @CsvSource({"SRGB", "DISPLAY_P3", "A98_RGB", "PROPHOTO_RGB", "REC2020", "XYZ", "XYZ_D50"})
  void predefinedSpaces_leadThereAndBack(ColorSpace space) {
    assertThereAndBack(space);
  }

  @ParameterizedTest
  @CsvSource({"LAB", "LCH", "OKLAB", "OKLCH", "HSL", "HWB", "SRGB_LINEAR"})
  void otherSpaces_leadThereAndBack(ColorSpace space) {
    assertThereAndBack(space);
  }

  private static void assertThereAndBack(ColorSpace space) {
    Srgb color = new Srgb(0.8, 0.2, 0.4, 1);

    Srgb back = space.toSrgb(space.of(color), 1);

    assertThat(back.clipped()).isEqualTo(color.clipped());
  }
}
