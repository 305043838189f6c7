package dev.deckmill.drive.google.access;

import dev.deckmill.drive.config.DriveConfig;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where Drive is, and what may be sent there. */
public final class RootUrl {
  private final URI url;
  private final boolean trusted;

  private RootUrl(URI url, boolean trusted) {
    this.url = url;
    this.trusted = trusted;
  }

  public static RootUrl of(DriveConfig config) {
    URI url = config.rootUrl();
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getRawQuery() != null || url.getUserInfo() != null) {
      throw new IllegalStateException(
          "deckmill.drive.root-url has to be like https://www.googleapis.com/");
    }
    return new RootUrl(url, config.trustRootUrl());
  }

  /** As the client takes it: with a slash at the end. */
  public String address() {
    String text = url.toString();
    return text.endsWith("/") ? text : text + "/";
  }

  public String host() {
    return url.getHost();
  }

  public void checkWithoutCredentials() {
    if (google(url)) {
      throw new IllegalStateException(
          "deckmill.drive.auth is none, but Google's Drive takes nothing from strangers: set it to"
              + " service-account, or point deckmill.drive.root-url at a stand-in such as"
              + " fake-drive");
    }
    if (!loopback(url) && !trusted) {
      throw new IllegalStateException(
          "deckmill.drive.auth is none and "
              + host()
              + " is not this machine: decks would go to whoever answers there. If that is meant,"
              + " set deckmill.drive.trust-root-url to true");
    }
  }

  public void checkWithCredentials() {
    if (!mayHaveCredentials(url, trusted)) {
      throw new IllegalStateException(
          "deckmill.drive.root-url is neither Google's over https nor on this machine: credentials"
              + " would go to "
              + host()
              + ". If that is meant, set deckmill.drive.trust-root-url to true");
    }
  }

  /** Where tokens are fetched a signed statement of who we are is sent to, or a secret. */
  static void checkToken(URI tokenUrl, String setting, DriveConfig config) {
    if (!mayHaveCredentials(tokenUrl, config.trustRootUrl())) {
      throw new IllegalStateException(
          setting
              + " is neither Google's over https nor on this"
              + " machine. If that is meant, set deckmill.drive.trust-root-url to true");
    }
  }

  private static boolean mayHaveCredentials(URI url, boolean trusted) {
    return trusted || loopback(url) || (google(url) && "https".equals(url.getScheme()));
  }

  private static boolean google(URI url) {
    String host = lower(url.getHost());
    return host.equals("googleapis.com") || host.endsWith(".googleapis.com");
  }

  /** Judged by the address itself, without asking a name server who might say anything. */
  private static boolean loopback(URI url) {
    String host = lower(url.getHost());
    return host.equals("localhost")
        || host.matches("127(\\.[0-9]{1,3}){3}")
        || host.equals("[::1]");
  }

  private static String lower(@Nullable String host) {
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}
