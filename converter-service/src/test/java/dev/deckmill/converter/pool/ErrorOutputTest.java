package dev.deckmill.converter.pool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorOutputTest {
  /** More than an array can hold. */
  private static final long ENDLESS_BYTES = (1L << 31) + 1;

  private final ErrorOutput output = new ErrorOutput();
  private final List<String> lines = new ArrayList<>();

  @Test
  void aLineWithoutEndTakesNoMoreMemoryThanTheLongestLine() throws IOException {
    output.readAll(new Endless(), lines::add);
    assertThat(lines).singleElement().asString().hasSize(ErrorOutput.LONGEST_LINE_BYTES);
    assertThat(output.text()).isEmpty();
  }

  @Test
  void keepsTheEndOfALongOutput() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      text.append("\tat a.b.C.method(C.java:").append(i).append(")\n");
    }
    read(text.toString());
    assertThat(output.text())
        .endsWith("\tat a.b.C.method(C.java:999)")
        .doesNotContain("C.java:500)")
        .hasSizeBetween(ErrorOutput.KEPT_CHARS - 100, ErrorOutput.KEPT_CHARS);
  }

  @Test
  void keepsAStackTraceWithoutItsMessages() throws IOException {
    read(
        """
        Exception in thread "main" java.lang.IllegalStateException: words of the page
        more of its words
        \tat java.base/java.util.Optional.get(Optional.java:1)
        \tat app//dev.deckmill.X$Y.lambda$of$0(X.java:22)
        \tat a.B.<init>(Unknown Source)
        Caused by: a.b.SomeError: words of the page
        \t... 12 more
        """);
    assertThat(output.text())
        .isEqualTo(
            """
            java.lang.IllegalStateException
            \tat java.base/java.util.Optional.get(Optional.java:1)
            \tat app//dev.deckmill.X$Y.lambda$of$0(X.java:22)
            \tat a.B.<init>(Unknown Source)
            Caused by: a.b.SomeError
            \t... 12 more\
            """);
  }

  @Test
  void keepsWhatTheJvmSaysOfItsOwnEnd() throws IOException {
    String said =
        """
        Terminating due to java.lang.OutOfMemoryError: Java heap space
        #  SIGSEGV (0xb) at pc=0x00007f1, pid=17, tid=18
        # C  [libc.so.6+0x1]  strlen+0x2\
        """;
    read(said);
    assertThat(output.text()).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear Sir or Madam",
        "at home (in the garden)",
        "\tat a.b.C.m(C.java:1) and words",
        "# Heading",
        "\u001b[31mjava.lang.Error",
        "www.example.com: secret"
      })
  void dropsWhatMayBePageContent(String line) throws IOException {
    read(line + "\n");
    assertThat(output.text()).isEmpty();
  }

  @Test
  void forgetsWhatEarlierPagesHaveLeft() throws IOException {
    read("java.lang.Error\n");
    output.clear();
    read("java.lang.RuntimeException\n");
    assertThat(output.text()).isEqualTo("java.lang.RuntimeException");
  }

  private void read(String text) throws IOException {
    output.readAll(new ByteArrayInputStream(text.getBytes(UTF_8)), lines::add);
  }

  /** One line that does not fit into memory. */
  private static final class Endless extends InputStream {
    private long left = ENDLESS_BYTES;

    @Override
    public int read() {
      return left-- > 0 ? 'a' : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int sent = (int) Math.min(length, left);
      Arrays.fill(bytes, from, from + sent, (byte) 'a');
      left -= sent;
      return sent;
    }
  }
}
