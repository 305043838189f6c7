package dev.deckmill.converter.child;

import dev.deckmill.converter.child.ChildRequest.Wanted;
import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SvgToSlide;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A child's main class. Ends when its standard input ends, so that no child outlives its parent;
 * with {@code --probe} it says that it could start, and ends.
 */
public final class PageChild {
  /** A system property; pages may then ask for faults, see {@link Faults}. */
  public static final String FAULTS = "deckmill.child.faults";

  private static final String WARM_UP =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><style>.a{fill:#123}</style>
      <rect class="a" width="16" height="9" rx="1"/><path d="M1 1C2 2 3 3 4 1Z" stroke="red"/>
      <text x="2" y="5" font-size="2">warm</text></svg>
      """;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final boolean faults = Boolean.getBoolean(FAULTS);
  private @Nullable SvgToSlide engine;
  private @Nullable SlideOptions engineOptions;

  private PageChild(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    DataOutputStream replies = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    // Whatever a library prints must not end up between two frames.
    System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    PageChild child =
        new PageChild(new DataInputStream(new BufferedInputStream(System.in, 1 << 16)), replies);
    child.warmUp();
    if (args.length == 0 || !args[0].equals("--probe")) {
      child.serve();
    }
  }

  /** Also proves that this process can read the engine and its libraries. */
  private void warmUp() throws IOException {
    byte[] svg = WARM_UP.getBytes(StandardCharsets.UTF_8);
    ChildReply reply = answer(new ChildRequest("warm-up.svg", svg, SlideOptions.defaults()));
    send(reply instanceof ChildReply.Converted ? new ChildReply.Ready() : reply);
  }

  private void serve() throws IOException, InterruptedException {
    BlockingQueue<ChildRequest> requests = new ArrayBlockingQueue<>(1);
    Thread listener = new Thread(() -> listen(requests), "listener");
    listener.setDaemon(true);
    listener.start();
    ChildReply reply;
    do {
      reply = answer(requests.take());
      send(reply);
    } while (!(reply instanceof ChildReply.Broken));
  }

  /** Reads while a page is at work as well, and so notices at once that the parent has gone. */
  private void listen(BlockingQueue<ChildRequest> requests) {
    try {
      for (ChildRequest request = ChildRequest.read(in);
          request != null;
          request = ChildRequest.read(in)) {
        requests.put(request);
      }
    } catch (IOException | InterruptedException e) {
      // Gone in the middle of a frame: gone as well.
      System.err.println("The line to the parent broke: " + e.getMessage());
    }
    Runtime.getRuntime().halt(0);
  }

  private void send(ChildReply reply) throws IOException {
    reply.write(out);
    out.flush();
  }

  private ChildReply answer(ChildRequest request) throws IOException {
    long started = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    try {
      if (faults) {
        Faults.actOut(request.name());
      }
      Page page = new Page(request.name(), request.svg());
      SvgToSlide able = engine(request.options());
      return switch (request.wanted()) {
        case Wanted.ASlide() -> new ChildReply.Converted(started, bundle(able.convert(page)));
        case Wanted.APreview(int width) -> new ChildReply.Drawn(able.preview(page, width));
      };
    } catch (PageRejected rejected) {
      return new ChildReply.Rejected(rejected.code(), rejected.getMessage());
    } catch (StackOverflowError e) {
      TraceOutput.print(e, System.err);
      return new ChildReply.Broken("The page is nested too deeply for the converter's stack.");
    } catch (RuntimeException | Error e) {
      // The edge of the process: what failed is ours. The parent logs the trace.
      TraceOutput.print(e, System.err);
      return new ChildReply.Broken("The converter failed on the page: " + e.getClass().getName());
    }
  }

  private static byte[] bundle(Slide slide) throws IOException {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream(1 << 14);
    slide.writeTo(bundle);
    return bundle.toByteArray();
  }

  private SvgToSlide engine(SlideOptions options) {
    SvgToSlide current = engine;
    if (current == null || !options.equals(engineOptions)) {
      current = new SvgToSlide(options);
      engine = current;
      engineOptions = options;
    }
    return current;
  }
}
