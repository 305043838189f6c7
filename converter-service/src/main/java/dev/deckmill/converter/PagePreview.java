package dev.deckmill.converter;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.contracts.message.PagePreviewFailed;
import dev.deckmill.contracts.message.PagePreviewed;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.converter.child.ChildReply;
import dev.deckmill.converter.pool.ChildEnded;
import dev.deckmill.converter.pool.PageWorkers;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.message.TroubleException;
import dev.deckmill.service.message.UseCase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/** Draws the page that an order asks to see, and publishes where the picture lies. */
@Singleton
final class PagePreview implements UseCase<PreviewPage> {
  /** PNG §5.2. A child may have been taken over: nothing else of it is ever shown to people. */
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final PageRequests requests;
  private final BlobStore blobs;
  private final PageWorkers workers;
  private final Publisher publisher;
  private final PagesAtWork atWork;

  PagePreview(
      PageRequests requests,
      BlobStore blobs,
      PageWorkers workers,
      Publisher publisher,
      PagesAtWork atWork) {
    this.requests = requests;
    this.blobs = blobs;
    this.workers = workers;
    this.publisher = publisher;
    this.atWork = atWork;
  }

  @Override
  public void run(Received<PreviewPage> order) throws IOException, InterruptedException {
    PreviewPage page = order.body();
    Duration limit = Duration.ofMillis(page.timeLimitMillis());
    try (PagesAtWork.Entry entry = atWork.enter(page)) {
      Runnable begun = () -> entry.started(limit);
      send(order, answer(page, workers.draw(requests.picture(page), page.tenant(), limit, begun)));
    } catch (BlobMissingException e) {
      send(order, failed(page, PageConversion.gone(e, page)));
    } catch (ChildEnded e) {
      PageConversion.warn(e, page);
      send(order, failed(page, PageConversion.trouble(e)));
    }
  }

  @Override
  public void giveUp(Received<PreviewPage> order, Trouble trouble)
      throws IOException, InterruptedException {
    send(order, failed(order.body(), trouble));
  }

  private PageMessage answer(PreviewPage page, ChildReply reply) throws IOException {
    return switch (reply) {
      case ChildReply.Drawn drawn -> previewed(page, keep(page, drawn.png()));
      case ChildReply.Rejected rejected -> failed(page, EngineOptions.trouble(rejected));
      case ChildReply.Broken broken -> failed(page, PageConversion.crash(broken.detail()));
      case ChildReply.Converted converted -> throw new IllegalStateException("no slide was wanted");
      case ChildReply.Ready ready -> throw new IllegalStateException("not a page's answer");
    };
  }

  /** A key of its own for each drawing, as bundles have. */
  private BlobRef keep(PreviewPage page, byte[] png) throws IOException {
    if (!Arrays.equals(PNG, 0, PNG.length, png, 0, Math.min(PNG.length, png.length))) {
      throw new TroubleException(ErrorType.INTERNAL, "A child drew something that is no PNG file.");
    }
    String key =
        "previews/%s/%d-%d-%d-%s"
            .formatted(
                page.jobId(), page.page(), page.attempt(), page.widthPixels(), UUID.randomUUID());
    return blobs.put(key, png, Durability.REMAKEABLE);
  }

  /** The same order gives its answer the same id, however often it is given. */
  private void send(Received<PreviewPage> order, PageMessage answer)
      throws IOException, InterruptedException {
    String id = order.id() + "." + (answer instanceof PagePreviewed ? "previewed" : "failed");
    publisher.publishAndWait(
        new Outgoing(id, Topics.PAGE_RESULT, answer.jobId(), answer, order.context()));
  }

  private static PagePreviewed previewed(PreviewPage page, BlobRef picture) {
    return new PagePreviewed(
        page.jobId(), page.tenant(), page.page(), page.attempt(), page.widthPixels(), picture);
  }

  private static PagePreviewFailed failed(PreviewPage page, Trouble trouble) {
    return new PagePreviewFailed(
        page.jobId(), page.tenant(), page.page(), page.attempt(), page.widthPixels(), trouble);
  }
}
