package dev.deckmill.api.intake.form;

import dev.deckmill.api.intake.Source;
import dev.deckmill.api.intake.Submission;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A body that is a file and nothing else, such as a ZIP file; its options stand in the query. */
final class FileBody implements Submission {
  private final BodyStream file;
  private final Map<String, List<String>> query;

  FileBody(BodyStream file, Map<String, List<String>> query) {
    this.file = file;
    this.query = query;
  }

  @Override
  public void handOver(Receiver receiver) throws IOException {
    query.forEach((name, values) -> values.forEach(value -> receiver.option(name, value)));
    try {
      receiver.source(new Source.File("", file));
    } catch (BodyStream.BrokenOffException e) {
      throw Refusal.of(ErrorType.MESSAGE_INVALID, "The body broke off before its end.");
    }
  }

  @Override
  public void abandon() {
    file.abandon();
  }
}
