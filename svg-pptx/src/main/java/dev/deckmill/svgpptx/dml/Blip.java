package dev.deckmill.svgpptx.dml;

import java.util.Objects;

/** Where a picture's pixels come from ({@code a:blip}, ECMA-376 §20.1.8.13). */
public sealed interface Blip {
  /** What PowerPoint reads. */
  enum Format {
    PNG("png"),
    JPEG("jpeg"),
    GIF("gif");

    private final String extension;

    Format(String extension) {
      this.extension = extension;
    }

    /** The extension of a media part. */
    public String extension() {
      return extension;
    }
  }

  /**
   * A file that goes into the deck as it is.
   *
   * @param bytes the file; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes, told apart by their hash when embedded
  record File(Format format, byte[] bytes) implements Blip {
    public File {
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(bytes, "bytes");
    }
  }

  /**
   * A file in a format that PowerPoint doesn't read: it becomes a PNG.
   *
   * @param bytes the file; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Foreign(byte[] bytes) implements Blip {
    public Foreign {
      Objects.requireNonNull(bytes, "bytes");
    }
  }

  /**
   * A picture yet to be drawn.
   *
   * @param document what it shows
   * @param widthPixels of the picture, above 0
   * @param heightPixels of the picture, above 0
   * @param elementId the id of the element it shows, for findings; empty if it has none
   */
  record Drawn(PlainDocument document, int widthPixels, int heightPixels, String elementId)
      implements Blip {
    public Drawn {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(elementId, "elementId");
    }
  }
}
