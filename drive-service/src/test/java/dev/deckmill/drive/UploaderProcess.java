package dev.deckmill.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.service.testing.TestKafka;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The service in a process of its own, with one upload to do, so that it can be killed. Ends with 0
 * when the deck is delivered.
 */
public final class UploaderProcess {
  private UploaderProcess() {}

  /**
   * Starts one.
   *
   * @param everything whether all options are asked for
   * @param jvm options of its JVM
   */
  public static Process start(
      Rig rig, String job, long bytes, boolean everything, long chunk, String... jvm)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(jvm));
    Map<String, String> environment = builder.environment();
    environment.putAll(servers());
    environment.put("TEST_UPLOAD_DRIVE", rig.fake.url().toString());
    environment.put("TEST_UPLOAD_TENANT", rig.tenant);
    environment.put("TEST_UPLOAD_JOB", job);
    environment.put("TEST_UPLOAD_BYTES", Long.toString(bytes));
    environment.put("TEST_UPLOAD_EVERYTHING", Boolean.toString(everything));
    environment.put("TEST_UPLOAD_CHUNK", Long.toString(chunk));
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(new File("target/uploader-process.log")));
    return builder.start();
  }

  private static List<String> command(String... jvm) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(jvm));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--add-opens=java.base/java.lang.invoke=ALL-UNNAMED");
    // What Quarkus finds the module and its dependencies by.
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.matches("maven\\..*|quarkus.*|basedir|java\\.util\\.logging\\.manager")) {
        command.add("-D" + name + "=" + System.getProperty(name));
      }
    }
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(UploaderProcess.class.getName());
    return command;
  }

  private static Map<String, String> servers() {
    List<String> database = TestDatabase.access();
    return Map.of(
        "TEST_KAFKA", TestKafka.bootstrapServers(),
        "TEST_DB_URL", database.get(0),
        "TEST_DB_USER", database.get(1),
        "TEST_DB_PASSWORD", database.get(2));
  }

  /** Runs {@link UploaderRun}, as JUnit would among others. */
  public static void main(String[] arguments) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass("dev.deckmill.drive.UploaderRun"))
                .build(),
            summary);
    summary.getSummary().printFailuresTo(new PrintWriter(System.out, true, UTF_8));
    System.exit(summary.getSummary().getTestsSucceededCount() == 1 ? 0 : 1);
  }
}
