package dev.deckmill.allinone.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the services' AOT caches from what a set of {@link Lifetime#PREPARING} has recorded. A
 * cache appears under its name when it is whole.
 */
public final class StartupPreparation {
  private static final String LOCK = "prepare.lock";
  private static final String UNFINISHED = ".part";

  private final Installation installation;
  private final List<String> services;
  private final StartupArchive archive;

  /** For all services, and the JVM of this process. */
  public StartupPreparation(Installation installation) {
    this(installation, Installation.SERVICES);
  }

  StartupPreparation(Installation installation, List<String> services) {
    this.installation = installation;
    this.services = List.copyOf(services);
    this.archive = installation.startupArchive();
  }

  /** Whether the JVM has caches that are made beforehand. */
  public boolean applies() {
    return switch (archive.form()) {
      case CLASSES -> false;
      case CACHE -> true;
    };
  }

  /** Whether there is a cache for each service. */
  public boolean isDone() throws IOException {
    for (String service : services) {
      if (!Files.exists(archive.file(service, installation.serviceJar(service)))) {
        return false;
      }
    }
    return true;
  }

  /** Where a service records in {@code data}. */
  static Path recording(DataDirectory data, String service) throws IOException {
    return data.directory("recordings").resolve(service + ".aotconf");
  }

  /**
   * Makes the caches, all at the same time; another process that makes them too is waited for.
   *
   * @param data the directory of the set that recorded and has ended
   * @throws IOException if one could not be made, with the end of what the JVM wrote
   */
  public void assemble(DataDirectory data) throws IOException, InterruptedException {
    Files.createDirectories(installation.cache());
    try (FileChannel file =
            FileChannel.open(
                installation.cache().resolve(LOCK),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock alone = file.lock()) {
      assert alone.isValid();
      removeUnfinished();
      if (!isDone()) {
        finish(start(data));
      }
    }
  }

  /** What processes that were killed have left. */
  private void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(installation.cache(), "*" + UNFINISHED)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private record Assembly(String service, Process process, Path log, Path unfinished, Path cache) {}

  private List<Assembly> start(DataDirectory data) throws IOException {
    List<Assembly> started = new ArrayList<>();
    for (String service : services) {
      started.add(start(data, service));
    }
    return started;
  }

  private Assembly start(DataDirectory data, String service) throws IOException {
    Path jar = installation.serviceJar(service);
    Path cache = archive.file(service, jar);
    // A name that begins with the service's would be removed with earlier builds' archives.
    Path unfinished = cache.resolveSibling("." + cache.getFileName() + UNFINISHED);
    List<String> command = new ArrayList<>();
    command.add(installation.java().toString());
    command.add("-Xmx384m");
    command.add("-XX:+UseSerialGC");
    command.addAll(StartupArchive.assembling(recording(data, service), unfinished));
    command.addAll(List.of("-cp", jar.toString()));
    Path log = data.log(service + "-cache");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.redirectOutput(log.toFile()).start();
    return new Assembly(service, process, log, unfinished, cache);
  }

  private static void finish(List<Assembly> started) throws IOException, InterruptedException {
    try {
      for (Assembly each : started) {
        int code = each.process().waitFor();
        if (code != 0 || !Files.exists(each.unfinished())) {
          throw new IOException(
              "The AOT cache of %s could not be made: exit code %d. %s"
                  .formatted(each.service(), code, lastLine(each.log())));
        }
        Files.move(each.unfinished(), each.cache(), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (Assembly each : started) {
        each.process().destroyForcibly().waitFor();
        Files.deleteIfExists(each.unfinished());
      }
    }
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "It wrote nothing." : "It wrote: " + lines.getLast();
  }
}
