package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page on which a person would agree, and what comes of it: codes (RFC 6749 §4.1) that are good
 * once and only together with the verifier of their challenge (RFC 7636), and refresh tokens. The
 * one person here agrees to everything, unless the script says otherwise.
 */
final class Consents {
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  /** A code that was handed out and not yet used. */
  private record Code(
      String clientId, String redirectUri, String challenge, String scope, Instant until) {}

  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  /** What a grant gives, or why it gives nothing. */
  sealed interface Grant {
    /** Access for a scope, and with what to renew it; empty if that is known already. */
    record Access(String scope, String refreshToken) implements Grant {}

    /** An error code of RFC 6749 §5.2 and a sentence. */
    record Refused(String error, String description) implements Grant {}
  }

  /** Sends the browser back with a code, as Google does once a person has agreed. */
  Answer ask(Request request) {
    String redirect = request.parameter("redirect_uri").orElse("");
    if (redirect.isEmpty() || request.parameter("client_id").isEmpty()) {
      throw Refusal.badRequest("client_id and redirect_uri are needed");
    }
    String state = request.parameter("state").orElse("");
    if (!request.parameter("response_type").orElse("").equals("code")
        || request.parameter("scope").isEmpty()) {
      return back(redirect, "error", "invalid_request", state);
    }
    if (request.fault().filter(Fault.Deny.class::isInstance).isPresent()) {
      return back(redirect, "error", "access_denied", state);
    }
    boolean sha256 = request.parameter("code_challenge_method").orElse("plain").equals("S256");
    String challenge = request.parameter("code_challenge").orElse("");
    if (!challenge.isEmpty() && !sha256) {
      return back(redirect, "error", "invalid_request", state);
    }
    String code = "4/" + random();
    codes.put(
        code,
        new Code(
            request.parameter("client_id").orElse(""),
            redirect,
            challenge,
            request.parameter("scope").orElse(""),
            Instant.now().plus(CODE_LIFE)));
    return back(redirect, "code", code, state);
  }

  private static Answer back(String redirect, String name, String value, String state) {
    String query =
        name + "=" + encoded(value) + (state.isEmpty() ? "" : "&state=" + encoded(state));
    String separator = URI.create(redirect).getRawQuery() == null ? "?" : "&";
    return Answer.empty(302).with("Location", redirect + separator + query);
  }

  /** The {@code authorization_code} grant. */
  Grant exchange(Map<String, String> form) {
    Code code = codes.remove(form.getOrDefault("code", ""));
    if (code == null || code.until.isBefore(Instant.now())) {
      return new Grant.Refused("invalid_grant", "Malformed auth code.");
    }
    if (form.getOrDefault("client_secret", "").isEmpty()
        || !code.clientId.equals(form.get("client_id"))) {
      return new Grant.Refused("invalid_client", "The OAuth client was not found.");
    }
    if (!code.redirectUri.equals(form.get("redirect_uri"))) {
      return new Grant.Refused("redirect_uri_mismatch", "Bad Request");
    }
    if (!code.challenge.isEmpty()
        && !code.challenge.equals(challengeOf(form.getOrDefault("code_verifier", "")))) {
      return new Grant.Refused("invalid_grant", "Invalid code verifier.");
    }
    return new Grant.Access(code.scope, newRefreshToken(code.scope));
  }

  /** The {@code refresh_token} grant. */
  Grant renew(Map<String, String> form) {
    String scope = refreshTokens.get(form.getOrDefault("refresh_token", ""));
    return scope == null
        ? new Grant.Refused("invalid_grant", "Token has been expired or revoked.")
        : new Grant.Access(scope, "");
  }

  String newRefreshToken(String scope) {
    String token = "1//" + random();
    refreshTokens.put(token, scope);
    return token;
  }

  /** RFC 7009; Google answers 400 for a token that it does not know. */
  Answer revoke(Request request) throws IOException {
    Map<String, String> form = request.form();
    String token = form.getOrDefault("token", request.parameter("token").orElse(""));
    if (refreshTokens.remove(token) == null) {
      return error(400, "invalid_token", "Token expired or revoked");
    }
    revoked.add(token);
    return Answer.json(FileJson.JSON.createObjectNode());
  }

  /** The person takes back every consent. */
  void revokeAll() {
    revoked.addAll(refreshTokens.keySet());
    refreshTokens.clear();
  }

  /** Refresh tokens that are good for something. */
  int open() {
    return refreshTokens.size();
  }

  Set<String> secrets() {
    Set<String> all = new HashSet<>(refreshTokens.keySet());
    all.addAll(revoked);
    all.addAll(codes.keySet());
    return Set.copyOf(all);
  }

  /** The form of RFC 6749 §5.2. */
  static Answer error(int status, String error, String description) {
    ObjectNode json = FileJson.JSON.createObjectNode();
    json.put("error", error);
    json.put("error_description", description);
    return Answer.json(status, json);
  }

  private static String challengeOf(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
