package dev.deckmill.api.orchestration.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.PageEvent;
import dev.deckmill.api.store.page.StoredPage;
import dev.deckmill.api.store.stage.StageFigures;
import dev.deckmill.api.store.stage.StageRow;
import dev.deckmill.api.store.stage.StageRow.Stage;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckPackaged;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.PageConverted;
import dev.deckmill.contracts.message.PageFetched;
import dev.deckmill.contracts.part.StageTimings;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Makes stage rows of what was received. */
@Singleton
final class StageRows {

  private final ObjectMapper json;

  StageRows(ObjectMapper json) {
    this.json = json;
  }

  StageRow converted(PageConverted slide, @Nullable Long queueWaitMillis) {
    StageTimings timings = slide.timings();
    return new StageRow(
        Stage.CONVERT,
        slide.page(),
        slide.attempt(),
        queueWaitMillis,
        timings.parseMicros()
            + timings.analyzeMicros()
            + timings.mapMicros()
            + timings.embedMicros(),
        new StageRow.Conversion(
            timings, slide.renditions(), text(slide.findings()), slide.findingCount()),
        StageFigures.text(new StageFigures.Converted(slide.record())),
        null);
  }

  StageRow fetched(PageFetched page) {
    return fetch(
        page.page(),
        page.attempt(),
        page.fetchMicros(),
        StageFigures.text(new StageFigures.Fetched(page.source().length(), page.hops())),
        null);
  }

  StageRow fetchFailed(StoredPage page, PageEvent.FetchFailed failure) {
    return fetch(
        page.progress().number(), failure.attempt(), null, StageFigures.NONE, failure.trouble());
  }

  private static StageRow fetch(
      int page, int attempt, @Nullable Long micros, String figures, @Nullable Trouble trouble) {
    return new StageRow(Stage.FETCH, page, attempt, null, micros, null, figures, trouble);
  }

  StageRow failed(StoredPage page, PageEvent.Failed failure, @Nullable Long queueWaitMillis) {
    return new StageRow(
        Stage.CONVERT,
        page.progress().number(),
        failure.attempt(),
        queueWaitMillis,
        null,
        null,
        StageFigures.NONE,
        failure.trouble());
  }

  StageRow packaged(Job job, DeckPackaged packaged) {
    return deck(
        Stage.PACKAGE,
        job,
        packaged.packageMicros(),
        StageFigures.text(
            new StageFigures.Packaged(
                packaged.deck().length(), packaged.counts(), packaged.storeMicros())),
        null);
  }

  StageRow packageFailed(Job job, Trouble trouble) {
    return deck(Stage.PACKAGE, job, null, StageFigures.NONE, trouble);
  }

  StageRow uploaded(Job job, DeckUploaded uploaded) {
    return deck(
        Stage.UPLOAD,
        job,
        uploaded.uploadMicros(),
        StageFigures.text(
            new StageFigures.Uploaded(
                uploaded.fileId(),
                uploaded.folderId(),
                uploaded.bytes(),
                uploaded.chunks(),
                uploaded.attempts(),
                uploaded.resumes())),
        null);
  }

  StageRow uploadFailed(Job job, int attempts, Trouble trouble) {
    return deck(
        Stage.UPLOAD,
        job,
        null,
        StageFigures.text(new StageFigures.UploadFailed(attempts)),
        trouble);
  }

  private static StageRow deck(
      Stage stage, Job job, @Nullable Long micros, String figures, @Nullable Trouble trouble) {
    return new StageRow(
        stage, StageRow.WHOLE_DECK, job.status().run(), null, micros, null, figures, trouble);
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a stage row can't be written as JSON", e);
    }
  }
}
