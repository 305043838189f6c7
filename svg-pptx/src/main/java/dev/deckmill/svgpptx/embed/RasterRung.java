package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.dml.Blip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Gives every picture a file that PowerPoint reads: drawing what has to be drawn, turning what it
 * can't read into PNG. What fails is left out with a finding; it never costs the page.
 */
final class RasterRung {
  private final long mostPixels;

  RasterRung(long mostPixels) {
    this.mostPixels = mostPixels;
  }

  Optional<Blip.File> file(Blip blip, List<Finding> findings) {
    return switch (blip) {
      case Blip.File file -> Optional.of(file);
      case Blip.Foreign foreign -> converted(foreign, findings);
      case Blip.Drawn drawn -> drawn(drawn, findings);
    };
  }

  private Optional<Blip.File> drawn(Blip.Drawn drawn, List<Finding> findings) {
    if ((long) drawn.widthPixels() * drawn.heightPixels() > mostPixels) {
      findings.add(lost(drawn.elementId(), "The picture of it would be too large."));
      return Optional.empty();
    }
    try {
      return Optional.of(png(BatikDrawing.draw(drawn)));
    } catch (BatikDrawing.NotDrawable | IOException e) {
      findings.add(lost(drawn.elementId(), "It could not be drawn: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Blip.File> converted(Blip.Foreign foreign, List<Finding> findings) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(foreign.bytes()))) {
      BufferedImage image = ImageIO.read(in);
      if (image != null) {
        return Optional.of(png(image));
      }
      findings.add(lost(null, "No reader for this image format."));
    } catch (IOException | IllegalArgumentException e) {
      findings.add(lost(null, "The image could not be read: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private static Blip.File png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return new Blip.File(Blip.Format.PNG, bytes.toByteArray());
  }

  private static Finding lost(@org.jspecify.annotations.Nullable String elementId, String detail) {
    return new Finding(
        Finding.Code.UNSUPPORTED_DROPPED, Finding.Severity.WARNING, elementId, detail);
  }
}
