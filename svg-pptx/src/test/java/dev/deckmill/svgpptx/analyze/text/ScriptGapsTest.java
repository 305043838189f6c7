package dev.deckmill.svgpptx.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.TextRun;
import dev.deckmill.svgpptx.analyze.plan.Underline;
import dev.deckmill.svgpptx.dml.Strike;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScriptGapsTest {
  private static final double SIZE = 100;
  private static final double GAP = 24;

  @Test
  void leavesTextOfOneScriptAlone() {
    List<TextRun> words = List.of(word("Plain text, 12 %"));

    assertThat(ScriptGaps.closed(words)).isSameAs(words);
    assertThat(texts(ScriptGaps.closed(List.of(word("没有，→ 没有"))))).isEqualTo("没有，→ 没有");
  }

  @Test
  void theLetterBeforeASpaceGivesTheWholeGap() {
    List<TextRun> closed = ScriptGaps.closed(List.of(word("没有 Git 的")));

    assertThat(texts(closed)).isEqualTo("没|有 |Gi|t |的");
    assertThat(closed).extracting(TextRun::spacing).containsExactly(0.0, -GAP, 0.0, -GAP, 0.0);
  }

  @Test
  void withoutSpaceTheLettersShareWhatIsNotSeen() {
    List<TextRun> closed = ScriptGaps.closed(List.of(word("一二三四五六七八九十ok")));

    assertThat(texts(closed)).isEqualTo("一二三四五六七八九十|ok");
    assertThat(closed.getFirst().spacing()).isCloseTo(-GAP / 9, within(1e-9));
  }

  @Test
  void whatFewLettersCantGiveWaitsForTheNextSpace() {
    List<TextRun> closed = ScriptGaps.closed(List.of(word("月1 and so on")));

    assertThat(texts(closed)).isEqualTo("月|1 |and so on");
    assertThat(closed).extracting(TextRun::spacing).containsExactly(0.0, -GAP, 0.0);
  }

  @Test
  void symbolsThatBeginTheLineStandApartFromWhatFollows() {
    List<TextRun> closed = ScriptGaps.closed(List.of(word("• 没有")));

    assertThat(texts(closed)).isEqualTo("• |没有");
    assertThat(closed.getFirst().spacing()).isEqualTo(-GAP);
  }

  @Test
  void keepsLetterSpacing() {
    List<TextRun> closed = ScriptGaps.closed(List.of(word("有 a").part("有 a", 5)));

    assertThat(closed).extracting(TextRun::spacing).containsExactly(5 - GAP, 5.0);
  }

  private static String texts(List<TextRun> words) {
    return words.stream().map(TextRun::text).collect(Collectors.joining("|"));
  }

  private static TextRun word(String text) {
    return new TextRun(
        text,
        "Arial",
        "SimSun",
        "Arial",
        SIZE,
        0,
        false,
        false,
        false,
        Underline.NONE,
        Strike.NONE,
        0,
        0,
        PaintUse.NONE,
        null,
        null,
        null);
  }
}
