package dev.deckmill.service.message;

import java.io.IOException;

/** The broker did not take a message. */
public final class PublishFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  public PublishFailedException(String topic, Throwable cause) {
    super("Kafka did not take a message for " + topic, cause);
  }
}
