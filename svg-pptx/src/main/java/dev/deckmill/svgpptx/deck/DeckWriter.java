package dev.deckmill.svgpptx.deck;

import dev.deckmill.svgpptx.DeckOptions;
import dev.deckmill.svgpptx.embed.Bundle;
import dev.deckmill.svgpptx.embed.Packer;
import dev.deckmill.svgpptx.embed.Part;
import dev.deckmill.svgpptx.embed.XmlBytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes one deck, slide by slide. */
public final class DeckWriter {
  private static final int BUFFER_BYTES = 1 << 16;

  private final BufferedOutputStream out;
  private final ZipStream zip;
  private final DeckOptions options;
  private final Template template;
  private final Packer packer = new Packer();
  private final XmlBytes xml = new XmlBytes(BUFFER_BYTES);
  private final Set<String> media = new HashSet<>();
  private int slides;
  private long relationships;

  /** Doesn't write yet. */
  public DeckWriter(OutputStream out, DeckOptions options) {
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    this.zip = new ZipStream(this.out, 0);
    this.options = options;
    this.template = Template.forSize(options.slideSize());
  }

  public int slides() {
    return slides;
  }

  public int mediaFiles() {
    return media.size();
  }

  /** Relationships of slides and presentation, without the template's own. */
  public long relationships() {
    return relationships;
  }

  public long parts() {
    return zip.entries();
  }

  public long uncompressedBytes() {
    return zip.uncompressedBytes();
  }

  /** What every deck has; to be called once, before the first slide. */
  public void begin() throws IOException {
    // The first entry tells file sniffers that this is an Office file.
    write("_rels/.rels", PackageXml.packageRelationships(xml));
    write("docProps/app.xml", PackageXml.appProperties(xml));
    write("docProps/core.xml", PackageXml.coreProperties(xml, options.title()));
    for (Map.Entry<String, byte[]> part : template.parts().entrySet()) {
      zip.add(part.getKey(), packer.deflate(part.getValue()));
    }
  }

  public void add(Bundle slide) throws IOException {
    if (!slide.size().equals(options.slideSize())) {
      throw new IllegalArgumentException(
          "the deck's slides are " + options.slideSize() + ", this one is " + slide.size());
    }
    for (Bundle.Media medium : slide.media()) {
      if (media.add(medium.sha256())) {
        zip.add("ppt/media/" + PackageXml.mediaName(medium), medium.part());
      }
    }
    slides++;
    String name = "slide" + slides + ".xml";
    zip.add("ppt/slides/" + name, slide.slide());
    write("ppt/slides/_rels/" + name + ".rels", PackageXml.slideRelationships(xml, slide));
    relationships += 1 + slide.links().size();
  }

  /** Writes what needs all slides, and the zip's directory. Doesn't close the stream. */
  public void end() throws IOException {
    List<String> shared = List.of("presProps", "viewProps", "tableStyles");
    write(
        "ppt/presentation.xml",
        PackageXml.presentation(xml, slides, options.slideSize(), template.defaultTextStyle()));
    write(
        "ppt/_rels/presentation.xml.rels",
        PackageXml.presentationRelationships(xml, slides, shared));
    relationships += 2 + shared.size() + slides;
    write("[Content_Types].xml", PackageXml.contentTypes(xml, slides, template));
    zip.finish();
    out.flush();
  }

  private void write(String name, XmlBytes content) throws IOException {
    Part part = packer.deflate(content.toByteArray());
    zip.add(name, part);
  }
}
