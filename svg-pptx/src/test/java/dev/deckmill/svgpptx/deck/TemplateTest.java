package dev.deckmill.svgpptx.deck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlideSize;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void committedTemplateIsWhatPoiBuilds() throws Exception {
    Map<String, byte[]> built = TemplateBuilder.parts();
    Map<String, byte[]> committed;
    try (InputStream in = Template.class.getResourceAsStream("template.pptx")) {
      committed = TemplateBuilder.parts(Objects.requireNonNull(in).readAllBytes());
    }
    assertThat(committed.keySet()).isEqualTo(built.keySet());
    committed.forEach(
        (name, bytes) ->
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                .as(name)
                .isEqualTo(
                    new String(Objects.requireNonNull(built.get(name)), StandardCharsets.UTF_8)));
  }

  @Test
  void firstLayoutHasATitleAndTheSecondNothing() {
    Template template = Template.forSize(SlideSize.WIDE);
    assertThat(text(template, "ppt/slideLayouts/slideLayout1.xml")).contains("type=\"titleOnly\"");
    assertThat(text(template, "ppt/slideLayouts/slideLayout2.xml")).contains("type=\"blank\"");
  }

  @Test
  void placeholdersKeepTheirShareOfAnotherSlideSize() {
    Template half = Template.forSize(new SlideSize(6_096_000, 3_429_000));
    assertThat(text(half, "ppt/slideMasters/slideMaster1.xml"))
        .contains("<a:off x=\"304800\" y=\"137319\"/><a:ext cx=\"5486400\" cy=\"571500\"/>");
  }

  private static String text(Template template, String part) {
    return new String(Objects.requireNonNull(template.parts().get(part)), StandardCharsets.UTF_8);
  }
}
