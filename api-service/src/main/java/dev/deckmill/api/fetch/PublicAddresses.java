package dev.deckmill.api.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses belong to servers that everybody can reach: those of IANA's special-purpose
 * registries (RFC 6890 and what came after) don't.
 */
final class PublicAddresses {
  /** A network: its first bytes, and how many bits of them count. */
  private record Network(List<Integer> address, int bits) {
    static Network of(int bits, Integer... bytes) {
      return new Network(List.of(bytes), bits);
    }

    boolean holds(byte[] other) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address.get(bit / 8) & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Network> NOT_PUBLIC_4 =
      List.of(
          Network.of(8, 0), // this network
          Network.of(8, 10), // private
          Network.of(10, 100, 64), // shared by a provider's customers
          Network.of(8, 127), // loopback
          Network.of(16, 169, 254), // link-local, cloud metadata services, with credentials
          Network.of(12, 172, 16), // private
          Network.of(24, 192, 0, 0), // protocol assignments
          Network.of(24, 192, 0, 2), // documentation
          Network.of(24, 192, 31, 196), // AS112
          Network.of(24, 192, 52, 193), // AMT
          Network.of(24, 192, 88, 99), // 6to4 relays
          Network.of(16, 192, 168), // private
          Network.of(24, 192, 175, 48), // AS112
          Network.of(15, 198, 18), // benchmarks
          Network.of(24, 198, 51, 100), // documentation
          Network.of(24, 203, 0, 113), // documentation
          Network.of(4, 224), // multicast
          Network.of(4, 240)); // reserved, broadcast

  /** All that is public of IPv6 is in here. */
  private static final Network PUBLIC_6 = Network.of(3, 0x20);

  private static final List<Network> NOT_PUBLIC_6 =
      List.of(
          Network.of(23, 0x20, 0x01, 0x00), // protocol assignments, Teredo among them
          Network.of(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
          Network.of(16, 0x20, 0x02), // 6to4: holds an IPv4 address
          Network.of(48, 0x26, 0x20, 0x00, 0x4f, 0x80, 0x00), // AS112
          Network.of(20, 0x3f, 0xff, 0x00)); // documentation

  private PublicAddresses() {}

  /** An IPv4 address that is written as an IPv6 one comes here as the former, as Java has it. */
  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return NOT_PUBLIC_4.stream().noneMatch(network -> network.holds(bytes));
    }
    return PUBLIC_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(net -> net.holds(bytes));
  }
}
