package dev.deckmill.api.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.intake.zip.ZipFile;
import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes one submission: options into memory, pages into the blob, nothing beyond a limit. */
final class SubmissionReceiver implements Submission.Receiver {
  private static final int LONGEST_OPTION = 2_000;

  private final Limits limits;
  private final PageTaker pages;
  private final UploadedFiles uploads;
  private final Map<String, String> options = new LinkedHashMap<>();

  /** Where the uploads of the submission's tenant are. */
  @FunctionalInterface
  interface UploadedFiles {
    /**
     * Opens one.
     *
     * @throws Refusal if there is none
     */
    Source.File open(Source.Upload upload) throws IOException;
  }

  SubmissionReceiver(Limits limits, PageTaker pages, UploadedFiles uploads) {
    this.limits = limits;
    this.pages = pages;
    this.uploads = uploads;
  }

  @Override
  public void option(String name, String value) {
    SubmissionOptions.checkName(name);
    if (value.getBytes(UTF_8).length > LONGEST_OPTION) {
      throw optionInvalid(name + " has more than " + LONGEST_OPTION + " bytes.");
    }
    if (options.put(name, value) != null) {
      throw optionInvalid(name + " is sent twice; send it once.");
    }
  }

  @Override
  public void source(Source source) throws IOException {
    switch (source) {
      case Source.File file -> file(file);
      case Source.Url url -> pages.takeUrl(url.label(), url.url());
      case Source.Upload upload -> {
        Source.File file = uploads.open(upload);
        try (InputStream content = file.content()) {
          file(new Source.File(file.name(), content));
        }
      }
    }
  }

  private void file(Source.File file) throws IOException {
    PushbackInputStream content = new PushbackInputStream(file.content(), ZipFile.SIGNATURE_BYTES);
    byte[] first = content.readNBytes(ZipFile.SIGNATURE_BYTES);
    content.unread(first);
    if (!ZipFile.isZip(first)) {
      pages.take(file.name(), content);
      return;
    }
    try (ZipFile zip = ZipFile.spool(content, limits.inflateRatio())) {
      pages.expect(zip.pages().size());
      for (ZipFile.Page page : zip.pages()) {
        try (InputStream bytes = zip.open(page)) {
          pages.take(page.name(), bytes);
        }
      }
    }
  }

  /**
   * What came in.
   *
   * @throws Refusal if there are too many pages, or none
   */
  Received received() {
    return new Received(options, pages.taken());
  }

  private static Refusal optionInvalid(String detail) {
    return Refusal.of(ErrorType.OPTION_INVALID, detail);
  }
}
