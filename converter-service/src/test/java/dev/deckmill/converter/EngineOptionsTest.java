package dev.deckmill.converter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.ErrorType.Course;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.converter.child.ChildReply;
import dev.deckmill.service.message.TroubleException;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.SlideOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EngineOptionsTest {
  private static final SlideOptions.Limits FEW =
      new SlideOptions.Limits(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

  @ParameterizedTest
  @EnumSource
  void eachCodeOfTheEngineIsAnErrorTypeThatIsNeverRetried(PageRejected.Code code) {
    Trouble trouble = EngineOptions.trouble(new ChildReply.Rejected(code, "detail"));
    assertThat(trouble.type().name()).isEqualTo(code.name());
    assertThat(trouble.type().course()).isEqualTo(Course.PERMANENT);
  }

  @Test
  void optionsOfAMessageBecomeTheEngines() {
    SlideOptions options =
        EngineOptions.of(new ConversionOptions(null, "quality", "google-slides", "embed"), FEW);
    assertThat(options.slideSize()).isNull();
    assertThat(options.limits()).isEqualTo(FEW);
    assertThat(options.target()).isEqualTo(SlideOptions.Target.QUALITY);
    assertThat(options.textProfile()).isEqualTo(SlideOptions.TextProfile.GOOGLE_SLIDES);
    assertThat(options.fonts()).isEqualTo(SlideOptions.Fonts.EMBED);
  }

  @Test
  void anOrderMayAllowAPageFewerBytesAndNeverMore() {
    SlideOptions.Limits own = new SlideOptions.Limits(100, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

    assertThat(EngineOptions.within(own, 99L))
        .isEqualTo(new SlideOptions.Limits(99, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    assertThat(EngineOptions.within(own, 101L)).isEqualTo(own);
    assertThat(EngineOptions.within(own, null)).isEqualTo(own);
  }

  @Test
  void anOptionNobodyKnowsIsTheOrdersFault() {
    assertThatThrownBy(
            () -> EngineOptions.of(new ConversionOptions(null, "balanced", "keynote", null), FEW))
        .isInstanceOfSatisfying(
            TroubleException.class,
            e -> assertThat(e.trouble().type()).isEqualTo(ErrorType.OPTION_INVALID))
        .hasMessageContaining("textProfile");
  }
}
