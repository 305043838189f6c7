package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A request as the routes read it. */
final class Request {
  private final HttpExchange exchange;
  private final Map<String, String> parameters;
  private final Counted body;
  private Optional<Fault> fault = Optional.empty();

  Request(HttpExchange exchange) {
    this.exchange = exchange;
    this.parameters = parse(exchange.getRequestURI().getRawQuery());
    this.body = new Counted(exchange.getRequestBody());
  }

  /** The method that is meant: Google's client sends PATCH as an overridden POST where it must. */
  String method() {
    return header("X-HTTP-Method-Override").orElse(exchange.getRequestMethod());
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  /** How the caller reaches us, which in a container is not the address that we listen on. */
  String baseUrl() {
    return "http://" + header("Host").orElse("localhost");
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  boolean flag(String name) {
    return parameter(name).orElse("false").equals("true");
  }

  int number(String name, int least, int most, int otherwise) {
    String text = parameter(name).orElse(Integer.toString(otherwise));
    if (!text.matches("[0-9]{1,9}")) {
      throw Refusal.invalid(name, "Invalid value '" + text + "'");
    }
    int value = Integer.parseInt(text);
    if (value < least || value > most) {
      throw Refusal.invalid(
          name, "Invalid value '" + text + "'. Values must be within the range: [1, 1000]");
    }
    return value;
  }

  /** What the answer is cut down to. */
  FieldMask fields(String otherwise) {
    return FieldMask.parse(parameter("fields").orElse(otherwise));
  }

  InputStream body() {
    return body;
  }

  long bytesRead() {
    return body.count;
  }

  /** The body as a JSON object; none counts as an empty one. */
  ObjectNode json() throws IOException {
    byte[] bytes = plainBody().readAllBytes();
    if (bytes.length == 0) {
      return FileJson.JSON.createObjectNode();
    }
    if (!header("Content-Type").orElse("").startsWith("application/json")) {
      throw Refusal.badRequest("Bad content type. Please use application/json.");
    }
    if (tree(bytes) instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.of(400, "parseError", "Parse Error");
  }

  private static JsonNode tree(byte[] json) throws IOException {
    try {
      return FileJson.JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw Refusal.of(400, "parseError", "Parse Error");
    }
  }

  String text() throws IOException {
    return new String(plainBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  Map<String, String> form() throws IOException {
    return parse(text());
  }

  private InputStream plainBody() throws IOException {
    boolean zipped = header("Content-Encoding").orElse("").equals("gzip");
    return zipped ? new GZIPInputStream(body) : body;
  }

  void discardBody() throws IOException {
    body.transferTo(java.io.OutputStream.nullOutputStream());
  }

  void meets(Optional<Fault> scripted) {
    fault = scripted;
  }

  Optional<Fault> fault() {
    return fault;
  }

  private static Map<String, String> parse(@org.jspecify.annotations.Nullable String encoded) {
    Map<String, String> all = new HashMap<>();
    if (encoded == null || encoded.isEmpty()) {
      return all;
    }
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      all.put(decode(name), decode(value));
    }
    return all;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
