package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The token endpoint, and who may call. */
final class Tokens {
  private static final int LIFETIME_SECONDS = 3599;
  private static final int LONGEST_ASSERTION_SECONDS = 3600;

  private static final String OWN_FILES = "/auth/drive.file";

  private final boolean required;
  private final Consents consents;

  /** With what each may be used for; empty for all of Drive. */
  private final Map<String, String> issued = new ConcurrentHashMap<>();

  Tokens(boolean required, Consents consents) {
    this.required = required;
    this.consents = consents;
  }

  /** Refuses a call without a token where one is needed, and a wrong one always. */
  void check(Request request) {
    String header = request.header("Authorization").orElse("");
    if (header.isEmpty() && required) {
      throw Refusal.of(401, "required", "Login Required.");
    }
    if (!header.isEmpty()
        && !(header.startsWith("Bearer ") && issued.containsKey(header.substring(7)))) {
      throw Refusal.of(401, "authError", "Invalid Credentials");
    }
    // Who may see the files that he made himself may not look at My Drive's root.
    boolean ownFilesOnly =
        !header.isEmpty() && issued.getOrDefault(header.substring(7), "").endsWith(OWN_FILES);
    if (ownFilesOnly && request.path().equals("/drive/v3/files/root")) {
      throw Refusal.noFile("root");
    }
  }

  Answer grant(Request request) throws IOException {
    Map<String, String> form = request.form();
    return switch (form.getOrDefault("grant_type", "")) {
      case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
          answer(asserted(form.getOrDefault("assertion", "")));
      case "authorization_code" -> answer(consents.exchange(form));
      case "refresh_token" -> answer(consents.renew(form));
      // Strings are no closed set.
      default -> Consents.error(400, "unsupported_grant_type", "Invalid grant_type");
    };
  }

  private static Consents.Grant asserted(String assertion) throws IOException {
    String problem = assertionProblem(assertion);
    return problem.isEmpty()
        ? new Consents.Grant.Access("", "")
        : new Consents.Grant.Refused("invalid_grant", problem);
  }

  private Answer answer(Consents.Grant grant) {
    return switch (grant) {
      case Consents.Grant.Refused refused ->
          Consents.error(400, refused.error(), refused.description());
      case Consents.Grant.Access access -> Answer.json(issue(access));
    };
  }

  private ObjectNode issue(Consents.Grant.Access access) {
    ObjectNode json = FileJson.JSON.createObjectNode();
    String token = "ya29." + UUID.randomUUID().toString().replace("-", "");
    issued.put(token, access.scope());
    json.put("access_token", token);
    json.put("expires_in", LIFETIME_SECONDS);
    json.put("token_type", "Bearer");
    if (!access.scope().isEmpty()) {
      json.put("scope", access.scope());
    }
    if (!access.refreshToken().isEmpty()) {
      json.put("refresh_token", access.refreshToken());
    }
    return json;
  }

  /** Says what is wrong with a JWT, or nothing. Its signature is believed. */
  private static String assertionProblem(String assertion) throws IOException {
    String[] parts = assertion.split("\\.", -1);
    if (parts.length != 3 || parts[2].isEmpty()) {
      return "Invalid JWT: it has not three parts";
    }
    JsonNode header = decode(parts[0]);
    JsonNode claims = decode(parts[1]);
    if (!header.path("alg").asText().equals("RS256")) {
      return "Invalid JWT: its algorithm is not RS256";
    }
    if (claims.path("iss").asText().isEmpty() || claims.path("scope").asText().isEmpty()) {
      return "Invalid JWT: iss and scope are needed";
    }
    if (claims.path("aud").asText().isEmpty()) {
      return "Invalid JWT: aud is needed";
    }
    long issuedAt = claims.path("iat").asLong();
    long expires = claims.path("exp").asLong();
    if (expires < Instant.now().getEpochSecond()
        || expires - issuedAt > LONGEST_ASSERTION_SECONDS) {
      return "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
          + " timeframe";
    }
    return "";
  }

  private static JsonNode decode(String part) throws IOException {
    try {
      return FileJson.JSON.readTree(Base64.getUrlDecoder().decode(part));
    } catch (IllegalArgumentException e) {
      return FileJson.JSON.missingNode();
    }
  }

  /** Tokens handed out before now are no longer good. */
  void revokeAll() {
    issued.clear();
  }

  /** What no log may show. */
  Set<String> secrets() {
    return Set.copyOf(issued.keySet());
  }
}
