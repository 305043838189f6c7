package dev.deckmill.contracts.message;

/** Whatever travels as the body of a Kafka record. */
public sealed interface Message permits PageMessage, DeckMessage, JobChanged {
  /** The job it belongs to, and the last word on which partition it takes. */
  String jobId();

  /** Whose job it is. */
  String tenant();
}
