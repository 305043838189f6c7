package dev.deckmill.contracts.type;

import dev.deckmill.contracts.Topics;
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

/** Each message's CloudEvents {@code type}, its Java form and the topic it travels on. */
public enum MessageType {
  FETCH_PAGE("dev.deckmill.page.fetch.v1", FetchPage.class, Topics.PAGE_FETCH),
  PAGE_FETCH_STARTED(
      "dev.deckmill.page.fetch-started.v1", PageFetchStarted.class, Topics.PAGE_RESULT),
  PAGE_FETCHED("dev.deckmill.page.fetched.v1", PageFetched.class, Topics.PAGE_RESULT),
  PAGE_FETCH_FAILED("dev.deckmill.page.fetch-failed.v1", PageFetchFailed.class, Topics.PAGE_RESULT),
  CONVERT_PAGE("dev.deckmill.page.convert.v1", ConvertPage.class, Topics.PAGE_CONVERT),
  PAGE_STARTED("dev.deckmill.page.started.v1", PageStarted.class, Topics.PAGE_RESULT),
  PAGE_SET_ASIDE("dev.deckmill.page.set-aside.v1", PageSetAside.class, Topics.PAGE_RESULT),
  PAGE_CONVERTED("dev.deckmill.page.converted.v1", PageConverted.class, Topics.PAGE_RESULT),
  PAGE_FAILED("dev.deckmill.page.failed.v1", PageFailed.class, Topics.PAGE_RESULT),
  PREVIEW_PAGE("dev.deckmill.page.preview.v1", PreviewPage.class, Topics.PAGE_PREVIEW),
  PAGE_PREVIEWED("dev.deckmill.page.previewed.v1", PagePreviewed.class, Topics.PAGE_RESULT),
  PAGE_PREVIEW_FAILED(
      "dev.deckmill.page.preview-failed.v1", PagePreviewFailed.class, Topics.PAGE_RESULT),
  PACKAGE_DECK("dev.deckmill.deck.package.v1", PackageDeck.class, Topics.DECK_PACKAGE),
  DECK_PACKAGED("dev.deckmill.deck.packaged.v1", DeckPackaged.class, Topics.DECK_PACKAGED),
  DECK_PACKAGE_FAILED(
      "dev.deckmill.deck.package-failed.v1", DeckPackageFailed.class, Topics.DECK_PACKAGED),
  UPLOAD_DECK("dev.deckmill.deck.upload.v1", UploadDeck.class, Topics.DECK_UPLOAD),
  DECK_UPLOAD_PROGRESSED(
      "dev.deckmill.deck.upload-progressed.v1", DeckUploadProgressed.class, Topics.DECK_UPLOADED),
  DECK_UPLOADED("dev.deckmill.deck.uploaded.v1", DeckUploaded.class, Topics.DECK_UPLOADED),
  DECK_UPLOAD_FAILED(
      "dev.deckmill.deck.upload-failed.v1", DeckUploadFailed.class, Topics.DECK_UPLOADED),
  JOB_CHANGED("dev.deckmill.job.changed.v1", JobChanged.class, Topics.JOB_EVENTS),
  JOB_ACCEPTED("dev.deckmill.job.accepted.v1", JobAccepted.class, Topics.JOB_EVENTS),
  JOB_REFUSED("dev.deckmill.job.refused.v1", JobRefused.class, Topics.JOB_EVENTS),
  PAGES_FINISHED("dev.deckmill.job.pages-finished.v1", PagesFinished.class, Topics.JOB_EVENTS),
  JOB_COMPLETED("dev.deckmill.job.completed.v1", JobCompleted.class, Topics.JOB_EVENTS),
  JOB_FAILED("dev.deckmill.job.failed.v1", JobFailed.class, Topics.JOB_EVENTS);

  private final String ceType;
  private final Class<? extends Message> body;
  private final String topic;

  MessageType(String ceType, Class<? extends Message> body, String topic) {
    this.ceType = ceType;
    this.body = body;
    this.topic = topic;
  }

  /** CloudEvents {@code type}, with the version. */
  public String ceType() {
    return ceType;
  }

  /** The record its body is read into. */
  public Class<? extends Message> body() {
    return body;
  }

  /** The topic it is sent to, unless the sender chooses the bulk lane. */
  public String topic() {
    return topic;
  }

  /** The type of a message. */
  public static MessageType of(Message message) {
    return switch (message) {
      case FetchPage m -> FETCH_PAGE;
      case PageFetchStarted m -> PAGE_FETCH_STARTED;
      case PageFetched m -> PAGE_FETCHED;
      case PageFetchFailed m -> PAGE_FETCH_FAILED;
      case ConvertPage m -> CONVERT_PAGE;
      case PageStarted m -> PAGE_STARTED;
      case PageSetAside m -> PAGE_SET_ASIDE;
      case PageConverted m -> PAGE_CONVERTED;
      case PageFailed m -> PAGE_FAILED;
      case PreviewPage m -> PREVIEW_PAGE;
      case PagePreviewed m -> PAGE_PREVIEWED;
      case PagePreviewFailed m -> PAGE_PREVIEW_FAILED;
      case PackageDeck m -> PACKAGE_DECK;
      case DeckPackaged m -> DECK_PACKAGED;
      case DeckPackageFailed m -> DECK_PACKAGE_FAILED;
      case UploadDeck m -> UPLOAD_DECK;
      case DeckUploadProgressed m -> DECK_UPLOAD_PROGRESSED;
      case DeckUploaded m -> DECK_UPLOADED;
      case DeckUploadFailed m -> DECK_UPLOAD_FAILED;
      case JobChanged m -> JOB_CHANGED;
      case JobAccepted m -> JOB_ACCEPTED;
      case JobRefused m -> JOB_REFUSED;
      case PagesFinished m -> PAGES_FINISHED;
      case JobCompleted m -> JOB_COMPLETED;
      case JobFailed m -> JOB_FAILED;
    };
  }
}
