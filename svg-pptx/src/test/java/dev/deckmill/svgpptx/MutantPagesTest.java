package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlideOptions.Limits;
import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Mutated golden pages are converted, or rejected with a code, and nothing else: nothing else is
 * thrown, and none of them takes half a minute. {@code -Ddeckmill.mutants=N} looks at more of them,
 * {@code -Ddeckmill.seed=S} at others; pages that fail, and what was slow, are in {@code
 * target/mutants}.
 */
class MutantPagesTest {
  private static final int PAGES = Integer.getInteger("deckmill.mutants", 1_000);
  private static final long SEED = Long.getLong("deckmill.seed", 1);
  private static final int MOST_SECONDS = 30;

  /** Every so many pages are drawn as well. */
  private static final int PREVIEWED = 10;

  /** Of processor time: the machine may have other things to do. */
  private static final long SLOW_MILLIS = 5_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<PageRejected.Code, Integer> rejected = new EnumMap<>(PageRejected.Code.class);
  private final List<String> slow = new ArrayList<>();
  private int converted;
  private long slowest;

  @Test
  void areConvertedOrRejected() throws Exception {
    Path folder = Files.createDirectories(Path.of("target/mutants"));
    Mutator mutator = new Mutator(golden(), SEED);
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      byte[] page = mutator.next();
      String name = SEED + "-" + i;
      String failure = failure(page, i, name);
      if (failure != null) {
        Files.write(folder.resolve(name + ".svg"), page);
        failures.add(name + ": " + failure);
      }
    }
    Files.writeString(folder.resolve("seed-" + SEED + ".txt"), account(failures));
    assertThat(failures).isEmpty();
    // Mostly the damage is in the values: much more than the door is tried.
    assertThat(converted).isGreaterThan(PAGES / 3);
  }

  private String account(List<String> failures) {
    return "%d pages, %d converted, rejected %s, slowest %d ms%nslow: %s%nfailed: %s%n"
        .formatted(PAGES, converted, rejected, slowest, slow, failures);
  }

  /** What went wrong; null where nothing did. */
  private String failure(byte[] page, int number, String name) throws IOException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    AtomicLong millis = new AtomicLong();
    Thread worker =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  Throwable broken = thrown(page, number);
                  millis.set(THREADS.getCurrentThreadCpuTime() / 1_000_000);
                  if (broken == null) {
                    done.complete(null);
                  } else {
                    done.completeExceptionally(broken);
                  }
                });
    try {
      await(done, worker);
      converted++;
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PageRejected rejection) {
        rejected.merge(rejection.code(), 1, Integer::sum);
        return null;
      }
      return told(e.getCause());
    } catch (TimeoutException e) {
      return "hangs at " + List.of(worker.getStackTrace());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      slowest = Math.max(slowest, millis.get());
      if (millis.get() > SLOW_MILLIS) {
        slow.add(name + " " + millis + " ms");
        Files.write(Path.of("target/mutants", "slow-" + name + ".svg"), page);
      }
    }
  }

  /** Half a minute of its own: other things may be going on. */
  private static void await(CompletableFuture<Void> done, Thread worker)
      throws ExecutionException, InterruptedException, TimeoutException {
    for (int waited = 1; ; waited++) {
      try {
        done.get(MOST_SECONDS, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException e) {
        long worked = THREADS.getThreadCpuTime(worker.threadId());
        if (waited == 10 || worked > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
          throw e;
        }
      }
    }
  }

  private static String told(Throwable broken) {
    StackTraceElement[] stack = broken.getStackTrace();
    return broken + " at " + List.of(stack).subList(0, Math.min(8, stack.length));
  }

  private static Throwable thrown(byte[] page, int number) {
    try {
      work(page, number);
      return null;
    } catch (Throwable broken) { // whatever it is, it is what is looked for
      return broken;
    }
  }

  private static void work(byte[] bytes, int number) throws PageRejected {
    Target[] targets = Target.values();
    TextProfile[] profiles = TextProfile.values();
    SlideOptions options =
        new SlideOptions(
            number % 7 == 0 ? null : SlideSize.WIDE,
            targets[number % targets.length],
            profiles[number / targets.length % profiles.length],
            Limits.DEFAULT);
    SvgToSlide engine = new SvgToSlide(options);
    Page page = new Page("mutant.svg", bytes);
    engine.convert(page);
    if (number % PREVIEWED == 0) {
      engine.preview(page, 640);
    }
  }

  private static List<byte[]> golden() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".svg"))
          .sorted()
          .map(MutantPagesTest::bytes)
          .toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
