package dev.deckmill.api.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes the connections of the client: each with a socket that is limited by what its request's
 * context has. The client's own limits are for a line and for a message's headers; they know
 * nothing of how many messages come, or of TLS.
 */
final class LimitedConnections implements HttpClientConnectionOperator {
  /** Where a request's context has its {@link ReceiveLimit}. */
  static final String LIMIT = "deckmill.receive-limit";

  private final DnsResolver names;
  private final Lookup<TlsSocketStrategy> tls;

  LimitedConnections(DnsResolver names) {
    this.names = names;
    TlsSocketStrategy strategy = DefaultClientTlsStrategy.createDefault();
    this.tls = scheme -> scheme.equals("https") ? strategy : null;
  }

  private HttpClientConnectionOperator limited(HttpContext context) {
    ReceiveLimit limit = (ReceiveLimit) Objects.requireNonNull(context.getAttribute(LIMIT), LIMIT);
    return new DefaultHttpClientConnectionOperator(
        unproxied -> new LimitedSocket(limit), null, names, tls);
  }

  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost host,
      @Nullable NamedEndpoint endpoint,
      @Nullable InetSocketAddress local,
      Timeout timeout,
      SocketConfig socket,
      @Nullable Object attachment,
      HttpContext context)
      throws IOException {
    limited(context)
        .connect(connection, host, endpoint, local, timeout, socket, attachment, context);
  }

  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost host,
      @Nullable InetSocketAddress local,
      TimeValue timeout,
      SocketConfig socket,
      HttpContext context)
      throws IOException {
    limited(context).connect(connection, host, local, timeout, socket, context);
  }

  /** A page is asked for where it is: there is no proxy to be upgraded. */
  @Override
  public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context) {
    throw new UnsupportedOperationException("there is no proxy");
  }
}
