package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.dml.EmbeddedFont;
import dev.deckmill.svgpptx.dml.SlideTree;
import dev.deckmill.svgpptx.raster.RasterRung;
import dev.deckmill.svgpptx.xml.XmlBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fourth stage: a slide tree becomes a bundle. Not for several threads at once. */
public final class Embedder {
  private static final int USUAL_SLIDE_BYTES = 1 << 16;
  private static final int LARGEST_KEPT_BUFFER = 1 << 24;

  private final Packer packer = new Packer();
  private final long rasterPixels;
  private XmlBytes xml = new XmlBytes(USUAL_SLIDE_BYTES);

  /**
   * @param rasterPixels the most pixels of one picture that is drawn here
   */
  public Embedder(long rasterPixels) {
    this.rasterPixels = rasterPixels;
  }

  public Embedded embed(SlideTree tree) {
    List<Finding> findings = new ArrayList<>();
    RasterRung rung = new RasterRung(rasterPixels);
    Links links = new Links(packer, blip -> rung.file(blip, findings));
    xml.clear();
    SlideXml writer = new SlideXml(xml, links);
    writer.write(tree);
    Bundle bundle =
        new Bundle(
            tree.size(),
            tree.title(),
            packer.sha256(xml.buffer(), xml.length()),
            tree.hasTitlePlaceholder() ? Bundle.Layout.TITLE_ONLY : Bundle.Layout.BLANK,
            packer.deflate(xml.buffer(), xml.length()),
            tree.notes() == null ? null : notes(tree.notes()),
            links.links(),
            links.media(),
            tree.fonts().stream().map(this::font).toList());
    if (xml.buffer().length > LARGEST_KEPT_BUFFER) {
      xml = new XmlBytes(USUAL_SLIDE_BYTES);
    }
    return new Embedded(bundle, writer.leafBytes(), findings);
  }

  /** A picture by itself, a PNG file; nothing if it is too large or can't be drawn. */
  public Optional<byte[]> picture(Blip.Drawn drawn) {
    return new RasterRung(rasterPixels).file(drawn, new ArrayList<>()).map(Blip.File::bytes);
  }

  private Bundle.Font font(EmbeddedFont font) {
    byte[] file = font.file();
    return new Bundle.Font(
        font.typeface(),
        font.bold(),
        font.italic(),
        packer.sha256(file, file.length),
        packer.deflate(file));
  }

  private Part notes(String notes) {
    XmlBytes part = NotesXml.of(notes);
    return packer.deflate(part.buffer(), part.length());
  }
}
