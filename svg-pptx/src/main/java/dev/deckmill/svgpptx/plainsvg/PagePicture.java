package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Drawing;

/** A whole page as one picture that is yet to be drawn: the slide as the SVG means it. */
public final class PagePicture {
  private PagePicture() {}

  /**
   * A picture of a page on a white slide, scaled and centred as on the slide itself.
   *
   * @param widthPixels of the picture, above 0
   */
  public static Blip.Drawn of(Drawing drawing, SlideSize size, int widthPixels) {
    double scale = Math.min(size.widthEmu() / drawing.width(), size.heightEmu() / drawing.height());
    double width = size.widthEmu() / scale;
    double height = size.heightEmu() / scale;
    Box slide =
        new Box((drawing.width() - width) / 2, (drawing.height() - height) / 2, width, height);
    int heightPixels = (int) Math.max(1, Math.round(widthPixels * height / width));
    return new Blip.Drawn(PlainSvg.page(drawing, slide), widthPixels, heightPixels, "");
  }
}
