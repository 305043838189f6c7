package dev.deckmill.api.preview;

import dev.deckmill.api.job.Job;
import dev.deckmill.api.store.PreviewStore;
import dev.deckmill.api.store.Tx;
import dev.deckmill.contracts.message.PagePreviewFailed;
import dev.deckmill.contracts.message.PagePreviewed;
import dev.deckmill.contracts.message.PreviewMessage;
import dev.deckmill.contracts.message.PreviewPage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps what the converters tell of pictures. */
@Singleton
public final class PreviewNews {
  private final PreviewStore previews;
  private final PreviewOrders orders;

  PreviewNews(PreviewStore previews, PreviewOrders orders) {
    this.previews = previews;
    this.orders = orders;
  }

  /**
   * Takes in answers, which make room for other orders; one to an order that is gone changes
   * nothing.
   *
   * @param held the jobs by id, of which the caller holds each
   */
  public void hear(Tx tx, Map<String, Job> held, List<PreviewMessage> answers) {
    answers.forEach(answer -> keep(tx, answer));
    answers.stream()
        .map(PreviewMessage::jobId)
        .distinct()
        .map(held::get)
        .filter(Objects::nonNull)
        .forEach(job -> orders.orderNext(tx, job));
  }

  private void keep(Tx tx, PreviewMessage message) {
    switch (message) {
      case PagePreviewed drawn -> previews.keep(tx, drawn);
      case PagePreviewFailed failed -> previews.keep(tx, failed);
      case PreviewPage order -> throw new IllegalArgumentException("an order is not an answer");
    }
  }
}
