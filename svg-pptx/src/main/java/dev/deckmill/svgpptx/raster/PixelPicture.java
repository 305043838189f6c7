package dev.deckmill.svgpptx.raster;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import org.apache.batik.ext.awt.image.rendered.AffineRed;
import org.apache.batik.ext.awt.image.rendered.BufferedImageCachableRed;

/**
 * Pixels that have been computed, and where they lie.
 *
 * @param toDevice from the picture's pixels to those of what is drawn on
 */
record PixelPicture(BufferedImage image, AffineTransform toDevice) {
  void onto(Graphics2D g) {
    AffineTransform user = g.getTransform();
    Object interpolation = g.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
    g.setTransform(toDevice);
    if (!isMoved()) {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }
    g.drawImage(image, 0, 0, null);
    if (interpolation != null) {
      g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
    }
    g.setTransform(user);
  }

  private boolean isMoved() {
    return (toDevice.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
  }

  /** As pixels of the device, each computed when somebody looks at it: there may be very many. */
  RenderedImage inDeviceSpace() {
    if (isMoved()) {
      return new BufferedImageCachableRed(
          image, (int) toDevice.getTranslateX(), (int) toDevice.getTranslateY());
    }
    RenderingHints smoothly =
        new RenderingHints(
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return new AffineRed(new BufferedImageCachableRed(image), toDevice, smoothly);
  }
}
