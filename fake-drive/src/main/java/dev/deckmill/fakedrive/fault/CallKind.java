package dev.deckmill.fakedrive.fault;

import java.util.Locale;

/** What a request asks for; faults are scripted and calls are counted by it. */
public enum CallKind {
  /** A person is asked for consent, in a browser. */
  AUTHORIZE,
  TOKEN,
  /** A consent is taken back. */
  REVOKE,
  GENERATE_IDS,
  LIST,
  GET,
  DOWNLOAD,
  CREATE,
  UPDATE,
  DELETE,
  /** Begins a resumable session, for a new file or for new content of one. */
  UPLOAD_START,
  /** Brings bytes into a session. */
  UPLOAD_CHUNK,
  /** Asks how many bytes a session has. */
  UPLOAD_STATUS,
  PERMISSION_CREATE,
  PERMISSION_LIST,
  PERMISSION_GET,
  PERMISSION_UPDATE,
  PERMISSION_DELETE,
  /** Copies a file, or converts it on the way. */
  COPY,
  REVISION_LIST,
  DRIVE_GET,
  DRIVE_LIST,
  ABOUT,
  /** The inspection page and whatever else is not part of Drive. Never fails by script. */
  INSPECT;

  /** As fault scripts and the inspection page spell it: {@code upload-chunk}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static CallKind spelled(String word) {
    for (CallKind kind : values()) {
      if (kind.spelling().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there is no call named " + word);
  }
}
