package dev.deckmill.drive.google.client;

import com.google.api.services.drive.model.File;
import dev.deckmill.contracts.message.UploadDeck;
import java.util.List;
import java.util.Map;

/** The metadata of the files that are made of an order. */
public final class DriveMetadata {
  public static final String PPTX =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  public static final String SLIDES = "application/vnd.google-apps.presentation";
  public static final String PNG = "image/png";

  /** The key of the job's id on its deck. */
  static final String JOB = "deckmillJob";

  /** The key of the deck's SHA-256 on every file that was made of it. */
  public static final String DECK = "deckmillDeck";

  /** The key of the job's id on the presentation, by which it is found again. */
  public static final String SLIDES_OF = "deckmillSlidesOf";

  /** The key of the job's id on pictures. */
  static final String PICTURE_OF = "deckmillPictureOf";

  private DriveMetadata() {}

  /** The deck's own file, but for its place. */
  public static File deck(UploadDeck order) {
    return new File()
        .setName(order.fileName())
        .setDescription(order.optionsOrNone().description())
        .setAppProperties(Map.of(JOB, order.jobId(), DECK, order.deck().sha256()));
  }

  /** The presentation, but for its place. */
  public static File slides(UploadDeck order) {
    return new File()
        .setName(stem(order))
        .setDescription(order.optionsOrNone().description())
        .setAppProperties(Map.of(SLIDES_OF, order.jobId(), DECK, order.deck().sha256()));
  }

  /** The picture of a page's slide, but for its place. */
  public static File picture(UploadDeck order, int page) {
    return new File()
        .setName("%s %04d.png".formatted(stem(order), page))
        .setAppProperties(Map.of(PICTURE_OF, order.jobId(), DECK, order.deck().sha256()));
  }

  /** The same at its place. */
  public static File in(String folder, File file) {
    return file.setParents(List.of(folder));
  }

  /** The deck's name without its ending. */
  private static String stem(UploadDeck order) {
    String name = order.fileName();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
