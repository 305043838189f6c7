package dev.deckmill.tracestore.jaeger;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The port on which Jaeger asks; there is none unless it is configured. */
@Singleton
final class JaegerServer {
  private static final Logger LOG = Logger.getLogger(JaegerServer.class);
  private static final long SECONDS_TO_FINISH = 5;
  private static final long SECONDS_BETWEEN_PINGS = 10;

  private final JaegerConfig config;
  private final JaegerAuthorization door;
  private final JaegerServices services;
  private @Nullable Server server;

  JaegerServer(JaegerConfig config, JaegerAuthorization door, JaegerServices services) {
    this.config = config;
    this.door = door;
    this.services = services;
  }

  void start(@Observes StartupEvent event) {
    OptionalInt port = config.port();
    if (port.isEmpty()) {
      return;
    }
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(config.host(), port.getAsInt()))
            // They decode and hand on; who reads from the database does it on ReadingThreads.
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .maxInboundMessageSize(services.requestBytes())
            .permitKeepAliveTime(SECONDS_BETWEEN_PINGS, TimeUnit.SECONDS)
            .intercept(door);
    services.all().forEach(builder::addService);
    try {
      server = builder.build().start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "port %d for Jaeger can't be opened on %s; set deckmill.jaeger.port and .host to ones that are free"
              .formatted(port.getAsInt(), config.host()),
          e);
    }
    LOG.infof("Jaeger is answered on %s:%d", config.host(), port());
  }

  /** The port that was opened, which is another one than the one configured if that is 0. */
  int port() {
    return Objects.requireNonNull(server, "no port is configured").getPort();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    Server running = server;
    if (running != null
        && !running.shutdown().awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
      running.shutdownNow();
    }
  }
}
