package dev.deckmill.fakedrive;

import dev.deckmill.fakedrive.fault.FaultScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs the stand-in as a process of its own. */
public final class FakeDriveMain {
  private static final String USAGE =
      """
      fake-drive: a stand-in for Google Drive v3

        --port N         port to listen on (default 0: a free one)
        --host ADDRESS   address to listen on (default 127.0.0.1)
        --data DIR       where files are kept across restarts (default: a directory removed at the end)
        --quota BYTES    how much My Drive holds (default: no limit; 0 is what a service account has)
        --require-token  refuse calls without a token of POST /token
        --faults FILE    a fault script, see POST /faults
        --with-parent    end when standard input is closed
      """;

  private FakeDriveMain() {}

  /** Listens until it is ended. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Options options;
    try {
      options = Options.parse(new ArrayDeque<>(List.of(args)));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(USAGE);
      System.exit(2);
      return;
    }
    FakeDrive drive = FakeDrive.start(options.settings);
    Runtime.getRuntime().addShutdownHook(new Thread(drive::close));
    FaultScript.read(options.faults, drive.faults());
    System.out.println("fake-drive listening on " + drive.url());
    if (options.withParent) {
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
      System.exit(0);
    }
    new CountDownLatch(1).await();
  }

  private static final class Options {
    private FakeDriveSettings settings = FakeDriveSettings.defaults();
    private String faults = "";
    private boolean withParent;

    static Options parse(Deque<String> args) throws IOException {
      Options options = new Options();
      while (!args.isEmpty()) {
        options.take(args.removeFirst(), args);
      }
      return options;
    }

    private void take(String option, Deque<String> args) throws IOException {
      switch (option) {
        case "--port" -> settings = settings.withPort(Integer.parseInt(value(option, args)));
        case "--host" -> settings = settings.withHost(value(option, args));
        case "--data" -> settings = settings.withDataDir(Path.of(value(option, args)));
        case "--quota" -> settings = settings.withQuotaBytes(Long.parseLong(value(option, args)));
        case "--require-token" -> settings = settings.requiringTokens();
        case "--faults" -> faults = Files.readString(Path.of(value(option, args)));
        case "--with-parent" -> withParent = true;
        // Strings are no closed set.
        default -> throw new IllegalArgumentException("Unknown option " + option);
      }
    }

    private static String value(String option, Deque<String> args) {
      if (args.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      return args.removeFirst();
    }
  }
}
