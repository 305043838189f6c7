package dev.deckmill.svgpptx.raster;

import dev.deckmill.svgpptx.dml.PlainDocument;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.batik.bridge.AbstractSVGBridge;
import org.apache.batik.bridge.Bridge;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.FilterBridge;
import org.apache.batik.ext.awt.image.renderable.Filter;
import org.apache.batik.gvt.GraphicsNode;
import org.w3c.dom.Element;

/** Puts our own filters in the place of Batik's: what it makes of a {@code filter} element. */
final class FilterElementBridge extends AbstractSVGBridge implements FilterBridge {
  private final PlainDocument document;
  private final FilterLimits limits;
  private final LeftOutFilters leftOut;

  /**
   * @param leftOut receives those that can't be computed
   */
  FilterElementBridge(PlainDocument document, FilterLimits limits, LeftOutFilters leftOut) {
    this.document = document;
    this.limits = limits;
    this.leftOut = leftOut;
  }

  /** The bridge of masks, which share those limits. */
  MaskElementBridge masks() {
    return new MaskElementBridge(limits);
  }

  @Override
  public String getLocalName() {
    return "filter";
  }

  @Override
  public Bridge getInstance() {
    return this;
  }

  @Override
  public Filter createFilter(
      BridgeContext context, Element filterElement, Element filtered, GraphicsNode node) {
    String id = filterElement.getAttribute("id");
    var filter = Objects.requireNonNull(document.filters().get(id), "a filter of the document");
    Map<Integer, GraphicsNode> images = new HashMap<>();
    for (int i = 0; i < filter.steps().size(); i++) {
      if (filter.steps().get(i).primitive() instanceof FilterPrimitive.Image) {
        images.put(i, image(context, filterElement, PlainDocument.imageId(id, i)));
      }
    }
    return PlainDocument.isOfMask(id)
        ? FilteredPicture.ofMask(filter, node, limits)
        : new FilteredPicture(filter, node, images, limits, leftOut);
  }

  private static GraphicsNode image(BridgeContext context, Element filter, String id) {
    Element shown = filter.getOwnerDocument().getElementById(id);
    return context.getGVTBuilder().build(context, shown);
  }
}
