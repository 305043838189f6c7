package dev.deckmill.api.orchestration.analysis;

import dev.deckmill.api.intake.JobIdForm;
import dev.deckmill.api.intake.Source;
import dev.deckmill.api.intake.Submission;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.util.Set;

/** A submission of which nothing stays: an analysis would leave a deck in somebody's Drive. */
record Undelivered(Submission submission) implements Submission {
  private static final Set<String> LASTING = Set.of("delivery", "folder", "previews");

  @Override
  public void handOver(Receiver receiver) throws IOException {
    submission.handOver(
        new Receiver() {
          @Override
          public void option(String name, String value) {
            refuseLasting(name);
            receiver.option(name, value);
          }

          @Override
          public void source(Source source) throws IOException {
            receiver.source(source);
          }
        });
  }

  private static void refuseLasting(String option) {
    if (LASTING.contains(option)) {
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          "There is nothing to deliver or to show of an analysis. Send it without "
              + option
              + ", or the pages to /v1/jobs.");
    }
  }

  @Override
  public JobIdForm idForm() {
    return submission.idForm();
  }

  @Override
  public void abandon() {
    submission.abandon();
  }
}
