package dev.deckmill.allinone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckmill.allinone.local.StartupArchive.Form;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With real JVMs of the JDK that runs the tests, and a program of one class. */
final class StartupArchiveTest {
  private static final String SERVICE = "packager-service";
  private static final String OUTPUT = "started\n";

  @TempDir private Path directory;

  private Path jar;
  private Path cache;
  private Installation installation;
  private DataDirectory data;

  @BeforeEach
  void install() throws IOException {
    Path root = directory.toRealPath();
    Path home = Files.createDirectory(root.resolve("home"));
    jar = home.resolve("services").resolve(SERVICE).resolve("quarkus-run.jar");
    Files.createDirectories(jar.getParent());
    writeJar("first");
    cache = home.resolve("cache");
    installation = new Installation(home, Path.of(System.getProperty("java.home"), "bin", "java"));
    data = DataDirectory.open(root.resolve("data"));
  }

  @AfterEach
  void release() throws IOException {
    data.close();
  }

  @Test
  void cachesBeginWithTheReleaseThatMakesThemByOneOption() {
    assertThat(Stream.of(21, 22, 23, 24).map(Form::of)).containsOnly(Form.CLASSES);
    assertThat(Stream.of(25, 26, 30).map(Form::of)).containsOnly(Form.CACHE);
  }

  @ParameterizedTest
  @EnumSource
  void isUsedByLaterRuns(Form form) throws Exception {
    StartupArchive archive = archive(form);
    assertThat(archive.using(SERVICE, jar)).isEmpty();
    make(form);
    assertThat(run(archive.using(SERVICE, jar)).source()).contains("shared objects file");
    assertThat(run(archive.usingOrLeaving(SERVICE, jar)).output()).isEqualTo(OUTPUT);
  }

  @ParameterizedTest
  @EnumSource
  void isUsedByJvmsWithOtherHeapsAndCompilers(Form form) throws Exception {
    make(form);
    List<String> flags = new ArrayList<>(archive(form).using(SERVICE, jar));
    flags.addAll(List.of("-Xmx640m", "-Xmn100m", "-XX:TieredStopAtLevel=1"));
    Ran ran = run(flags);
    assertThat(ran.output()).isEqualTo(OUTPUT);
    assertThat(ran.source()).contains("shared objects file");
  }

  @ParameterizedTest
  @EnumSource
  void isPassedOverInSilenceWhenItIsNotWhole(Form form) throws Exception {
    make(form);
    Path file = archive(form).file(SERVICE, jar);
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 100, whole.length / 2)) {
      Files.write(file, Arrays.copyOf(whole, length));
      Ran ran = run(archive(form).using(SERVICE, jar));
      assertThat(ran.output()).as("the first %d bytes", length).isEqualTo(OUTPUT);
      assertThat(ran.source()).doesNotContain("shared objects file");
    }
  }

  /** A JVM 25.0.3 would take a cache all the same. */
  @ParameterizedTest
  @EnumSource
  void isNotUsedWithAnotherJarOfTheSameTime(Form form) throws Exception {
    make(form);
    FileTime built = Files.getLastModifiedTime(jar);
    writeJar("another build, which is longer");
    Files.setLastModifiedTime(jar, built);
    assertThat(archive(form).using(SERVICE, jar)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isNotUsedWhenALibraryOfTheProgramChanges(Form form) throws Exception {
    Path library = Files.writeString(jar.resolveSibling("library.jar"), "one");
    Path before = archive(form).file(SERVICE, jar);
    Files.setLastModifiedTime(library, FileTime.fromMillis(1_000));
    assertThat(archive(form).file(SERVICE, jar)).isNotEqualTo(before);
  }

  /** The same build is run with another JDK now and then, and then with the first again. */
  @Test
  void thoseOfTheOtherFormAreKept() throws Exception {
    Path cache = Files.createFile(archive(Form.CACHE).file(SERVICE, jar));
    Path classes = Files.createFile(archive(Form.CLASSES).file(SERVICE, jar));
    assertThat(archive(Form.CACHE).file(SERVICE, jar)).isEqualTo(cache);
    assertThat(List.of(cache, classes)).allMatch(Files::exists);
  }

  @ParameterizedTest
  @EnumSource
  void thoseOfEarlierBuildsAreRemovedAndOtherServicesKept(Form form) throws Exception {
    StartupArchive archive = archive(form);
    Path earlier = Files.createFile(archive.file(SERVICE, jar));
    Path others = Files.createFile(archive.file("api-service", jar));
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
    assertThat(archive.using(SERVICE, jar)).isEmpty();
    assertThat(earlier).doesNotExist();
    assertThat(others).exists();
  }

  @Test
  void aCacheIsNotLeftByARunThatDoesItsWork() throws Exception {
    assertThat(archive(Form.CACHE).usingOrLeaving(SERVICE, jar)).isEmpty();
  }

  @Test
  void preparingIsDoneOnceForABuild() throws Exception {
    assumeCaches();
    assertThat(preparation().applies()).isTrue();
    assertThat(preparation().isDone()).isFalse();
    make(Form.CACHE);
    assertThat(preparation().isDone()).isTrue();
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
    assertThat(preparation().isDone()).isFalse();
  }

  @Test
  void aCacheThatCannotBeMadeLeavesNothing() throws Exception {
    assumeCaches();
    Files.writeString(StartupPreparation.recording(data, SERVICE), "no recording");
    assertThatThrownBy(() -> preparation().assemble(data))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(SERVICE);
    assertThat(inCache()).containsExactly("prepare.lock");
  }

  @Test
  void whatAKilledPreparationLeftIsRemovedByTheNext() throws Exception {
    assumeCaches();
    Files.createDirectories(cache);
    Files.createFile(cache.resolve("." + SERVICE + "-1-2.aot.part"));
    make(Form.CACHE);
    assertThat(inCache()).hasSize(2).noneMatch(name -> name.endsWith(".part"));
  }

  /** What a JVM wrote, and where it had the program's class from. */
  private record Ran(String output, String source) {}

  private StartupArchive archive(Form form) {
    return new StartupArchive(cache, form);
  }

  private StartupPreparation preparation() {
    return new StartupPreparation(installation, List.of(SERVICE));
  }

  private void make(Form form) throws Exception {
    switch (form) {
      case CLASSES -> run(archive(form).usingOrLeaving(SERVICE, jar));
      case CACHE -> {
        assumeCaches();
        run(StartupArchive.recording(StartupPreparation.recording(data, SERVICE)));
        preparation().assemble(data);
      }
    }
    assertThat(archive(form).file(SERVICE, jar)).isNotEmptyFile();
  }

  private static void assumeCaches() {
    assumeTrue(Form.of(Runtime.version().feature()) == Form.CACHE, "this JDK has no AOT caches");
  }

  private List<String> inCache() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Ran run(List<String> flags) throws Exception {
    Path loads = directory.resolve("loads");
    List<String> command = new ArrayList<>();
    command.add(installation.java().toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC"));
    command.addAll(flags);
    command.add("-Xlog:class+load:file=" + loads);
    command.addAll(List.of("-jar", jar.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    try (Stream<String> lines = Files.lines(loads)) {
      String name = StartedProgram.class.getName();
      return new Ran(output, lines.filter(line -> line.contains(name)).findFirst().orElseThrow());
    }
  }

  private void writeJar(String build) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StartedProgram.class.getName());
    manifest.getMainAttributes().putValue("Build", build);
    String name = StartedProgram.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream program = StartedProgram.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      assertThat(program).isNotNull();
      program.transferTo(out);
    }
  }
}
