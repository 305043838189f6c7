package dev.deckmill.svgpptx.raster;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.raster.filter.FilterEvaluator;
import dev.deckmill.svgpptx.raster.filter.FilterPictures;
import dev.deckmill.svgpptx.raster.filter.FilterReach;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderContext;
import java.util.Map;
import org.apache.batik.ext.awt.image.GraphicsUtil;
import org.apache.batik.ext.awt.image.renderable.AbstractRable;
import org.apache.batik.ext.awt.image.renderable.PaintRable;
import org.apache.batik.ext.awt.image.rendered.BufferedImageCachableRed;
import org.apache.batik.gvt.GraphicsNode;
import org.jspecify.annotations.Nullable;

/**
 * What a node looks like through its filter, for Batik to draw in place of the node: Batik paints
 * the node, {@code raster.filter} computes, Batik gets the result.
 */
@SuppressWarnings("unchecked") // Batik's interfaces are older than generics
final class FilteredPicture extends AbstractRable implements PaintRable {
  private final Filter filter;
  private final GraphicsNode node;
  private final Map<Integer, GraphicsNode> images;
  private final FilterLimits limits;

  /**
   * @param images what each {@code feImage} shows, by the number of its step
   */
  FilteredPicture(
      Filter filter, GraphicsNode node, Map<Integer, GraphicsNode> images, FilterLimits limits) {
    this.filter = filter;
    this.node = node;
    this.images = images;
    this.limits = limits;
  }

  @Override
  public Rectangle2D getBounds2D() {
    return rectangle(filter.region());
  }

  private static Rectangle2D rectangle(Box box) {
    return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
  }

  @Override
  public boolean paintRable(Graphics2D g) {
    Drawn drawn = drawn(g.getTransform(), g.getClip(), g.getRenderingHints());
    if (drawn != null) {
      drawn.onto(g);
    }
    return true;
  }

  @Override
  public @Nullable RenderedImage createRendering(RenderContext context) {
    Drawn drawn =
        drawn(context.getTransform(), context.getAreaOfInterest(), context.getRenderingHints());
    return drawn == null ? null : drawn.inDeviceSpace();
  }

  /** The result, or null where there is nothing to see. */
  private @Nullable Drawn drawn(
      AffineTransform toDevice, @Nullable Shape visible, @Nullable RenderingHints hints) {
    Rectangle2D area = getBounds2D();
    double reach = FilterReach.of(filter);
    if (visible != null && Double.isFinite(reach)) {
      Rectangle2D seen = visible.getBounds2D();
      area =
          area.createIntersection(
              new Rectangle2D.Double(
                  seen.getX() - reach,
                  seen.getY() - reach,
                  seen.getWidth() + 2 * reach,
                  seen.getHeight() + 2 * reach));
    }
    FilterCanvas canvas = FilterCanvas.of(toDevice, area, limits);
    if (canvas == null) {
      return null;
    }
    int[] pixels =
        FilterEvaluator.evaluate(
            filter, canvas.grid(), new Painted(canvas, hints), limits.budget());
    return new Drawn(image(pixels, canvas), canvas.toDevice());
  }

  private static BufferedImage image(int[] pixels, FilterCanvas canvas) {
    BufferedImage image = canvas.image();
    int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(pixels, 0, data, 0, data.length);
    return image;
  }

  /** What Batik paints for the filter. */
  private final class Painted implements FilterPictures {
    private final FilterCanvas canvas;
    private final @Nullable RenderingHints hints;

    Painted(FilterCanvas canvas, @Nullable RenderingHints hints) {
      this.canvas = canvas;
      this.hints = hints;
    }

    @Override
    public int[] sourceGraphic() {
      BufferedImage image = canvas.image();
      Graphics2D g = graphics(image);
      node.primitivePaint(g);
      g.dispose();
      return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** As {@code use} does, {@code feImage} moves an element by the corner of its subregion. */
    @Override
    public int[] image(int step) {
      BufferedImage image = canvas.image();
      GraphicsNode shown = images.get(step);
      if (shown != null) {
        Box region = filter.steps().get(step).region();
        Graphics2D g = graphics(image);
        g.translate(region.x(), region.y());
        shown.paint(g);
        g.dispose();
      }
      return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private Graphics2D graphics(BufferedImage image) {
      Graphics2D g = GraphicsUtil.createGraphics(image, hints);
      g.setClip(0, 0, image.getWidth(), image.getHeight());
      g.transform(canvas.fromUser());
      return g;
    }
  }

  /** A picture and where it lies. */
  private record Drawn(BufferedImage image, AffineTransform toDevice) {
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

    RenderedImage inDeviceSpace() {
      if (isMoved()) {
        return new BufferedImageCachableRed(
            image, (int) toDevice.getTranslateX(), (int) toDevice.getTranslateY());
      }
      Rectangle bounds =
          toDevice
              .createTransformedShape(new Rectangle(image.getWidth(), image.getHeight()))
              .getBounds();
      BufferedImage device =
          new BufferedImage(
              Math.max(1, bounds.width),
              Math.max(1, bounds.height),
              BufferedImage.TYPE_INT_ARGB_PRE);
      Graphics2D g = GraphicsUtil.createGraphics(device);
      AffineTransform at = AffineTransform.getTranslateInstance(-bounds.x, -bounds.y);
      at.concatenate(toDevice);
      new Drawn(image, at).onto(g);
      g.dispose();
      return new BufferedImageCachableRed(device, bounds.x, bounds.y);
    }
  }
}
