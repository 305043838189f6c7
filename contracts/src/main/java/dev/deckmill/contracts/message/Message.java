package dev.deckmill.contracts.message;

/** Whatever travels as the body of a Kafka record. */
public sealed interface Message permits PageMessage, DeckMessage, JobMessage, JobRefused {
  /** The job it belongs to; empty where there is none. */
  String jobId();

  /** Whose job it is. */
  String tenant();
}
