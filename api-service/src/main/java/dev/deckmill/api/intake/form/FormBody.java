package dev.deckmill.api.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.intake.Quoted;
import dev.deckmill.api.intake.Source;
import dev.deckmill.api.intake.Submission;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;

/** A form: its fields are options, its file parts are sources. */
final class FormBody implements Submission {
  /** Enough of a field to see that it is too long. */
  private static final int MOST_OF_A_FIELD = 4_000;

  private final Multipart.Body form;
  private final BodyStream stream;

  FormBody(Multipart.Body form, BodyStream stream) {
    this.form = form;
    this.stream = stream;
  }

  @Override
  public void handOver(Receiver receiver) throws IOException {
    try {
      FileItemInputIterator parts = new Multipart().getItemIterator(form);
      while (parts.hasNext()) {
        handOver(parts.next(), receiver);
      }
    } catch (FileUploadException | BodyStream.BrokenOffException e) {
      throw Refusal.of(
          ErrorType.MESSAGE_INVALID,
          "The body is not multipart/form-data as its Content-Type says, or it broke off: "
              + Quoted.cut(String.valueOf(e.getMessage())));
    }
  }

  private static void handOver(FileItemInput part, Receiver receiver) throws IOException {
    try (InputStream in = part.getInputStream()) {
      if (part.isFormField()) {
        receiver.option(part.getFieldName(), new String(in.readNBytes(MOST_OF_A_FIELD), UTF_8));
      } else {
        receiver.source(new Source.File(name(part), in));
      }
    }
  }

  private static String name(FileItemInput part) {
    try {
      return Objects.requireNonNullElse(part.getName(), "");
    } catch (InvalidPathException e) {
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          "The name of a file has a NUL character, which no text may have. Rename the file.");
    }
  }

  @Override
  public void abandon() {
    stream.abandon();
  }
}
