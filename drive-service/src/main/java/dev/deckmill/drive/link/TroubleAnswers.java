package dev.deckmill.drive.link;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.drive.connection.ConnectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A trouble is answered as it is; the caller gives it the form of its own API. */
@Provider
final class TroubleAnswers implements ExceptionMapper<ConnectionException> {
  @Override
  public Response toResponse(ConnectionException e) {
    Trouble trouble = e.trouble();
    return Response.status(trouble.type().status())
        .type(MediaType.APPLICATION_JSON)
        .entity(trouble)
        .build();
  }
}
