package dev.deckmill.contracts.connection;

/** Where drive-service answers api-service. No gateway forwards these. */
public final class DrivePaths {
  /** {@code {tenant}} below it: POST begins a connection, GET shows it, DELETE ends it. */
  public static final String CONNECTIONS = "/internal/v1/connections";

  /** POST brings what Google sent a browser back with. */
  public static final String CONSENTS = "/internal/v1/consents";

  /** POST says which browser opened a consent, and gives Google's page for it. */
  public static final String CONSENT_PAGES = "/internal/v1/consent-pages";

  /** {@code {tenant}} below it: GET looks whether decks of that tenant can be delivered. */
  public static final String CHECKS = "/internal/v1/checks";

  private DrivePaths() {}
}
