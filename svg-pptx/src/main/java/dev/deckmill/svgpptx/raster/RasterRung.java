package dev.deckmill.svgpptx.raster;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.dml.PlainDocument;
import dev.deckmill.svgpptx.raster.filter.WorkBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives every picture a file that PowerPoint reads: drawing what has to be drawn, turning what it
 * can't read into PNG. What fails is left out with a finding; it never costs the page.
 */
public final class RasterRung {
  /**
   * What a page's filters may cost for each pixel that a picture may have, in blends of two pixels.
   */
  private static final long MOST_FILTER_WORK = 100;

  private final long mostPixels;
  private final WorkBudget work;

  /** What has been drawn whole: a page may show the same picture many times. */
  private final Map<Drawing, Blip.File> drawn = new HashMap<>();

  private record Drawing(PlainDocument document, int width, int height) {}

  /**
   * For the pictures of one page.
   *
   * @param mostPixels the most pixels of one picture that is drawn here
   */
  public RasterRung(long mostPixels) {
    this.mostPixels = mostPixels;
    this.work = new WorkBudget(MOST_FILTER_WORK * mostPixels);
  }

  /** A picture's file; nothing, with a finding, where it can't be had. */
  public Optional<Blip.File> file(Blip blip, List<Finding> findings) {
    return switch (blip) {
      case Blip.File file -> Optional.of(file);
      case Blip.Foreign foreign -> converted(foreign, findings);
      case Blip.Drawn drawn -> drawn(drawn, findings);
    };
  }

  private Optional<Blip.File> drawn(Blip.Drawn picture, List<Finding> findings) {
    if ((long) picture.widthPixels() * picture.heightPixels() > mostPixels) {
      findings.add(lost(named(picture), "The picture of it would be too large."));
      return Optional.empty();
    }
    Drawing drawing =
        new Drawing(picture.document(), picture.widthPixels(), picture.heightPixels());
    Blip.File known = drawn.get(drawing);
    if (known != null) {
      return Optional.of(known);
    }
    LeftOutFilters leftOut = new LeftOutFilters();
    try {
      Blip.File file =
          png(ForeignRaster.png(BatikDrawing.draw(picture, mostPixels, work, leftOut)));
      if (leftOut.isEmpty()) {
        drawn.put(drawing, file);
      } else {
        findings.add(approximated(picture, leftOut.sentence()));
      }
      return Optional.of(file);
    } catch (BatikDrawing.NotDrawable e) {
      return unfiltered(picture, e, findings);
    } catch (IOException e) {
      throw new UncheckedIOException("a PNG is written to memory", e);
    }
  }

  /** Without filters the element is at least seen. */
  private Optional<Blip.File> unfiltered(
      Blip.Drawn drawn, BatikDrawing.NotDrawable cause, List<Finding> findings) {
    String why = cause.getMessage();
    try {
      byte[] file = ForeignRaster.png(BatikDrawing.drawUnfiltered(drawn, mostPixels));
      findings.add(
          approximated(drawn, "Drawn without its filters, which can't be computed (" + why + ")."));
      return Optional.of(png(file));
    } catch (BatikDrawing.NotDrawable | IOException e) {
      findings.add(lost(named(drawn), "It could not be drawn: " + why));
      return Optional.empty();
    }
  }

  private static Finding approximated(Blip.Drawn drawn, String detail) {
    return new Finding(Finding.Code.APPROXIMATED, Finding.Severity.WARNING, named(drawn), detail);
  }

  private static Optional<Blip.File> converted(Blip.Foreign foreign, List<Finding> findings) {
    try {
      return Optional.of(png(ForeignRaster.toPng(foreign.bytes())));
    } catch (IOException e) {
      findings.add(
          new Finding(
              Finding.Code.IMAGE_INVALID,
              Finding.Severity.WARNING,
              null,
              "The image could not be read: " + e.getMessage() + "."));
      return Optional.empty();
    }
  }

  private static Blip.File png(byte[] file) {
    return new Blip.File(Blip.Format.PNG, file);
  }

  private static @Nullable String named(Blip.Drawn drawn) {
    return drawn.elementId().isEmpty() ? null : drawn.elementId();
  }

  private static Finding lost(@Nullable String elementId, String detail) {
    return new Finding(
        Finding.Code.UNSUPPORTED_DROPPED, Finding.Severity.WARNING, elementId, detail);
  }
}
