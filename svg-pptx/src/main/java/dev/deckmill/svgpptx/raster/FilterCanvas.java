package dev.deckmill.svgpptx.raster;

import dev.deckmill.svgpptx.raster.filter.PixelGrid;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.apache.batik.ext.awt.image.GraphicsUtil;
import org.jspecify.annotations.Nullable;

/**
 * The pixels that a filter is computed on. They are the device's own where user space is only
 * scaled and moved; otherwise they lie along the axes of user space, as fine as the device, and the
 * result is turned (Filter Effects 1 §10 leaves the choice).
 *
 * @param fromUser where user space lies on the pixels
 * @param toDevice where the pixels lie on the device
 */
record FilterCanvas(PixelGrid grid, AffineTransform fromUser, AffineTransform toDevice) {
  private static final int LONGEST_SIDE = 1 << 14;

  /**
   * The canvas for an area of user space, or null where nothing of it can be seen.
   *
   * @param unit pixels of the device in a pixel of the page
   * @param mostPixels beyond which it is less fine than the device
   */
  static @Nullable FilterCanvas of(
      AffineTransform toDevice, Rectangle2D area, double unit, long mostPixels) {
    double scaleX = Math.hypot(toDevice.getScaleX(), toDevice.getShearY());
    double scaleY = Math.hypot(toDevice.getShearX(), toDevice.getScaleY());
    if (!(area.getWidth() > 0 && area.getHeight() > 0 && scaleX > 0 && scaleY > 0)
        || !Double.isFinite(scaleX * area.getWidth() * scaleY * area.getHeight())) {
      return null;
    }
    double finer = finest(area.getWidth() * scaleX, area.getHeight() * scaleY, mostPixels);
    boolean isUpright =
        toDevice.getShearX() == 0
            && toDevice.getShearY() == 0
            && toDevice.getScaleX() > 0
            && toDevice.getScaleY() > 0;
    return isUpright && finer == 1
        ? onDevice(toDevice, area, unit)
        : alongAxes(toDevice, area, unit * finer, scaleX * finer, scaleY * finer);
  }

  /** 1, or less where there would be too many pixels. */
  private static double finest(double width, double height, long mostPixels) {
    double bySize = Math.sqrt(mostPixels / (width * height));
    return Math.min(1, Math.min(bySize, LONGEST_SIDE / Math.max(width, height)));
  }

  private static FilterCanvas onDevice(AffineTransform toDevice, Rectangle2D area, double unit) {
    Rectangle2D seen = toDevice.createTransformedShape(area).getBounds2D();
    double left = Math.floor(seen.getX());
    double top = Math.floor(seen.getY());
    AffineTransform fromUser = AffineTransform.getTranslateInstance(-left, -top);
    fromUser.concatenate(toDevice);
    PixelGrid grid =
        grid(fromUser, Math.ceil(seen.getMaxX()) - left, Math.ceil(seen.getMaxY()) - top, unit);
    return new FilterCanvas(grid, fromUser, AffineTransform.getTranslateInstance(left, top));
  }

  private static FilterCanvas alongAxes(
      AffineTransform toDevice, Rectangle2D area, double unit, double scaleX, double scaleY) {
    AffineTransform fromUser = AffineTransform.getScaleInstance(scaleX, scaleY);
    fromUser.translate(-area.getX(), -area.getY());
    AffineTransform residual = new AffineTransform(toDevice);
    residual.translate(area.getX(), area.getY());
    residual.scale(1 / scaleX, 1 / scaleY);
    PixelGrid grid = grid(fromUser, area.getWidth() * scaleX, area.getHeight() * scaleY, unit);
    return new FilterCanvas(grid, fromUser, residual);
  }

  private static PixelGrid grid(
      AffineTransform fromUser, double width, double height, double unit) {
    return new PixelGrid(
        fromUser.getScaleX(),
        fromUser.getScaleY(),
        fromUser.getTranslateX(),
        fromUser.getTranslateY(),
        (int) Math.max(1, Math.ceil(width)),
        (int) Math.max(1, Math.ceil(height)),
        unit);
  }

  /** A picture of these pixels with nothing on it. */
  BufferedImage image() {
    return new BufferedImage(grid.width(), grid.height(), BufferedImage.TYPE_INT_ARGB_PRE);
  }

  /** To draw on such a picture, in user space. */
  Graphics2D graphics(BufferedImage image, @Nullable RenderingHints hints) {
    Graphics2D g = GraphicsUtil.createGraphics(image, hints);
    g.setClip(0, 0, image.getWidth(), image.getHeight());
    g.transform(fromUser);
    return g;
  }
}
