package dev.deckmill.api.web.batch;

/** Where the inherited API put decks. */
final class BatchFolders {
  /** Unless the client says otherwise. */
  static final String DEFAULT = "SVG2PPTX-Batches/{date}/batch-{job_id}/";

  private BatchFolders() {}
}
