package dev.deckmill.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.allinone.endtoend.Deck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest extends CommandTest {
  private static final String DONE =
      """
      {"id":"j1","title":"T","state":"%s","conversion":"succeeded","delivery":{"status":"%s"},
       "pages":{"total":1,"queued":0,"converting":0,"succeeded":1,"degraded":0,"failed":0},
       "stages":{"queueMs":1,"convertMs":2,"packageMs":3,"totalMs":1900}}
      """;

  @TempDir private Path directory;

  private String page() throws IOException {
    return Files.writeString(directory.resolve("p.svg"), "<svg/>").toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "submit",
        "status",
        "jobs",
        "cancel",
        "retry",
        "download",
        "convert",
        "bench",
        "bench engine",
        "bench pipeline",
        "bench start",
        "prepare"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(run((command + " --help").split(" ", -1))).isZero();
    assertThat(out()).startsWith("Usage: deckmill " + command);
  }

  @Test
  void theRootListsTheCommands() {
    assertThat(run("--help")).isZero();
    assertThat(out())
        .contains(
            "demo",
            "up",
            "submit",
            "status",
            "jobs",
            "cancel",
            "retry",
            "download",
            "convert",
            "bench");
  }

  @Test
  void benchNeedsDirectoriesThatAreThere() {
    assertThat(run("bench")).isEqualTo(2);
    assertThat(run("bench", "engine", "--pages", "XXL")).isEqualTo(2);
    assertThat(run("bench", "engine", directory.resolve("none").toString())).isEqualTo(2);
    assertThat(err()).contains("none");
  }

  @Test
  void endsWithTwoForAWrongCommandLine() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("fly")).isEqualTo(2);
    assertThat(run("submit")).isEqualTo(2);
    assertThat(run("download", "j1")).isEqualTo(2);
    assertThat(run("submit", "none.svg", "--url", "http://127.0.0.1:1", "--key", "k")).isEqualTo(2);
    assertThat(err()).contains("none.svg");
  }

  @Test
  void endsWithTwoWhenNothingTellsWhereDeckmillRuns() throws IOException {
    assertThat(run("submit", page(), "--data", directory.toString())).isEqualTo(2);
    assertThat(err()).contains("./deckmill up");
  }

  @Test
  void printsTheIdOfAnAcceptedJob() throws IOException {
    api.replies(202, "{\"id\":\"j1\",\"state\":\"queued\"}");
    assertThat(
            run(
                "submit",
                page(),
                "--url",
                api.url().toString(),
                "--key",
                "k",
                "--title",
                "T",
                "--on-page-error",
                "skip",
                "--previews"))
        .isZero();
    assertThat(out()).isEqualTo("j1" + System.lineSeparator());
    assertThat(api.asked().getFirst().body())
        .contains("onPageError", "skip", "title", "previews", "afterDeck");
  }

  @Test
  void followsAJobToItsEndAndFetchesTheDeck() throws IOException {
    api.replies(202, "{\"id\":\"j1\",\"state\":\"queued\"}");
    api.replies(
        200,
        "text/event-stream",
        "id:1\nevent:job\ndata:{\"state\":\"converting\",\"pages\":{\"total\":1,\"converting\":1}}\n\n");
    api.replies(200, DONE.formatted("succeeded", "none"));
    api.replies(200, "application/octet-stream", "deck");
    Path deck = directory.resolve("deck.pptx");

    assertThat(run("submit", page(), "--url", api.url() + "", "--key", "k", "-o", deck + ""))
        .isZero();

    assertThat(deck).hasContent("deck");
    assertThat(err()).contains("Converting 0/1", "Succeeded 1/1");
    assertThat(out()).contains("succeeded").contains(deck.toString());
  }

  @Test
  void endsWithOneWhenAPageOrTheDeliveryFailed() {
    api.replies(200, DONE.formatted("partially_succeeded", "none"));
    api.replies(200, DONE.formatted("succeeded", "failed"));
    assertThat(run("status", "j1", "--url", api.url() + "", "--key", "k")).isEqualTo(1);
    assertThat(run("status", "j1", "--url", api.url() + "", "--key", "k")).isEqualTo(1);
    assertThat(out()).contains("partially_succeeded", "whole job  1.9 s");
  }

  @Test
  void printsTheApisOwnAnswerAsJson() {
    String answer = DONE.formatted("succeeded", "none").strip();
    api.replies(200, answer);
    assertThat(run("status", "j1", "--json", "--url", api.url() + "", "--key", "k")).isZero();
    assertThat(out().strip()).isEqualTo(answer);
  }

  private String svg(String name, String content) throws IOException {
    String page =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 300'>" + content + "</svg>";
    return Files.writeString(directory.resolve(name), page).toString();
  }

  @Test
  void convertsADirectoryWithoutAnyServer() throws IOException {
    svg("p2.svg", "<text y='20'>second</text>");
    svg("p1.svg", "<text y='20'>first</text>");
    Path deck = directory.resolve("out/deck.pptx");

    assertThat(run("convert", directory + "", "-o", deck + "", "--slide-size", "auto")).isZero();

    assertThat(Deck.read(Files.readAllBytes(deck)).slides()).containsExactly("first", "second");
    assertThat(err()).contains("Converting 2/2");
    assertThat(out()).contains("2 pages: 2 as they were, 0 with warnings", deck.toString());
  }

  @Test
  void convertsWhatItCanAndEndsWithOneWhenAPageIsBad() throws IOException {
    String good = svg("good.svg", "<text y='20'>good</text>");
    String bad = svg("bad.svg", "<text>");
    Path deck = directory.resolve("deck.pptx");

    assertThat(run("convert", bad, good, "-o", deck + "", "--json")).isEqualTo(1);

    assertThat(out()).contains("\"code\" : \"XML_MALFORMED\"");
    assertThat(Deck.read(Files.readAllBytes(deck)).slides())
        .satisfiesExactly(
            placeholder -> assertThat(placeholder).contains("bad.svg", "XML_MALFORMED"),
            slide -> assertThat(slide).isEqualTo("good"));
  }

  @Test
  void aTargetMayNameTheProgramThatWillShowTheDeck() throws IOException {
    String page = svg("p.svg", "<text y='40' font-family='Arial' font-size='20'>Words</text>");

    byte[] usual = converted(page);
    byte[] named = converted(page, "--target", "libreoffice");

    assertThat(named)
        .isNotEqualTo(usual)
        .isEqualTo(converted(page, "--text-profile", "libreoffice"));
    assertThat(converted(page, "--target", "balanced,libreoffice")).isEqualTo(named);
    assertThat(converted(page, "--target", "powerpoint")).isEqualTo(usual);
  }

  private byte[] converted(String page, String... options) throws IOException {
    Path deck = directory.resolve("deck.pptx");
    List<String> words = new ArrayList<>(List.of("convert", page, "-o", deck.toString()));
    words.addAll(List.of(options));
    assertThat(run(words.toArray(String[]::new))).isZero();
    return Files.readAllBytes(deck);
  }

  @Test
  void refusesAnOptionOfConvertThatItDoesNotKnow() throws IOException {
    String page = svg("p.svg", "");
    String deck = directory.resolve("deck.pptx").toString();
    assertThat(run("convert", page, "-o", deck, "--slide-size", "a4")).isEqualTo(2);
    assertThat(run("convert", page, "-o", deck, "--target", "fast")).isEqualTo(2);
    assertThat(run("convert", page, "-o", deck, "--text-profile", "keynote")).isEqualTo(2);
    assertThat(run("convert", page, "-o", deck, "--fonts", "all")).isEqualTo(2);
    assertThat(run("convert", page, "-o", deck, "--fonts", "embed")).isZero();
    assertThat(run("convert", page, "-o", deck, "--slide-size", "10x7.5in")).isZero();
  }

  @Test
  void endsWithThreeWhenDeckmillRefusesOrDoesNotAnswer() {
    api.replies(
        401, "application/problem+json", "{\"code\":\"UNAUTHENTICATED\",\"detail\":\"No.\"}");
    assertThat(run("status", "j1", "--url", api.url() + "", "--key", "bad")).isEqualTo(3);
    assertThat(err())
        .isEqualTo("deckmill: No. [UNAUTHENTICATED] (HTTP 401)" + System.lineSeparator());
    api.close();
    assertThat(run("status", "j1", "--url", api.url() + "", "--key", "k")).isEqualTo(3);
    assertThat(err()).contains("does not answer at");
  }
}
