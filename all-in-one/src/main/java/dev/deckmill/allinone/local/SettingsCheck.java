package dev.deckmill.allinone.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has drive-service's own check look at settings, in a process that ends with it. */
public final class SettingsCheck {
  private static final String MAIN = "dev.deckmill.drive.check.CheckMain";
  private static final int UNREADABLE = 2;

  private SettingsCheck() {}

  /**
   * The check's report, in JSON.
   *
   * @param settings a file of settings
   * @throws IOException if they can't be read, with why
   */
  public static String run(Installation installation, Path settings)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                installation.java().toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                installation.serviceJar("drive-service").toString(),
                MAIN,
                settings.toAbsolutePath().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    Path errors = Files.createTempFile("deckmill-check", ".err");
    try {
      Process process = builder.redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String report =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int code = process.waitFor();
      if (code == UNREADABLE || report.isEmpty()) {
        throw new IOException(Files.readString(errors).strip());
      }
      return report;
    } finally {
      Files.deleteIfExists(errors);
    }
  }
}
