package dev.deckmill.api.web.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.naming.SafeName;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.deck.DeckVersion;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.blob.BlobStore;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/** A deck as an answer, whole or a piece of it (RFC 9110 §13, §14). */
@Singleton
final class DeckAnswers {
  static final String PPTX =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";

  private final BlobStore blobs;

  DeckAnswers(BlobStore blobs) {
    this.blobs = blobs;
  }

  /**
   * How it is asked for.
   *
   * @param ifNoneMatch the ETags of what the client has
   * @param range which piece of it
   * @param ifRange the ETag of which it has to be a piece; else all is wanted
   */
  record Asked(
      Request request,
      @Nullable String ifNoneMatch,
      @Nullable String range,
      @Nullable String ifRange) {
    /** Asks for all of it, whatever the client has. */
    static Asked whole(Request request) {
      return new Asked(request, null, null, null);
    }
  }

  Response answer(DeckVersion deck, String title, Asked asked) throws IOException {
    EntityTag tag = new EntityTag(deck.file().sha256());
    Response.ResponseBuilder answer =
        isAmong(asked.ifNoneMatch(), tag)
            ? Response.notModified()
            : asked.request().evaluatePreconditions(tag);
    if (answer == null) {
      answer =
          switch (range(asked, tag, deck.file().length())) {
            case ByteRange.Whole() ->
                Response.ok(blobs.open(deck.file()), PPTX)
                    .header(HttpHeaders.CONTENT_LENGTH, deck.file().length());
            case ByteRange.Part part -> part(deck.file(), part);
            case ByteRange.Outside() -> throw outside(deck.file().length());
          };
      answer.header(HttpHeaders.CONTENT_DISPOSITION, disposition(title));
    }
    return answer
        .tag(tag)
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  /** What was packed on the way has a weak tag and is the same all the same (RFC 9110 §13.1.2). */
  private static boolean isAmong(@Nullable String tags, EntityTag tag) {
    return tags != null
        && (tags.strip().equals("*") || tags.contains("\"" + tag.getValue() + "\""));
  }

  /** A weak tag or a date never is the same for sure, so it asks for all (RFC 9110 §13.1.5). */
  private static ByteRange range(Asked asked, EntityTag tag, long length) {
    String same = "\"" + tag.getValue() + "\"";
    return asked.ifRange() == null || asked.ifRange().strip().equals(same)
        ? ByteRange.of(asked.range(), length)
        : new ByteRange.Whole();
  }

  /**
   * What lies before the piece is read as well: so a download that goes on to the end is held
   * against the checksum as a whole one is.
   */
  private Response.ResponseBuilder part(BlobRef deck, ByteRange.Part part) throws IOException {
    InputStream bytes = blobs.open(deck);
    try {
      bytes.skipNBytes(part.first());
      return Response.status(Response.Status.PARTIAL_CONTENT)
          .entity(
              BoundedInputStream.builder().setInputStream(bytes).setMaxCount(part.length()).get())
          .type(PPTX)
          .header(HttpHeaders.CONTENT_LENGTH, part.length())
          .header(
              "Content-Range",
              "bytes %d-%d/%d".formatted(part.first(), part.last(), deck.length()));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private static Refusal outside(long length) {
    return Refusal.outside(
        length, "The deck has %d bytes; ask for a piece of these.".formatted(length));
  }

  /** RFC 6266 §4.3, RFC 8187: a plain name for old clients, the true one for the others. */
  private static String disposition(String title) {
    String name = SafeName.ofDeck(title);
    String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
    String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
  }
}
