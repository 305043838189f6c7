package dev.deckmill.api.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Asks servers for pages. */
@Singleton
final class PageClient {
  private static final int MOST_CONNECTIONS = 1_000;

  /** What the bytes of a page are given to, once they come. */
  @FunctionalInterface
  interface Taker<T> {
    /**
     * Reads the page to its end.
     *
     * @param hops how many redirects led to it
     */
    T take(InputStream body, int hops) throws IOException;
  }

  private final CloseableHttpClient http;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fetch-deadlines").factory());
  private final int redirects;
  private final Duration total;

  @Inject
  PageClient(FetchConfig config) throws UnknownHostException {
    this(config, InetAddress::getAllByName);
  }

  PageClient(FetchConfig config, VettedNames.Names names) throws UnknownHostException {
    this.redirects = config.redirects();
    this.total = config.total();
    this.http =
        HttpClients.custom()
            .setConnectionManager(connections(config, new VettedNames(names, exempt(config))))
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.of(config.silence())).build())
            // Each connection is dialled anew, to an address that was vetted for it.
            .setConnectionReuseStrategy((request, response, context) -> false)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("Deckmill")
            .build();
  }

  private static HttpClientConnectionManager connections(FetchConfig config, VettedNames names) {
    PoolingHttpClientConnectionManager connections =
        new PoolingHttpClientConnectionManager(
            new LimitedConnections(names),
            PoolConcurrencyPolicy.LAX,
            PoolReusePolicy.LIFO,
            TimeValue.NEG_ONE_MILLISECOND,
            ManagedHttpClientConnectionFactory.INSTANCE);
    connections.setMaxTotal(MOST_CONNECTIONS);
    connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
    connections.setDefaultConnectionConfig(timeouts(config));
    connections.setDefaultTlsConfig(
        TlsConfig.custom().setHandshakeTimeout(Timeout.of(config.silence())).build());
    return connections;
  }

  private static ConnectionConfig timeouts(FetchConfig config) {
    return ConnectionConfig.custom()
        .setConnectTimeout(Timeout.of(config.connectTimeout()))
        .setSocketTimeout(Timeout.of(config.silence()))
        .build();
  }

  private static Set<InetAddress> exempt(FetchConfig config) throws UnknownHostException {
    Set<InetAddress> addresses = new HashSet<>();
    for (String address : config.exempt().orElse(List.of())) {
      addresses.add(InetAddress.getByName(address));
    }
    return addresses;
  }

  /**
   * Fetches a page, under one deadline for all hops.
   *
   * @param url as the client wrote it
   * @param mostBytes how long the page may be
   * @throws FetchFault if that is not possible
   * @throws IOException what {@code taker} threw of its own
   */
  <T> T fetch(String url, long mostBytes, Taker<T> taker) throws IOException {
    FetchRun<T> run = new FetchRun<>(http, mostBytes, taker, redirects);
    ScheduledFuture<?> alarm =
        clock.schedule(run::timeIsOver, total.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return run.from(UrlValidator.read(url));
    } finally {
      alarm.cancel(false);
    }
  }

  @PreDestroy
  void close() throws IOException {
    clock.shutdownNow();
    http.close();
  }
}
