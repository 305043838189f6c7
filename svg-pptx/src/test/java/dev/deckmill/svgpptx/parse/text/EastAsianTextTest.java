package dev.deckmill.svgpptx.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.parse.SvgParser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EastAsianTextTest {
  @ParameterizedTest
  @CsvSource({
    "这个国家说汉语, zh-CN",
    "這個國家說漢語, zh-TW",
    "東京です, ja-JP",
    "東京</text><text>カタカナ, ja-JP",
    "大韓民國 대한민국, ko-KR",
    "中文 ㄓㄨㄥ, zh-TW",
    "Latin only,",
    "カタカナ,",
  })
  void tellsTheLanguageOfIdeographs(String text, String language) throws Exception {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g><text>"
            + text
            + "</text></g><rect/></svg>";
    Drawing drawing =
        new SvgParser(SlideOptions.Limits.DEFAULT)
            .parse(new Page("page", svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(drawing.eastAsianLanguage()).isEqualTo(language);
  }
}
