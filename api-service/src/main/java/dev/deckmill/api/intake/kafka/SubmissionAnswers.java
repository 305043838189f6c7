package dev.deckmill.api.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.intake.Accepted;
import dev.deckmill.api.intake.SubmissionRate;
import dev.deckmill.api.outbox.PublicEvents;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.refusal.RefusalStatus;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.ApiKeys;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.SubmitHeaders;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.JobRefused;
import dev.deckmill.contracts.part.SubmissionProblem;
import dev.deckmill.service.message.ForeignUseCase;
import dev.deckmill.service.message.TroubleException;
import dev.deckmill.service.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Takes submissions in and answers each through the outbox. Whoever shows no valid key is not
 * answered in public: only a dead letter is written, or anybody could write events about the
 * submissions of others.
 */
@Singleton
final class SubmissionAnswers implements ForeignUseCase {

  private final ApiKeys keys;
  private final SubmissionRate rate;
  private final SubmissionTaker taker;
  private final AppDatabase database;
  private final PublicEvents events;

  SubmissionAnswers(
      ApiKeys keys,
      SubmissionRate rate,
      SubmissionTaker taker,
      AppDatabase database,
      PublicEvents events) {
    this.keys = keys;
    this.rate = rate;
    this.taker = taker;
    this.database = database;
    this.events = events;
  }

  @Override
  public Optional<Trouble> run(ConsumerRecord<String, byte[]> record) {
    Optional<Caller> caller = callerOf(record);
    if (caller.isEmpty()) {
      return Optional.of(unauthenticated());
    }
    try {
      take(caller.get(), record);
      return Optional.empty();
    } catch (Refusal refusal) {
      throwIfItMayPass(refusal);
      refuse(caller.get().tenant(), record, problem(refusal));
      return Optional.of(refusal.trouble());
    }
  }

  @Override
  public void giveUp(ConsumerRecord<String, byte[]> record, Trouble trouble) {
    callerOf(record)
        .ifPresent(
            caller ->
                refuse(
                    caller.tenant(),
                    record,
                    SubmissionProblem.of(trouble, trouble.type().status(), null, null)));
  }

  private static Trouble unauthenticated() {
    return new Trouble(
        ErrorType.UNAUTHENTICATED,
        "No valid API key came with the record. Send one in the header \""
            + SubmitHeaders.KEY
            + "\".");
  }

  private void take(Caller caller, ConsumerRecord<String, byte[]> record) {
    SubmittedEvent event = SubmittedEvent.read(record);
    rate.pass(caller.tenant(), event.idempotencyKey());
    Accepted accepted = taker.take(caller, event);
    database.as(
        caller.tenant(),
        tx -> {
          events.accepted(tx, accepted.job().job(), event.id());
          return accepted;
        });
  }

  /**
   * Above its quota a tenant is refused at once, as over REST: to wait for it would hold up the
   * submissions of others that lie behind.
   */
  private static void throwIfItMayPass(Refusal refusal) {
    if (refusal.trouble().type() == ErrorType.STORAGE_FULL) {
      throw new TroubleException(ErrorType.STORAGE_FULL, refusal.trouble().detail(), refusal);
    }
    if (refusal.trouble().type() == ErrorType.IDEMPOTENCY_CONFLICT && refusal.passing()) {
      throw new TroubleException(ErrorType.OVERLOADED, refusal.trouble().detail(), refusal);
    }
  }

  private void refuse(
      String tenant, ConsumerRecord<String, byte[]> record, SubmissionProblem problem) {
    JobRefused refused =
        new JobRefused(
            tenant,
            SubmittedEvent.idOf(record).orElse(null),
            record.topic(),
            record.partition(),
            record.offset(),
            problem);
    database.as(
        tenant,
        tx -> {
          events.refused(tx, refused, TraceParent.of(Span.current()));
          return refused;
        });
  }

  private static SubmissionProblem problem(Refusal refusal) {
    Refusal.@Nullable Measure measure = refusal.measure();
    return SubmissionProblem.of(
        refusal.trouble(),
        RefusalStatus.of(refusal),
        measure == null ? null : (Long) measure.limit(),
        measure == null ? null : (Long) measure.actual());
  }

  private Optional<Caller> callerOf(ConsumerRecord<?, ?> record) {
    return Optional.ofNullable(record.headers().lastHeader(SubmitHeaders.KEY))
        .map(Header::value)
        .map(value -> new String(value, UTF_8).strip())
        .filter(key -> !key.isEmpty())
        .flatMap(keys::callerOf);
  }
}
