package dev.deckmill.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a project of its own, with JDKs and a Maven that only say they ran. */
class LauncherTest {
  @TempDir private Path directory;

  private Path project;
  private Path jdks;
  private Path home;

  /** What one run of the launcher wrote and ended with. */
  private record Run(int exitCode, String output) {}

  @BeforeEach
  void makeProject() throws IOException {
    Path real = Files.createDirectories(directory).toRealPath();
    project = Files.createDirectories(real.resolve("project"));
    jdks = Files.createDirectories(real.resolve("jdks"));
    home = Files.createDirectories(real.resolve("home"));
    Path launcher = project.resolve("deckmill");
    Files.copy(Path.of(System.getProperty("deckmill.project")).resolve("deckmill"), launcher);
    executable(launcher);
    write(project.resolve("pom.xml"), "<project/>");
    write(project.resolve("contracts/src/main/java/A.java"), "class A {}");
    maven("mkdir -p all-in-one/target/deckmill/lib");
  }

  private void maven(String does) throws IOException {
    executable(
        write(
            project.resolve("mvnw"),
            "#!/bin/sh\necho \"$JAVA_HOME $*\" >> maven-runs\n" + does + "\n"));
  }

  private void jdk(String name, String version) throws IOException {
    Path jdk = jdks.resolve(name);
    write(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    executable(write(jdk.resolve("bin/javac"), "#!/bin/sh\n"));
    executable(
        write(
            jdk.resolve("bin/java"), "#!/bin/sh\necho \"" + name + "\"\nprintf '%s\\n' \"$@\"\n"));
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process start(String... command) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(home.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().remove("DECKMILL_PREPARE");
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("DECKMILL_JDKS", jdks + "/*");
    return builder.start();
  }

  private static Run end(Process process) throws Exception {
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private Run launch(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(project.resolve("deckmill").toString()));
    command.addAll(List.of(arguments));
    return end(start(command.toArray(String[]::new)));
  }

  private List<String> mavenRuns() throws IOException {
    Path runs = project.resolve("maven-runs");
    return Files.exists(runs) ? Files.readAllLines(runs) : List.of();
  }

  @Test
  void takesTheNewestJdkAndSkipsWhatIsTooOld() throws Exception {
    jdk("a-17", "17.0.15");
    jdk("b-21", "21.0.2");
    jdk("c-25", "25");
    jdk("d-8", "1.8.0_402");
    assertThat(launch("status").output()).contains("c-25\n");
    assertThat(mavenRuns()).hasSize(1).first().asString().startsWith(jdks.resolve("c-25") + " ");
  }

  @Test
  void takesTheJdkThatJavaHomeNamesIfItFits() throws Exception {
    jdk("a-21", "21.0.2");
    jdk("b-25", "25");
    jdk("c-17", "17.0.1");
    String script = project.resolve("deckmill").toString();
    String a21 = "JAVA_HOME=" + jdks.resolve("a-21");
    String c17 = "JAVA_HOME=" + jdks.resolve("c-17");
    assertThat(end(start("/usr/bin/env", a21, script, "up")).output()).contains("a-21\n");
    assertThat(end(start("/usr/bin/env", c17, script, "up")).output()).contains("b-25\n");
  }

  @Test
  void findsAJdkOfSdkman() throws Exception {
    jdk("21.0.3-tem", "21.0.3");
    Path candidates = Files.createDirectories(home.resolve(".sdkman/candidates"));
    Files.move(jdks, candidates.resolve("java"));
    assertThat(launch("up").output()).contains("21.0.3-tem\n");
  }

  @Test
  void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
    jdk("a-17", "17.0.15");
    Run run = launch("demo");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.output())
        .contains("release 21 or newer", "apt-get install", "dnf install", "brew");
  }

