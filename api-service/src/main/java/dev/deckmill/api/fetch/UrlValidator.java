package dev.deckmill.api.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads URLs strictly, so that nobody after us can read them otherwise. What a name stands for is
 * not judged here but by {@link VettedNames}, when it is dialled.
 */
final class UrlValidator {
  private static final int LONGEST = 4_000;
  private static final Pattern LABELS =
      Pattern.compile(
          "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.?");

  /** Four numbers of up to 255 without leading zeros: the one way to write an IPv4 address. */
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  private static final Pattern NUMERIC_END = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

  private UrlValidator() {}

  /** The URL that a client or a server wrote. */
  static URI read(String text) throws FetchFault {
    if (text.length() > LONGEST) {
      throw FetchFault.forbidden("has more than " + LONGEST + " characters");
    }
    try {
      return checked(new URI(text));
    } catch (URISyntaxException e) {
      throw FetchFault.forbidden("is not written as URLs are");
    }
  }

  /** Where a redirect leads from {@code base}. */
  static URI redirected(URI base, String location) throws FetchFault {
    if (location.length() > LONGEST) {
      throw FetchFault.forbidden("redirects to one that is too long");
    }
    if (location.isBlank()) {
      throw FetchFault.redirectsNowhere();
    }
    try {
      return checked(base.resolve(new URI(location)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw FetchFault.redirectsNowhere();
    }
  }

  private static URI checked(URI url) throws FetchFault {
    String scheme = lower(url.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw FetchFault.forbidden("is neither http nor https");
    }
    if (url.getRawUserInfo() != null) {
      throw FetchFault.forbidden("has a user name in it");
    }
    String host = lower(url.getHost());
    if (!isHost(host)) {
      throw FetchFault.forbidden("has no host that is written as host names or addresses are");
    }
    if (url.getPort() == 0 || url.getPort() > 0xffff) {
      throw FetchFault.forbidden("has a port that there is not");
    }
    return url;
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[")) {
      return IPV6.matcher(host).matches();
    }
    if (NUMERIC_END.matcher(host).matches()) {
      return IPV4.matcher(host).matches();
    }
    return host.length() <= 254 && LABELS.matcher(host).matches();
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
