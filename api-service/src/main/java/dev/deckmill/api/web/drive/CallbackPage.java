package dev.deckmill.api.web.drive;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.connection.DriveConnection;
import jakarta.ws.rs.core.Response;

/** What a person sees who comes back from Google. */
final class CallbackPage {
  /** Nothing is loaded, nothing runs, nobody frames it. */
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
      <body>
      <h1>%s</h1>
      %s
      </body>
      </html>
      """;

  private CallbackPage() {}

  static String connected(DriveConnection connection) {
    return page(
        "Your Google account is connected",
        "<p>Decks of <b>"
            + escaped(connection.tenant())
            + "</b> are from now on put into the Drive of <b>"
            + escaped(String.valueOf(connection.account()))
            + "</b>. Deckmill sees the files that it makes there, and no others.</p>\n"
            + "<p>You can close this page. Jobs whose delivery had failed are delivered by POST"
            + " /v1/jobs/{id}:retry?scope=delivery.</p>\n"
            + "<p>If you did not mean to let this installation do that, remove Deckmill among the"
            + " third-party apps of your Google account, or have it disconnected: DELETE"
            + " /v1/drive/connection.</p>");
  }

  static String refused(Trouble trouble) {
    return page(
        "The Google account was not connected",
        "<p>"
            + escaped(trouble.detail())
            + "</p>\n<p>Code: <code>"
            + trouble.type()
            + "</code></p>");
  }

  /** An answer that shows such a page. */
  static Response answer(int status, String html) {
    return guarded(Response.status(status))
        .type("text/html;charset=UTF-8")
        .header("Content-Security-Policy", POLICY)
        .entity(html)
        .build();
  }

  /** Nothing of an answer with a secret in its address is kept or passed on. */
  static Response.ResponseBuilder guarded(Response.ResponseBuilder answer) {
    return answer
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff");
  }

  private static String page(String title, String body) {
    return FRAME.formatted(title, title, body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
