package dev.deckmill.tracestore.span;

import java.util.Locale;
import java.util.Set;

/** Attributes by whose name their value is nobody's business. */
final class SecretNames {
  private static final String QUERY = "url.query";

  private static final Set<String> LAST_WORDS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "set-cookie",
          "api-key",
          "api_key",
          "x-api-key",
          "apikey",
          "password",
          "passwd",
          "secret",
          "client_secret",
          "token",
          "access_token",
          "refresh_token",
          "id_token",
          "private_key",
          "credentials");

  /** What they say before the question mark is fit to be kept. */
  private static final Set<String> ADDRESSES =
      Set.of("url.full", "url.original", "http.url", "http.target");

  private SecretNames() {}

  /** Whether the attribute is left out. */
  static boolean has(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return name.equals(QUERY) || LAST_WORDS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Whether its value is an address, of which neither user nor query is kept. */
  static boolean isAddress(String key) {
    return ADDRESSES.contains(key);
  }

  /** An address without user and query. */
  static String withoutSecrets(String address) {
    int query = address.indexOf('?');
    String shown = query < 0 ? address : address.substring(0, query);
    int authority = shown.indexOf("://") + 3;
    int slash = authority < 3 ? -1 : shown.indexOf('/', authority);
    int at = authority < 3 ? -1 : shown.lastIndexOf('@', slash < 0 ? shown.length() : slash);
    return at < authority ? shown : shown.substring(0, authority) + shown.substring(at + 1);
  }
}
