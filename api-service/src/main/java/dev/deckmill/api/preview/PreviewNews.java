package dev.deckmill.api.preview;

import dev.deckmill.api.store.PreviewStore;
import dev.deckmill.api.store.Tx;
import dev.deckmill.contracts.message.PagePreviewFailed;
import dev.deckmill.contracts.message.PagePreviewed;
import dev.deckmill.contracts.message.PreviewMessage;
import dev.deckmill.contracts.message.PreviewPage;
import jakarta.inject.Singleton;

/** Keeps what the converters tell of pictures. */
@Singleton
public final class PreviewNews {
  private final PreviewStore previews;

  PreviewNews(PreviewStore previews) {
    this.previews = previews;
  }

  /** Takes in an answer; one to an order that is gone changes nothing. */
  public void hear(Tx tx, PreviewMessage message) {
    switch (message) {
      case PagePreviewed drawn -> previews.keep(tx, drawn);
      case PagePreviewFailed failed -> previews.keep(tx, failed);
      case PreviewPage order -> throw new IllegalArgumentException("an order is not an answer");
    }
  }
}