  @Test
  void buildsOnceAndAgainOnlyWhenASourceChanged() throws Exception {
    jdk("b-25", "25");
    assertThat(launch("status").output()).contains("Building Deckmill", "Built in");
    assertThat(launch("status").output()).doesNotContain("Building");
    assertThat(mavenRuns()).hasSize(1);

    Path source = project.resolve("contracts/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(launch("status").output()).contains("Built in");
    assertThat(mavenRuns()).hasSize(2);
  }

  @Test
  void buildsAgainWhenASourceIsGone() throws Exception {
    jdk("b-25", "25");
    launch("status");
    Path stamp = project.resolve("all-in-one/target/deckmill/built");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().minusSeconds(60)));
    for (Path kept : List.of(project.resolve("pom.xml"), project.resolve("contracts/src/main"))) {
      Files.setLastModifiedTime(kept, FileTime.from(Instant.now().minusSeconds(120)));
    }
    Files.delete(project.resolve("contracts/src/main/java/A.java"));
    assertThat(launch("status").output()).contains("Built in");
  }

  @Test
  void preparesStartsOnceForEachBuildBeforeASetIsKept() throws Exception {
    jdk("b-25", "25");
    Path log = project.resolve("target/prepare.log");
    assertThat(launch("status").output()).contains("Built in").doesNotContain("Preparing");
    assertThat(launch("up", "--help").output()).doesNotContain("Preparing");
    assertThat(launch("up").output()).contains("Preparing", "all-in-one.jar\nup");
    assertThat(log).content().endsWith("all-in-one.jar\nprepare\n");
    Files.delete(log);
    assertThat(launch("up").output()).doesNotContain("Preparing");
    assertThat(log).doesNotExist();
    Files.delete(project.resolve("all-in-one/target/deckmill/built"));
    assertThat(launch("up").output()).contains("Built in", "Preparing");
  }

  @Test
  void preparesAgainForAnotherJdk() throws Exception {
    jdk("b-25", "25");
    jdk("c-26", "26");
    String script = project.resolve("deckmill").toString();
    String b25 = "JAVA_HOME=" + jdks.resolve("b-25");
    String c26 = "JAVA_HOME=" + jdks.resolve("c-26");
    assertThat(end(start("/usr/bin/env", b25, script, "up")).output()).contains("Preparing");
    assertThat(end(start("/usr/bin/env", c26, script, "up")).output()).contains("Preparing");
    assertThat(end(start("/usr/bin/env", c26, script, "up")).output()).doesNotContain("Preparing");
  }

  @Test
  void endsThePreparationWhenItIsEndedItself() throws Exception {
    jdk("b-25", "25");
    Path ended = home.resolve("ended");
    Path begun = home.resolve("begun");
    executable(
        write(
            jdks.resolve("b-25/bin/java"),
            "#!/bin/sh\ntrap 'touch %s; exit 143' TERM\ntouch %s\nwhile :; do sleep 0.1; done\n"
                .formatted(ended, begun)));
    Process up = start(project.resolve("deckmill").toString(), "up");
    await().until(() -> Files.exists(begun));
    // Process.destroy would close the stream that is read next.
    up.toHandle().destroy();
    Run run = end(up);
    assertThat(run.exitCode()).isEqualTo(143);
    assertThat(ended).exists();
    assertThat(project.resolve("target/build.lock")).doesNotExist();
    assertThat(project.resolve("all-in-one/target/deckmill/prepared")).doesNotExist();
  }

  @Test
  void preparesNothingWithAnOlderJdkOrWhenItIsNotWanted() throws Exception {
    jdk("a-24", "24.0.1");
    assertThat(launch("up").output()).contains("Built in").doesNotContain("Preparing");
    jdk("b-25", "25");
    String script = project.resolve("deckmill").toString();
    assertThat(end(start("/usr/bin/env", "DECKMILL_PREPARE=no", script, "up")).output())
        .contains("b-25\n")
        .doesNotContain("Preparing");
  }

  @Test
  void goesOnWhenStartsCannotBePrepared() throws Exception {
    jdk("b-25", "25");
    executable(
        write(
            jdks.resolve("b-25/bin/java"),
            "#!/bin/sh\ncase $* in *prepare) echo 'no room'; exit 4;; esac\necho \"ran $*\"\n"));
    Run run = launch("up");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("That failed", "target/prepare.log", "all-in-one.jar up");
    assertThat(project.resolve("target/prepare.log")).hasContent("no room");
  }

  @Test
  void handsTheArgumentsOnAsTheyAre() throws Exception {
    jdk("b-25", "25");
    Run run = launch("submit", "a b.svg", "--title", "x  \"y\" *");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).endsWith("all-in-one.jar\nsubmit\na b.svg\n--title\nx  \"y\" *\n");
  }

  @Test
  void worksThroughALinkFromAnywhere() throws Exception {
    jdk("b-25", "25");
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("dm"), Path.of("../../project/deckmill"));
    Run run = end(start(bin.resolve("dm").toString(), "up"));
    assertThat(run.output()).contains(project + "/all-in-one/target/deckmill/lib/all-in-one.jar");
  }

  @Test
  void showsTheEndOfTheLogWhenTheBuildFails() throws Exception {
    jdk("b-25", "25");
    maven("echo '[ERROR] A.java:[1,2] no such thing'; exit 1");
    Run run = launch("demo");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.output()).contains("The build failed", "no such thing", "target/build.log");
    assertThat(launch("demo").output()).contains("The build failed");
  }

  @Test
  void letsASecondLauncherWaitForTheFirstOnesBuild() throws Exception {
    jdk("b-25", "25");
    maven("while [ ! -e go ]; do sleep 0.1; done; mkdir -p all-in-one/target/deckmill/lib");
    String script = project.resolve("deckmill").toString();
    Process first = start(script, "first");
    await().until(() -> !mavenRuns().isEmpty());
    Process second = start(script, "second");
    Files.createFile(project.resolve("go"));

    assertThat(end(first).exitCode()).isZero();
    assertThat(end(second)).satisfies(run -> assertThat(run.exitCode()).isZero());
    assertThat(mavenRuns()).hasSize(1);
  }

  @Test
  void takesOverTheLockOfABuildThatWasKilled() throws Exception {
    jdk("b-25", "25");
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    write(project.resolve("target/build.lock/pid"), gone.pid() + "\n");
    assertThat(launch("status").output()).contains("Built in");
    assertThat(project.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void runsTheWholeSuiteAndLeavesNothingToBuild() throws Exception {
    jdk("b-25", "25");
    maven("mkdir -p all-in-one/target/deckmill/lib; echo 'Tests run: 3'");
    Run run = launch("test");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("Tests run: 3");
    launch("status");
    assertThat(mavenRuns()).containsExactly(jdks.resolve("b-25") + " verify");
  }

  @Test
  void tellsOfFailedTestsByItsExitCode() throws Exception {
    jdk("b-25", "25");
    maven("exit 1");
    assertThat(launch("test", "-pl", "contracts").exitCode()).isEqualTo(1);
    assertThat(mavenRuns()).containsExactly(jdks.resolve("b-25") + " verify -pl contracts");
  }
}
