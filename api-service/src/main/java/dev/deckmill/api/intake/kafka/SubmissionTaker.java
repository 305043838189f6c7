package dev.deckmill.api.intake.kafka;

import dev.deckmill.api.intake.Accepted;
import dev.deckmill.api.intake.JobIntake;
import dev.deckmill.api.intake.form.Bodies;
import dev.deckmill.api.intake.form.RequestBody;
import dev.deckmill.api.web.identity.Caller;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.OptionalLong;

/** Hands an event's data in, as the JSON of a REST submission. */
@Singleton
final class SubmissionTaker {
  private final Bodies bodies;
  private final JobIntake intake;

  SubmissionTaker(Bodies bodies, JobIntake intake) {
    this.bodies = bodies;
    this.intake = intake;
  }

  Accepted take(Caller caller, SubmittedEvent event) {
    byte[] json = new byte[event.data().remaining()];
    event.data().duplicate().get(json);
    RequestBody body =
        new RequestBody(
            MediaType.APPLICATION_JSON,
            OptionalLong.of(json.length),
            new ByteArrayInputStream(json),
            () -> {});
    return intake.accept(caller, bodies.submission(body, Map.of()), event.idempotencyKey());
  }
}
