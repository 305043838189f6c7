package dev.deckmill.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.orchestration.job.DeliveryWish;
import dev.deckmill.api.orchestration.job.OnPageError;
import dev.deckmill.api.orchestration.job.PreviewTime;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeckShare;
import dev.deckmill.contracts.part.DeliveryOptions;
import dev.deckmill.contracts.part.SlideSize;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SubmissionOptionsTest {
  @Test
  void hasADefaultForEverything() {
    SubmissionOptions options = SubmissionOptions.parse(Map.of());

    assertThat(options.title()).isEqualTo("Untitled deck");
    assertThat(options.slideSize().size()).isEqualTo(new SlideSize(12_192_000, 6_858_000));
    assertThat(options.onPageError()).isEqualTo(OnPageError.PLACEHOLDER);
    assertThat(options.folder()).isNull();
    assertThat(options.target()).isEqualTo("balanced");
    assertThat(options.textProfile()).isEqualTo("powerpoint");
    assertThat(options.fonts()).isEqualTo("name");
    assertThat(options.previews()).isEqualTo(PreviewTime.WHEN_VIEWED);
  }

  @ParameterizedTest
  @CsvSource({
    "16:9, 12192000, 6858000",
    "4:3, 9144000, 6858000",
    "10x7.5in, 9144000, 6858000",
    "1280x720px, 12192000, 6858000",
    "96x96px, 914400, 914400",
    "56x56in, 51206400, 51206400"
  })
  void readsSlideSizes(String text, long width, long height) {
    assertThat(SubmissionOptions.parse(Map.of("slideSize", text)).slideSize().size())
        .isEqualTo(new SlideSize(width, height));
  }

  @Test
  void leavesTheSlideSizeToTheFirstPageIfAsked() {
    assertThat(SubmissionOptions.parse(Map.of("slideSize", "auto")).slideSize().size()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "16:10",
        "95x96px",
        "57x10in",
        "0x0in",
        "-1x5in",
        "1e3x5in",
        "10x7.5",
        "10 x 7in",
        ""
      })
  void refusesOtherSlideSizes(String text) {
    refused(Map.of("slideSize", text), "slideSize", "16:9, 4:3, auto");
  }

  @Test
  void refusesAnOptionThatDoesNotExist() {
    refused(Map.of("colour", "red"), "\"colour\"", "onPageError");
  }

  @ParameterizedTest
  @CsvSource({
    "onPageError, fail, placeholder",
    "delivery, dropbox, drive",
    "target, best, quality",
    "textProfile, keynote, libreoffice",
    "fonts, all, embed",
    "previews, never, afterDeck"
  })
  void refusesAValueThatDoesNotExist(String name, String value, String allowed) {
    refused(Map.of(name, value), name, "\"" + value + "\"", allowed);
  }

  @Test
  void refusesATitleThatIsNoneOrTooLong() {
    assertThat(SubmissionOptions.parse(Map.of("title", "a".repeat(200))).title()).hasSize(200);
    refused(Map.of("title", "a".repeat(201)), "title");
    refused(Map.of("title", "  \n"), "title");
  }

  @Test
  void refusesAFolderWithoutADelivery() {
    refused(Map.of("folder", "a"), "delivery=drive");
  }

  @Test
  void cutsAndCleansWhatItRepeats() {
    assertThatThrownBy(() -> SubmissionOptions.parse(Map.of("target", "x\r\n".repeat(1000))))
        .hasMessageNotContainingAny("\r", "\n")
        .message()
        .hasSizeLessThan(300);
  }

  @Test
  void readsHowToDeliver() {
    SubmissionOptions options =
        SubmissionOptions.parse(
            Map.of(
                "delivery", "drive",
                "tag", " Q1 ",
                "parentFolder", "0AbC-_d",
                "fileName", "A/B.PPTX",
                "description", "one\r\ntwo",
                "share", "writer:Ann@Example.com, reader:example.org,commenter:anyone",
                "googleSlides", "beside",
                "revisions", "keep",
                "deliverPreviews", "folder"));
    assertThat(options.tag()).isEqualTo("Q1");
    assertThat(options.previews()).isEqualTo(PreviewTime.AFTER_DECK);
    assertThat(options.wish())
        .isEqualTo(
            new DeliveryWish(
                "0AbC-_d",
                "A_B.pptx",
                new DeliveryOptions(
                    "one \ntwo",
                    List.of(
                        new DeckShare(
                            DeckShare.Kind.USER, "ann@example.com", DeckShare.Role.WRITER),
                        new DeckShare(DeckShare.Kind.DOMAIN, "example.org", DeckShare.Role.READER),
                        new DeckShare(DeckShare.Kind.ANYONE, null, DeckShare.Role.COMMENTER)),
                    null,
                    true,
                    true,
                    null),
                DeckPictures.Place.FOLDER));
  }

  @Test
  void asksForNothingUnlessTheClientDoes() {
    assertThat(SubmissionOptions.parse(Map.of("delivery", "drive")).wish())
        .isSameAs(DeliveryWish.NONE);
    assertThat(
            SubmissionOptions.parse(
                    Map.of(
                        "delivery", "drive",
                        "shareMail", "false",
                        "googleSlides", "none",
                        "revisions", "replace",
                        "deliverPreviews", "none"))
                .wish())
        .isSameAs(DeliveryWish.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "share, owner:ann@example.com",
    "share, ann@example.com",
    "share, reader:",
    "share, reader:ann@localhost",
    "share, reader:ann@@example.com",
    "share, 'reader:a@example.com,writer:A@example.com'",
    "share, 'reader:a@example.com,'",
    "share, writer:anyone",
    "parentFolder, ../x",
    "parentFolder, ''",
    "fileName, '  '",
    "shareMail, yes",
    "shareMail, true",
    "googleSlides, instead",
    "revisions, none",
    "deliverPreviews, everywhere"
  })
  void refusesADeliveryThatCanNotBe(String name, String value) {
    refused(Map.of("delivery", "drive", name, value), name);
  }

  @Test
  void holdsADeliveryToItsLimits() {
    refused(Map.of("delivery", "drive", "description", "a".repeat(1001)), "1000");
    refused(Map.of("delivery", "drive", "fileName", "a".repeat(201)), "200");
    refused(Map.of("tag", "a".repeat(65)), "64");
    refused(Map.of("delivery", "drive", "parentFolder", "a".repeat(101)), "100");
    String many =
        IntStream.range(0, 21)
            .mapToObj(i -> "reader:p" + i + "@example.com")
            .collect(Collectors.joining(","));
    refused(Map.of("delivery", "drive", "share", many), "20");
  }

  @Test
  void doesNotRepeatAnAddress() {
    assertThatThrownBy(
            () ->
                SubmissionOptions.parse(Map.of("delivery", "drive", "share", "reader:ann@nowhere")))
        .hasMessageContaining("Entry 1")
        .hasMessageNotContaining("nowhere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parentFolder",
        "fileName",
        "description",
        "share",
        "shareMail",
        "googleSlides",
        "revisions",
        "deliverPreviews"
      })
  void refusesHowToDeliverWhereNothingIsDelivered(String name) {
    refused(Map.of(name, "x"), name, "delivery=drive");
  }

  @Test
  void refusesPicturesThatAreDrawnTooLateToBeDelivered() {
    refused(
        Map.of("delivery", "drive", "deliverPreviews", "folder", "previews", "whenViewed"),
        "previews=afterDeck");
  }

  private static void refused(Map<String, String> fields, String... told) {
    assertThatThrownBy(() -> SubmissionOptions.parse(fields))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("OPTION_INVALID")
        .hasMessageContainingAll(told);
  }
}
