package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.FakeApi;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Runs the command line in this process, against an API that gives prepared answers. */
abstract class CommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  FakeApi api;

  @BeforeEach
  void startApi() throws IOException {
    api = new FakeApi();
  }

  @AfterEach
  void stopApi() {
    api.close();
  }

  /** The exit code. */
  int run(String... arguments) {
    var terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return DeckmillCommand.commandLine(terminal).execute(arguments);
  }

  /** The same, with the options that name the API. */
  int runAtApi(String... arguments) {
    var server = List.of("--url", api.url().toString(), "--key", "k");
    return run(Stream.concat(Stream.of(arguments), server.stream()).toArray(String[]::new));
  }

  /** What it has written to standard output since the test began or last forgot it. */
  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Leaves what the first of several commands wrote out of {@link #out}. */
  void forgetOutput() {
    out.reset();
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
