package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  private final boolean required;
  private final Set<String> issued = ConcurrentHashMap.newKeySet();

  Tokens(boolean required) {
    this.required = required;
  }

  /** Refuses a call without a token where one is needed, and a wrong one always. */
  void check(Request request) {
    String header = request.header("Authorization").orElse("");
    if (header.isEmpty() && required) {
      throw Refusal.of(401, "required", "Login Required.");
    }
    if (!header.isEmpty()
        && !(header.startsWith("Bearer ") && issued.contains(header.substring(7)))) {
      throw Refusal.of(401, "authError", "Invalid Credentials");
    }
  }

  Answer grant(Request request) throws IOException {
    Map<String, String> form = request.form();
    String problem =
        switch (form.getOrDefault("grant_type", "")) {
          case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
              assertionProblem(form.getOrDefault("assertion", ""));
          case "refresh_token" ->
              form.getOrDefault("refresh_token", "").isEmpty() ? "No token" : "";
          // Strings are no closed set.
          default -> "unsupported_grant_type";
        };
    ObjectNode json = FileJson.JSON.createObjectNode();
    if (!problem.isEmpty()) {
      boolean unknown = problem.equals("unsupported_grant_type");
      json.put("error", unknown ? problem : "invalid_grant");
      json.put("error_description", problem);
      return Answer.json(400, json);
    }
    String token = "ya29." + UUID.randomUUID().toString().replace("-", "");
    issued.add(token);
    json.put("access_token", token);
    json.put("expires_in", LIFETIME_SECONDS);
    json.put("token_type", "Bearer");
    return Answer.json(json);
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
    return Set.copyOf(issued);
  }
}
