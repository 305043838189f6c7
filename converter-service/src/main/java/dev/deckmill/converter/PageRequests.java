package dev.deckmill.converter;

import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.converter.child.ChildRequest;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.svgpptx.SlideOptions;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Makes of an order what a child is asked for: with the page's bytes and the limits in force. */
@Singleton
final class PageRequests {
  private final BlobStore blobs;
  private final SlideOptions.Limits limits;

  PageRequests(BlobStore blobs, SlideOptions.Limits limits) {
    this.blobs = blobs;
    this.limits = limits;
  }

  /**
   * A slide of the page.
   *
   * @throws BlobMissingException if the page's bytes are gone
   */
  ChildRequest slide(ConvertPage page) throws IOException {
    return new ChildRequest(
        page.name(),
        blobs.read(page.source()),
        EngineOptions.of(page.options(), EngineOptions.within(limits, page.pageBytes())));
  }

  /**
   * A picture of the page.
   *
   * @throws BlobMissingException if the page's bytes are gone
   */
  ChildRequest picture(PreviewPage page) throws IOException {
    return new ChildRequest(
        page.name(),
        blobs.read(page.source()),
        EngineOptions.of(page.options(), limits),
        new ChildRequest.Wanted.APreview(page.widthPixels()));
  }
}
