package dev.deckmill.contracts.message;

/** A message about the picture of a page; {@link #attempt()} is the one whose slide it shows. */
public sealed interface PreviewMessage extends PageMessage
    permits PreviewPage, PagePreviewed, PagePreviewFailed {
  /** How wide the picture is, in pixels, from 1. */
  int widthPixels();
}
