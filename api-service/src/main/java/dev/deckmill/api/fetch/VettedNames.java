package dev.deckmill.api.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to addresses that may be dialled: asked once for each connection, whose socket
 * then goes to what was judged here and to nothing else. One forbidden address among them forbids
 * all.
 */
final class VettedNames implements DnsResolver {
  /** What names stand for. */
  @FunctionalInterface
  interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** A name stands for an address that must not be dialled. */
  static final class ForbiddenAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException() {
      super("an address that is not public");
    }
  }

  private final Names names;
  private final Set<InetAddress> exempt;

  VettedNames(Names names, Set<InetAddress> exempt) {
    this.names = names;
    this.exempt = Set.copyOf(exempt);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.resolve(host);
    for (InetAddress address : addresses) {
      if (!PublicAddresses.contain(address) && !exempt.contains(address)) {
        throw new ForbiddenAddressException();
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
