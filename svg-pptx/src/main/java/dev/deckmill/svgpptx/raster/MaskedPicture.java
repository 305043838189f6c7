package dev.deckmill.svgpptx.raster;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.apache.batik.ext.awt.image.GraphicsUtil;
import org.apache.batik.ext.awt.image.renderable.Filter;
import org.apache.batik.ext.awt.image.renderable.PaintRable;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.batik.gvt.filter.MaskRable8Bit;
import org.jspecify.annotations.Nullable;

/**
 * What a node looks like through its mask. Batik asks for a masked picture tile by tile, and each
 * tile of a mask for several of the mask within it: that grows with each mask in a mask. Here what
 * is seen is drawn once for each, and the outermost only is drawn in tiles, for the sake of memory.
 */
@SuppressWarnings("unchecked") // Batik's interfaces are older than generics
final class MaskedPicture extends MaskRable8Bit implements PaintRable {
  /** Pixels along the sides of a tile. */
  private static final int TILE = 512;

  /** The picture and the mask. */
  private static final int BYTES_EACH = 2 * Integer.BYTES;

  /** Pixels that a mask is drawn on at least, however little memory is left. */
  private static final long LEAST = 1 << 14;

  private final FilterLimits limits;

  /**
   * @param mask whose alpha is what it lets through
   */
  MaskedPicture(
      @Nullable Filter source, GraphicsNode mask, Rectangle2D region, FilterLimits limits) {
    super(source, mask, region);
    this.limits = limits;
  }

  @Override
  public boolean paintRable(Graphics2D g) {
    Rectangle device = device(g);
    if (!limits.memory().isUntouched() || (long) device.width * device.height <= TILE * TILE) {
      paint(g);
      return true;
    }
    for (int y = device.y; y < device.y + device.height; y += TILE) {
      for (int x = device.x; x < device.x + device.width; x += TILE) {
        Graphics2D tile = (Graphics2D) g.create();
        AffineTransform user = tile.getTransform();
        tile.setTransform(new AffineTransform());
        tile.clipRect(x, y, TILE, TILE);
        tile.setTransform(user);
        paint(tile);
        tile.dispose();
      }
    }
    return true;
  }

  /** What of the device is to be drawn on. */
  private Rectangle device(Graphics2D g) {
    return g.getTransform().createTransformedShape(area(g.getClip())).getBounds();
  }

  private Rectangle2D area(@Nullable Shape visible) {
    Rectangle2D region = getBounds2D();
    return visible == null ? region : region.createIntersection(visible.getBounds2D());
  }

  private void paint(Graphics2D g) {
    AffineTransform toDevice = g.getTransform();
    long most = Math.min(limits.mostPixels(), limits.memory().left() / BYTES_EACH);
    FilterCanvas canvas =
        FilterCanvas.of(toDevice, area(g.getClip()), limits.unit(), Math.max(LEAST, most));
    if (canvas == null) {
      return;
    }
    long bytes = canvas.grid().pixels() * BYTES_EACH;
    limits.memory().claim(bytes);
    try {
      new PixelPicture(masked(canvas, g.getRenderingHints()), canvas.toDevice()).onto(g);
    } finally {
      limits.memory().release(bytes);
    }
  }

  private BufferedImage masked(FilterCanvas canvas, RenderingHints hints) {
    BufferedImage image = drawn(getSource(), canvas, hints);
    BufferedImage mask = drawn(getMaskNode().getGraphicsNodeRable(true), canvas, hints);
    Graphics2D g = image.createGraphics();
    g.setComposite(AlphaComposite.DstIn);
    g.drawImage(mask, 0, 0, null);
    g.dispose();
    return image;
  }

  private BufferedImage drawn(Filter shown, FilterCanvas canvas, RenderingHints hints) {
    BufferedImage image = canvas.image();
    Graphics2D g = canvas.graphics(image, hints);
    // Outside of its region a mask lets nothing through.
    g.clip(getBounds2D());
    GraphicsUtil.drawImage(g, shown);
    g.dispose();
    return image;
  }
}
