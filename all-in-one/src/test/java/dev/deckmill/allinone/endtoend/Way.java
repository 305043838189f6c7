package dev.deckmill.allinone.endtoend;

/** How pages come in. */
enum Way {
  /** The files, as a browser sends them. */
  MULTIPART,
  /** A ZIP file of them. */
  ZIP,
  /** JSON with their URLs. */
  URLS,
  /** Uploads, named by a record on Kafka. */
  KAFKA,
  /** Their URLs, to the API of the Python service. */
  BATCH
}
