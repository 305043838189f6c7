package dev.deckmill.api.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** The way to one page: hop by hop, each validated and limited in the same way. */
final class FetchRun<T> {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> MAY_PASS = Set.of(408, 425, 429);

  private final HttpClient http;
  private final long mostBytes;
  private final PageClient.Taker<T> taker;
  private final int redirects;
  private volatile @Nullable HttpGet underWay;
  private volatile boolean over;

  FetchRun(HttpClient http, long mostBytes, PageClient.Taker<T> taker, int redirects) {
    this.http = http;
    this.mostBytes = mostBytes;
    this.taker = taker;
    this.redirects = redirects;
  }

  /** Called once, from another thread: what is under way ends. */
  void timeIsOver() {
    over = true;
    HttpGet request = underWay;
    if (request != null) {
      request.abort();
    }
  }

  T from(URI start) throws IOException {
    URI at = start;
    for (int hops = 0; ; hops++) {
      try {
        return ask(at, hops);
      } catch (Redirect redirect) {
        if (hops == redirects) {
          throw FetchFault.redirects(redirects);
        }
        at = UrlValidator.redirected(at, redirect.location);
      }
    }
  }

  private T ask(URI at, int hops) throws IOException {
    HttpGet request = new HttpGet(at);
    ReceiveLimit limit = new ReceiveLimit(mostBytes);
    underWay = request;
    try {
      if (over) {
        throw late();
      }
      return http.execute(
          request, limitedBy(limit), response -> page(request, limit, hops, response));
    } catch (Redirect | FetchFault e) {
      throw over ? late() : e;
    } catch (TakerTrouble e) {
      throw e.own;
    } catch (IOException e) {
      throw over ? late() : fault(e, limit);
    }
  }

  private static HttpContext limitedBy(ReceiveLimit limit) {
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(LimitedConnections.LIMIT, limit);
    return context;
  }

  private T page(HttpGet request, ReceiveLimit limit, int hops, ClassicHttpResponse response)
      throws IOException {
    HttpEntity body = response.getEntity();
    Optional<IOException> otherwise = otherwise(response, body);
    if (otherwise.isPresent() || body == null) {
      // Nobody reads what else it says, however long that is.
      request.abort();
      throw otherwise.orElseThrow();
    }
    limit.beginStretch();
    InputStream in = new ServerStream(body.getContent(), request, limit);
    try {
      return taker.take(in, hops);
    } catch (FetchFault fault) {
      throw fault;
    } catch (IOException own) {
      request.abort();
      throw new TakerTrouble(own);
    }
  }

  /** What an answer is that brings no page. */
  private Optional<IOException> otherwise(ClassicHttpResponse response, @Nullable HttpEntity body) {
    int status = response.getCode();
    if (REDIRECTS.contains(status)) {
      return Optional.of(redirect(response));
    }
    if (status != 200 || body == null) {
      String answered = "answered with status " + status;
      return Optional.of(
          status >= 500 || MAY_PASS.contains(status)
              ? FetchFault.failed(answered)
              : FetchFault.refused(answered));
    }
    return body.getContentLength() > mostBytes
        ? Optional.of(FetchFault.tooLarge(mostBytes))
        : Optional.empty();
  }

  private static IOException redirect(ClassicHttpResponse response) {
    Header location = response.getFirstHeader("Location");
    return location == null || location.getValue() == null
        ? FetchFault.redirectsNowhere()
        : new Redirect(location.getValue());
  }

  private static FetchFault late() {
    return FetchFault.timeout("did not deliver the page in the time there is");
  }

  /** What TLS or the client made of the limit's exception does not matter, only that there was. */
  private static FetchFault fault(IOException e, ReceiveLimit limit) {
    return limit.exceeded() ? FetchFault.tooMuchAround(ReceiveLimit.AROUND) : fault(e);
  }

  private static FetchFault fault(IOException e) {
    return switch (e) {
      case FetchFault known -> known;
      case VettedNames.ForbiddenAddressException forbidden ->
          FetchFault.forbidden("leads to an address that is not public");
      case UnknownHostException unknown -> FetchFault.failed("is not known by its name");
      case SocketTimeoutException silent -> FetchFault.timeout("did not answer in time");
      case SSLException insecure -> FetchFault.refused("could not prove who it is");
      case ClientProtocolException unread -> FetchFault.refused("did not answer in HTTP");
      case MessageConstraintException blank -> FetchFault.refused("did not answer in HTTP");
      default -> FetchFault.failed("could not be reached, or broke off");
    };
  }

  /** What the server sends, counted; its faults are kept apart from those of whoever takes it. */
  private final class ServerStream extends InputStream {
    private final InputStream in;
    private final HttpGet request;
    private final ReceiveLimit limit;
    private long count;

    ServerStream(InputStream in, HttpGet request, ReceiveLimit limit) {
      this.in = in;
      this.request = request;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = receive(buffer, offset, length);
      if (read > 0) {
        count += read;
        limit.beginStretch();
      }
      if (count > mostBytes) {
        request.abort();
        throw FetchFault.tooLarge(mostBytes);
      }
      if (read < 0 && count == 0) {
        throw FetchFault.refused("answered with nothing");
      }
      return read;
    }

    private int receive(byte[] buffer, int offset, int length) throws FetchFault {
      try {
        return in.read(buffer, offset, length);
      } catch (IOException e) {
        throw fault(e, limit);
      }
    }
  }

  /** The page is somewhere else. */
  private static final class Redirect extends IOException {
    private static final long serialVersionUID = 1L;
    private final String location;

    Redirect(String location) {
      super("redirected");
      this.location = location;
    }
  }

  /** The taker's own trouble, on its way through the client. */
  private static final class TakerTrouble extends IOException {
    private static final long serialVersionUID = 1L;
    private final IOException own;

    TakerTrouble(IOException own) {
      super(own);
      this.own = own;
    }
  }
}
