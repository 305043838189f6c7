package dev.deckmill.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.allinone.endtoend.Deck;
import dev.deckmill.allinone.pages.PageEngine;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** An engine that has faults: pages whose names ask for one meet it. */
final class ConvertCommandTest {
  private static final PageEngine.Source FAULTY =
      options -> {
        PageEngine engine = PageEngine.SVG_TO_SLIDE.with(options);
        return page ->
            switch (page.name()) {
              case "throws.svg" -> throw new IllegalStateException("words of the page");
              case "overflows.svg" -> throw new StackOverflowError();
              case "fills-memory.svg" -> throw new OutOfMemoryError("words of the page");
              case String any -> engine.convert(page);
            };
      };

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"throws.svg", "overflows.svg", "fills-memory.svg"})
  void aPageOnWhichTheEngineFailsBecomesAPlaceholder(String bad) throws IOException {
    String failing = svg(bad, "");
    String good = svg("good.svg", "<text y='20'>good</text>");
    Path deck = directory.resolve("deck.pptx");
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal = new Terminal(stream(out), stream(err), false);

    int code =
        new CommandLine(new ConvertCommand(terminal, FAULTY))
            .execute(failing, good, "-o", deck + "", "--slide-size", "auto", "--json");

    assertThat(code).isEqualTo(1);
    assertThat(Deck.read(Files.readAllBytes(deck)).slides())
        .satisfiesExactly(
            placeholder ->
                assertThat(placeholder)
                    .contains(bad, "PAGE_CRASH")
                    .doesNotContain("words of the page"),
            slide -> assertThat(slide).isEqualTo("good"));
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"code\" : \"PAGE_CRASH\"");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("deckmill: " + bad)
        .containsOnlyOnce("\tat dev.deckmill.allinone.pages.GuardedEngine.convert");
  }

  private String svg(String name, String content) throws IOException {
    String page =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 300'>" + content + "</svg>";
    return Files.writeString(directory.resolve(name), page).toString();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
