package dev.deckmill.svgpptx.raster;

import org.apache.batik.bridge.Bridge;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.SVGMaskElementBridge;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.batik.gvt.filter.Mask;
import org.w3c.dom.Element;

/** Puts our own masking in the place of Batik's, which makes of {@code mask} what is in it. */
final class MaskElementBridge extends SVGMaskElementBridge {
  private final FilterLimits limits;

  MaskElementBridge(FilterLimits limits) {
    this.limits = limits;
  }

  @Override
  public Bridge getInstance() {
    return this;
  }

  @Override
  public Mask createMask(BridgeContext context, Element mask, Element masked, GraphicsNode node) {
    Mask read = super.createMask(context, mask, masked, node);
    return new MaskedPicture(read.getSource(), read.getMaskNode(), read.getFilterRegion(), limits);
  }
}
