package dev.deckmill.service.testing;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.DeckPackageFailed;
import dev.deckmill.contracts.message.DeckPackaged;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploadProgressed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.FetchPage;
import dev.deckmill.contracts.message.JobAccepted;
import dev.deckmill.contracts.message.JobChanged;
import dev.deckmill.contracts.message.JobCompleted;
import dev.deckmill.contracts.message.JobFailed;
import dev.deckmill.contracts.message.JobRefused;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.PageConverted;
import dev.deckmill.contracts.message.PageFailed;
import dev.deckmill.contracts.message.PageFetchFailed;
import dev.deckmill.contracts.message.PageFetchStarted;
import dev.deckmill.contracts.message.PageFetched;
import dev.deckmill.contracts.message.PagePreviewFailed;
import dev.deckmill.contracts.message.PagePreviewed;
import dev.deckmill.contracts.message.PageSetAside;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.contracts.message.PagesFinished;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeckShare;
import dev.deckmill.contracts.part.DeckTarget;
import dev.deckmill.contracts.part.DeliveryOptions;
import dev.deckmill.contracts.part.EarlierAttempt;
import dev.deckmill.contracts.part.FinishedPage;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.contracts.part.StageTimings;
import dev.deckmill.contracts.part.SubmissionProblem;
import dev.deckmill.contracts.type.MessageType;
import java.util.List;

/** One of each message, with everything in it that it can have. */
public final class Samples {
  private static final String JOB = "job-7";
  private static final String TENANT = "acme";
  private static final String SHA256 = "0123456789abcdef".repeat(4);
  private static final String SPAN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final SlideSize WIDE = new SlideSize(12_192_000, 6_858_000);

  private static final ConversionOptions OPTIONS =
      new ConversionOptions(WIDE, "balanced", "powerpoint", "embed");

  private Samples() {}

  /** A message of the type; the same at each call. */
  public static Message of(MessageType type) {
    return switch (type) {
      case FETCH_PAGE ->
          new FetchPage(JOB, TENANT, 3, 1, "https://pages.example/3.svg?v=1", 10_000_000);
      case PAGE_FETCH_STARTED -> new PageFetchStarted(JOB, TENANT, 3, 1, 12);
      case PAGE_FETCHED ->
          new PageFetched(JOB, TENANT, 3, 1, blob("jobs/job-7/fetched/3-1"), 1, 90_000);
      case PAGE_FETCH_FAILED ->
          new PageFetchFailed(JOB, TENANT, 3, 1, trouble(ErrorType.FETCH_TIMEOUT), true, SPAN);
      case CONVERT_PAGE -> convertPage();
      case PAGE_STARTED -> pageStarted();
      case PAGE_SET_ASIDE -> new PageSetAside(JOB, TENANT, 3, 1);
      case PAGE_CONVERTED -> pageConverted();
      case PAGE_FAILED ->
          new PageFailed(JOB, TENANT, 3, 1, trouble(ErrorType.SVG_INVALID), SPAN, pageStarted());
      case PREVIEW_PAGE ->
          new PreviewPage(
              JOB, TENANT, 3, 1, "Übersicht.svg", blob("inputs/job-7"), OPTIONS, 960, 15_000);
      case PAGE_PREVIEWED ->
          new PagePreviewed(JOB, TENANT, 3, 1, 960, blob("previews/job-7/3-1-960"));
      case PAGE_PREVIEW_FAILED ->
          new PagePreviewFailed(JOB, TENANT, 3, 1, 960, trouble(ErrorType.LIMIT_RENDER));
      case PACKAGE_DECK ->
          new PackageDeck(JOB, TENANT, "Quarterly", WIDE, blob("slides/job-7.jsonl"), 12, 2);
      case DECK_PACKAGED -> deckPackaged();
      case DECK_PACKAGE_FAILED ->
          new DeckPackageFailed(JOB, TENANT, trouble(ErrorType.STORAGE_FULL), 2);
      case UPLOAD_DECK ->
          new UploadDeck(
              JOB,
              TENANT,
              blob("decks/job-7/deck.pptx"),
              "Quarterly.pptx",
              List.of("Reports", "2026"),
              "folder-root",
              2,
              new DeliveryOptions(
                  "Figures of the quarter",
                  List.of(
                      new DeckShare(DeckShare.Kind.USER, "ann@example.com", DeckShare.Role.WRITER),
                      new DeckShare(DeckShare.Kind.ANYONE, null, DeckShare.Role.READER)),
                  false,
                  true,
                  true,
                  new DeckPictures(
                      DeckPictures.Place.FOLDER, blob("jobs/job-7/pictures-2.jsonl"), 12)),
              DeckTarget.FILES);
      case DECK_UPLOAD_PROGRESSED ->
          new DeckUploadProgressed(JOB, TENANT, 8_388_608, 20_000_000, 2);
      case DECK_UPLOADED ->
          new DeckUploaded(
              JOB,
              TENANT,
              "file-1",
              "folder-1",
              "https://drive.example/file-1",
              4711,
              2,
              1,
              90_000,
              2,
              1,
              new DeckUploaded.SlidesFile("slides-1", "https://drive.example/slides-1"),
              12);
      case DECK_UPLOAD_FAILED ->
          new DeckUploadFailed(JOB, TENANT, trouble(ErrorType.DRIVE_AUTH), 1, 2);
      case JOB_CHANGED ->
          new JobChanged(JOB, TENANT, "failed", 12, 12, 1, trouble(ErrorType.JOB_DEADLINE));
      case JOB_ACCEPTED -> new JobAccepted(JOB, TENANT, "order-4711");
      case JOB_REFUSED ->
          new JobRefused(
              TENANT,
              "order-4711",
              Topics.JOB_SUBMIT,
              3,
              42,
              SubmissionProblem.of(trouble(ErrorType.LIMIT_PAGES), 413, 500L, 501L));
      case PAGES_FINISHED -> pagesFinished();
      case JOB_COMPLETED ->
          new JobCompleted(
              JOB, TENANT, "partially_succeeded", 2, 12, 1, trouble(ErrorType.DRIVE_AUTH));
      case JOB_FAILED ->
          new JobFailed(JOB, TENANT, "failed", 2, 12, 12, 1, trouble(ErrorType.JOB_DEADLINE));
    };
  }

