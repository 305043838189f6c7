package dev.deckmill.drive.connection;

import java.net.URI;

/** Where people agree that decks are put into their Drive, and what comes of it. */
public interface ConsentProvider {
  /** Our own address at which the browser is given a cookie before it goes to the page. */
  URI beginning(String state);

  /**
   * The page on which a person can agree.
   *
   * @param state comes back with the answer
   * @param challenge the SHA-256 of the verifier that the code will be exchanged with
   */
  URI page(String state, String challenge);

  /**
   * Exchanges a code.
   *
   * @throws ConnectionException if Google does not take it, or it gives less than is needed
   */
  Granted exchange(String code, String verifier) throws ConnectionException;

  /**
   * Gives a token back; that it is good for nothing already is as good.
   *
   * @throws ConnectionException if Google can't be reached
   */
  void revoke(String refreshToken) throws ConnectionException;

  /**
   * What a person agreed to.
   *
   * @param account the address of the person's account
   * @param scope what we may do
   * @param refreshToken what access is renewed for
   */
  record Granted(String account, String scope, String refreshToken) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Granted[" + scope + "]";
    }
  }
}
