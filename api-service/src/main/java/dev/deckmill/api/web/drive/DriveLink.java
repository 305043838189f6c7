package dev.deckmill.api.web.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.connection.ConsentGiven;
import dev.deckmill.contracts.connection.ConsentOpened;
import dev.deckmill.contracts.connection.ConsentPage;
import dev.deckmill.contracts.connection.DriveCheckReport;
import dev.deckmill.contracts.connection.DriveConnection;
import dev.deckmill.contracts.connection.DrivePaths;
import dev.deckmill.service.message.Wire;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks drive-service. Each question is asked once; a refusal of it is refused on. */
@Singleton
final class DriveLink {
  private static final Logger LOG = Logger.getLogger(DriveLink.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** It asks Google itself, several times over for a check. */
  private static final Duration ANSWER = Duration.ofSeconds(100);

  private final Optional<URI> url;
  private final Optional<String> token;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  DriveLink(ApiConfig config) {
    this.url = config.driveLink().url();
    this.token = config.driveLink().token();
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }

  ConsentPage begin(String tenant) {
    return ask("POST", connection(tenant), BodyPublishers.noBody(), ConsentPage.class);
  }

  ConsentPage open(ConsentOpened opened) {
    BodyPublisher body = BodyPublishers.ofByteArray(Wire.write(opened));
    return ask("POST", DrivePaths.CONSENT_PAGES, body, ConsentPage.class);
  }

  DriveConnection status(String tenant) {
    return ask("GET", connection(tenant), BodyPublishers.noBody(), DriveConnection.class);
  }

  DriveConnection end(String tenant) {
    return ask("DELETE", connection(tenant), BodyPublishers.noBody(), DriveConnection.class);
  }

  DriveConnection complete(ConsentGiven given) {
    BodyPublisher body = BodyPublishers.ofByteArray(Wire.write(given));
    return ask("POST", DrivePaths.CONSENTS, body, DriveConnection.class);
  }

  DriveCheckReport check(String tenant) {
    String path = DrivePaths.CHECKS + "/" + encoded(tenant);
    return ask("GET", path, BodyPublishers.noBody(), DriveCheckReport.class);
  }

  private static String connection(String tenant) {
    return DrivePaths.CONNECTIONS + "/" + encoded(tenant);
  }

  private static String encoded(String tenant) {
    return URLEncoder.encode(tenant, UTF_8).replace("+", "%20");
  }

  private <R extends Record> R ask(
      String method, String path, BodyPublisher body, Class<R> answer) {
    HttpRequest request =
        HttpRequest.newBuilder(address().resolve(path))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + token.orElseThrow(DriveLink::notSetUp))
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() == 200) {
        return Wire.read(response.body(), answer);
      }
      throw refusal(response);
    } catch (IOException e) {
      LOG.warnf("drive-service did not answer: %s", e.getClass().getSimpleName());
      throw away();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away();
    }
  }

  private URI address() {
    return url.orElseThrow(DriveLink::notSetUp);
  }

  private static Refusal refusal(HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() == 401) {
      LOG.error(
          "drive-service does not take the token of deckmill.api.drive-link.token; it has to be the"
              + " one of deckmill.drive.link-token there");
      return notSetUp();
    }
    Trouble trouble = Wire.read(response.body(), Trouble.class);
    return Refusal.of(trouble.type(), trouble.detail());
  }

  private static Refusal notSetUp() {
    return Refusal.of(
        ErrorType.DELIVERY_STATE,
        "This installation is not set up for that. The operator sets deckmill.api.drive-link.url and"
            + " .token here, and deckmill.drive.link-token in drive-service.");
  }

  private static Refusal away() {
    return Refusal.of(
        ErrorType.OVERLOADED,
        "The part that delivers to Google Drive does not answer. Try again as Retry-After says; if"
            + " it stays so, the operator looks whether drive-service runs.");
  }
}
