package dev.deckmill.allinone.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A set that runs, in a directory of its own that goes with it; closed after the last test. */
record RunningSet(Path directory, TestPages pages, TraceReceiver traces, DeckmillUnderTest deckmill)
    implements AutoCloseable {
  static RunningSet start() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("deckmill-end-to-end").toRealPath();
    var traces = new TraceReceiver();
    return new RunningSet(
        directory,
        new TestPages(Files.createDirectory(directory.resolve("pages"))),
        traces,
        new DeckmillUnderTest(directory, traces.endpoint()));
  }

  @Override
  public void close() throws IOException {
    deckmill.close();
    traces.close();
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
