package dev.deckmill.api.fetch;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import java.io.IOException;
import java.util.Objects;

/**
 * A page could not be fetched. Its text goes to the client: neither an address nor anything that a
 * server said, because through it a client could look around in our network.
 */
final class FetchFault extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;
  private final boolean mayPass;

  private FetchFault(ErrorType type, String detail, boolean mayPass) {
    super(type + ": " + detail);
    this.trouble = new Trouble(type, detail);
    this.mayPass = mayPass;
  }

  static FetchFault forbidden(String why) {
    return new FetchFault(
        ErrorType.URL_FORBIDDEN,
        "The page's URL " + why + ". Give one of a public http or https server.",
        false);
  }

  static FetchFault redirects(int most) {
    return new FetchFault(
        ErrorType.URL_REDIRECTS,
        "The page's URL redirects more than %d times. Give the one it ends at.".formatted(most),
        false);
  }

  static FetchFault redirectsNowhere() {
    return new FetchFault(
        ErrorType.URL_REDIRECTS,
        "The page's URL redirects to no address. Give the one of the page itself.",
        false);
  }

  static FetchFault timeout(String what) {
    return new FetchFault(
        ErrorType.FETCH_TIMEOUT,
        "The page's server " + what + ". Try again later, or send the page itself.",
        true);
  }

  /** Somebody began to fetch the page, and was gone before it had come. */
  static FetchFault crashed() {
    return new FetchFault(
        ErrorType.FETCH_CRASH,
        "The page's order came again after who fetched it had ended. Send the page itself if this"
            + " happens to it again.",
        true);
  }

  /** Another try may go better. */
  static FetchFault failed(String what) {
    return new FetchFault(
        ErrorType.FETCH_FAILED,
        "The page's server " + what + ". Try again later, or send the page itself.",
        true);
  }

  /** Another try would not go better. */
  static FetchFault refused(String what) {
    return new FetchFault(
        ErrorType.FETCH_FAILED,
        "The page's server " + what + ". Check the URL, or send the page itself.",
        false);
  }

  /** More than a page's server has to say besides the page. */
  static FetchFault tooMuchAround(int most) {
    return refused("sends more than %d bytes around the page, such as headers".formatted(most));
  }

  static FetchFault tooLarge(long most) {
    return new FetchFault(
        ErrorType.LIMIT_PAGE_BYTES,
        "The page has more than %d bytes. Make it smaller, for example its pictures."
            .formatted(most),
        false);
  }

  Trouble trouble() {
    return Objects.requireNonNull(trouble, "trouble");
  }

  boolean mayPass() {
    return mayPass;
  }
}
