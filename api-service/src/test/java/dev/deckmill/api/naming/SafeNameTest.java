package dev.deckmill.api.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafeNameTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "01-title.svg, 01-title.svg",
        "../../etc/passwd, passwd",
        "C:\\Users\\me\\page.svg, page.svg",
        "a/b/, page",
        "<script>.svg, _script_.svg",
        "日本語.svg, 日本語.svg",
        "..., page",
        "` . `, page",
        "what?.svg, what_.svg"
      })
  void keepsTheLastPartOfAPathAndNothingHarmful(String path, String name) {
    assertThat(SafeName.ofPath(path, "page")).isEqualTo(name);
  }

  @Test
  void hidesNothingBehindInvisibleCharacters() {
    assertThat(SafeName.of("gpj\u202efdp.exe\u0000\n", "x")).isEqualTo("gpj_fdp.exe__");
  }

  @Test
  void isNeverTooLong() {
    String name = SafeName.of("𝒳".repeat(500), "x");

    assertThat(name.codePointCount(0, name.length())).isEqualTo(SafeName.MOST);
  }

  @Test
  void givesADeckItsEnding() {
    assertThat(SafeName.ofDeck("Q3 / Q4")).isEqualTo("Q3 _ Q4.pptx");
  }
}
