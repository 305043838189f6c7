package dev.deckmill.svgpptx.raster;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.raster.filter.FilterEvaluator;
import dev.deckmill.svgpptx.raster.filter.FilterPictures;
import dev.deckmill.svgpptx.raster.filter.FilterReach;
import dev.deckmill.svgpptx.raster.filter.FilterTooCostly;
import dev.deckmill.svgpptx.raster.filter.WorkBudget;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderContext;
import java.util.Map;
import org.apache.batik.ext.awt.image.renderable.AbstractRable;
import org.apache.batik.ext.awt.image.renderable.PaintRable;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.batik.gvt.filter.GraphicsNodeRable8Bit;
import org.jspecify.annotations.Nullable;

/**
 * What a node looks like through its filter, for Batik to draw in place of the node: Batik paints
 * the node, {@code raster.filter} computes, Batik gets the result.
 */
@SuppressWarnings("unchecked") // Batik's interfaces are older than generics
final class FilteredPicture extends AbstractRable implements PaintRable {
  /** Computed with less than one of so many pixels a filter would show nothing of itself. */
  private static final int COARSEST = 16;

  /** What a mask's filter is computed on at least. */
  private static final long LEAST_OF_A_MASK = 1 << 16;

  /** In blends of two pixels, with what it takes to draw a mask. */
  private static final double COST_OF_A_MASK = 10;

  private final Filter filter;
  private final GraphicsNode node;
  private final Map<Integer, GraphicsNode> images;
  private final FilterLimits limits;
  private final @Nullable LeftOutFilters leftOut;

  /**
   * @param images what each {@code feImage} shows, by the number of its step
   * @param leftOut receives this one, if it can't be computed and the node is drawn without it
   */
  FilteredPicture(
      Filter filter,
      GraphicsNode node,
      Map<Integer, GraphicsNode> images,
      FilterLimits limits,
      @Nullable LeftOutFilters leftOut) {
    this.filter = filter;
    this.node = node;
    this.images = images;
    this.limits = limits;
    this.leftOut = leftOut;
  }

  /** What stands for a mask's colours; it is never left out. */
  static FilteredPicture ofMask(Filter filter, GraphicsNode node, FilterLimits limits) {
    return new FilteredPicture(filter, node, Map.of(), limits, null);
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
    try {
      PixelPicture drawn = drawn(g.getTransform(), g.getClip(), g.getRenderingHints());
      if (drawn != null) {
        drawn.onto(g);
      }
    } catch (FilterTooCostly e) {
      leaveOut(e);
      node.primitivePaint(g);
    }
    return true;
  }

  @Override
  public @Nullable RenderedImage createRendering(RenderContext context) {
    try {
      PixelPicture drawn =
          drawn(context.getTransform(), context.getAreaOfInterest(), context.getRenderingHints());
      return drawn == null ? null : drawn.inDeviceSpace();
    } catch (FilterTooCostly e) {
      leaveOut(e);
      return new GraphicsNodeRable8Bit(node).createRendering(context);
    }
  }

  private void leaveOut(FilterTooCostly e) {
    if (leftOut == null) {
      throw e;
    }
    leftOut.add(this, e.getMessage());
  }

  /** The result, or null where there is nothing to see. */
  private @Nullable PixelPicture drawn(
      AffineTransform toDevice, @Nullable Shape visible, @Nullable RenderingHints hints) {
    FilterCanvas canvas = canvas(toDevice, area(visible));
    if (canvas == null) {
      return null;
    }
    long bytes = canvas.grid().pixels() * FilterEvaluator.bytesEach(filter);
    limits.memory().claim(bytes);
    try {
      WorkBudget work = leftOut == null ? new WorkBudget(Long.MAX_VALUE) : limits.work();
      int[] pixels =
          FilterEvaluator.evaluate(filter, canvas.grid(), new Painted(canvas, hints), work);
      return new PixelPicture(image(pixels, canvas), canvas.toDevice());
    } finally {
      limits.memory().release(bytes);
    }
  }

  /** What of the region can reach what is seen. */
  private Rectangle2D area(@Nullable Shape visible) {
    Rectangle2D area = getBounds2D();
    double reach = FilterReach.of(filter);
    if (visible == null || !Double.isFinite(reach)) {
      return area;
    }
    Rectangle2D seen = visible.getBounds2D();
    return area.createIntersection(
        new Rectangle2D.Double(
            seen.getX() - reach,
            seen.getY() - reach,
            seen.getWidth() + 2 * reach,
            seen.getHeight() + 2 * reach));
  }

  /** As fine as there is memory for, or null where nothing of the area can be seen. */
  private @Nullable FilterCanvas canvas(AffineTransform toDevice, Rectangle2D area) {
    FilterCanvas finest = FilterCanvas.of(toDevice, area, limits.unit(), limits.mostPixels());
    if (finest == null) {
      return null;
    }
    long wanted = finest.grid().pixels();
    long most = limits.memory().left() / FilterEvaluator.bytesEach(filter);
    if (leftOut == null) {
      boolean isCheap = limits.masks().take(COST_OF_A_MASK * wanted);
      most = isCheap ? Math.max(most, LEAST_OF_A_MASK) : LEAST_OF_A_MASK;
    } else if (most < wanted / COARSEST) {
      throw new FilterTooCostly("would take too much memory");
    }
    return wanted <= most ? finest : FilterCanvas.of(toDevice, area, limits.unit(), most);
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
      Graphics2D g = canvas.graphics(image, hints);
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
        Graphics2D g = canvas.graphics(image, hints);
        g.translate(region.x(), region.y());
        shown.paint(g);
        g.dispose();
      }
      return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
  }
}
