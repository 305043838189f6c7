package dev.deckmill.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckmill.allinone.comparison.DrawingPrograms;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With the real programs, where they are. */
final class BenchFieldCommandTest {
  private static final String PATH = System.getenv().getOrDefault("PATH", "");

  @TempDir private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void drawsPagesBesideTheirSlidesAndThoseThatDifferFirst() throws IOException {
    assumeTrue(
        arePresent(), "needs chromium, soffice and pdftoppm on the PATH to draw pages and slides");
    String same = svg("a-same.svg", "<rect width='200' height='200' fill='#124'/>");
    String none = Files.writeString(directory.resolve("b <none>.svg"), "<svg").toString();

    int code = run(PATH, same, none, "-o", directory.resolve("out").toString());

    assertThat(code).isEqualTo(1);
    assertThat(text(out)).contains("2 pages: 1 as they were", "XML_MALFORMED", "index.html");
    String report = Files.readString(directory.resolve("out/index.html"));
    assertThat(report)
        .containsSubsequence("b &lt;none&gt;.svg", "XML_MALFORMED", "a-same.svg: 0.0 %")
        .contains("pages/0001-browser.png", "pages/0002-slide.png");
    assertThat(directory.resolve("out/pages/0001-slide.png")).isNotEmptyFile();
    assertThat(directory.resolve("out/deck-0001.pptx")).isNotEmptyFile();
  }

  @Test
  void saysWhatToInstallWhereAProgramIsMissing() throws IOException {
    String page = svg("a.svg", "");
    assertThat(run(directory.toString(), page)).isEqualTo(4);
    assertThat(text(err)).contains("apt-get install chromium libreoffice-impress poppler-utils");
  }

  private static boolean arePresent() {
    try {
      return DrawingPrograms.in(PATH).browser().isAbsolute();
    } catch (IOException missing) {
      return false;
    }
  }

  private int run(String searched, String... arguments) {
    var terminal = new Terminal(stream(out), stream(err), false);
    return new CommandLine(new BenchFieldCommand(terminal, searched))
        .setExecutionExceptionHandler(new ErrorReport(terminal))
        .execute(arguments);
  }

  private String svg(String name, String content) throws IOException {
    String page =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 320 180'>" + content + "</svg>";
    return Files.writeString(directory.resolve(name), page).toString();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