  private static ConvertPage convertPage() {
    return new ConvertPage(
        JOB,
        TENANT,
        3,
        2,
        "Übersicht.svg",
        blob("inputs/job-7"),
        OPTIONS,
        15_000,
        10_000_000L,
        1_750_000_000_000L,
        new EarlierAttempt(1, ErrorType.PAGE_CRASH, SPAN));
  }

  private static PageConverted pageConverted() {
    PageFinding finding =
        new PageFinding("RASTERIZED", true, "shadow", "A filter was drawn as a picture.");
    return new PageConverted(
        JOB,
        TENANT,
        3,
        1,
        blob("bundles/job-7/3-1"),
        WIDE,
        "Overview",
        SHA256,
        new StageTimings(120, 40, 80, 200),
        new Renditions(40, 2, 1),
        List.of(finding),
        1,
        SPAN,
        blob("bundles/job-7/3-1"),
        pageStarted());
  }

  private static PageStarted pageStarted() {
    return new PageStarted(JOB, TENANT, 3, 1, "converter-1", 12);
  }

  private static PagesFinished pagesFinished() {
    return new PagesFinished(
        JOB,
        TENANT,
        2,
        12,
        7,
        1,
        List.of(
            new FinishedPage(3, "succeeded", 1, null),
            new FinishedPage(4, "failed", 2, trouble(ErrorType.PAGE_CRASH))));
  }

  private static DeckPackaged deckPackaged() {
    return new DeckPackaged(
        JOB,
        TENANT,
        blob("decks/job-7/deck.pptx"),
        new DeckPackaged.Counts(12, 40, 3, 30, 123_456),
        2_500,
        2,
        700L);
  }

  private static Trouble trouble(ErrorType type) {
    return new Trouble(type, "What failed, why, and how to mend it.");
  }

  private static BlobRef blob(String key) {
    return new BlobRef(key, 100, 4711, SHA256);
  }
}
