package dev.deckmill.converter.pool;

import dev.deckmill.converter.child.PageChild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a child is started.
 *
 * @param prefix what isolates it, see {@link Isolation}
 * @param classPath what it may load, see {@link EngineClassPath}
 * @param heapMegabytes its heap, in MiB
 * @param stackKilobytes its main thread's stack, in KiB: deep pages need it
 * @param faults whether pages may ask for faults
 */
record ChildCommand(
    List<String> prefix, String classPath, int heapMegabytes, int stackKilobytes, boolean faults) {
  ChildCommand {
    prefix = List.copyOf(prefix);
  }

  ChildCommand with(List<String> otherPrefix) {
    return new ChildCommand(otherPrefix, classPath, heapMegabytes, stackKilobytes, faults);
  }

  /**
   * Starts a child whose files are in {@code directory}; its standard error is read by nobody yet.
   */
  Process start(Path directory, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-Xss" + stackKilobytes + "k",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            // What it says of its end is for the log, and no reply.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-UsePerfData",
            // Half of what a child spends on its first ten thousand pages is spent compiling, most
            // of it on methods that others were inlined into a hundred deep. With less of that
            // compiling costs 10 s rather than 27 s, and a page then as much as before.
            "-XX:FreqInlineSize=100",
            "-XX:InlineSmallCode=1000",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + directory,
            "-Duser.home=" + directory,
            "-D" + PageChild.FAULTS + "=" + faults,
            "-cp",
            classPath,
            PageChild.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    // Nothing of the parent's environment, which holds its credentials.
    builder.environment().clear();
    return builder.start();
  }
}
