package dev.deckmill.svgpptx.deck;

import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.embed.Bundle;
import dev.deckmill.svgpptx.embed.Packer;
import dev.deckmill.svgpptx.embed.Part;
import dev.deckmill.svgpptx.xml.XmlBytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one deck, slide by slide. */
public final class DeckWriter {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final byte[] RELATIONSHIP = ascii("<Relationship ");
  private static final byte[] DEFAULT = ascii("<Default ");
  private static final byte[] OVERRIDE = ascii("<Override ");

  private final BufferedOutputStream out;
  private final ZipStream zip;
  private final DeckOptions options;
  private final Template template;
  private final Packer packer = new Packer();
  private final XmlBytes xml = new XmlBytes(BUFFER_BYTES);
  private final Set<String> media = new HashSet<>();
  private final DeckFonts fonts = new DeckFonts();
  private int slides;
  private int notes;
  private long relationships;
  private int contentTypes;
  private @Nullable Relationships lastSlides;

  /** A .rels part, as it is and packed, and how many entries it has. */
  private static final class Relationships {
    private final byte[] content;
    private final Part part;
    private final int count;

    private Relationships(byte[] content, Part part) {
      this.content = content;
      this.part = part;
      this.count = occurrences(RELATIONSHIP, content);
    }
  }

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

  /** Entries of all .rels parts. */
  public long relationships() {
    return relationships;
  }

  /** Entries of [Content_Types].xml. */
  public int contentTypes() {
    return contentTypes;
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
    write(template.parts());
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
    for (Bundle.Font font : slide.fonts()) {
      String part = fonts.add(font);
      if (part != null) {
        zip.add(part, font.part());
      }
    }
    slides++;
    String name = "slide" + slides + ".xml";
    zip.add("ppt/slides/" + name, slide.slide());
    if (slide.notes() != null) {
      notes(slide.notes());
    }
    writeLikeTheLast(
        "ppt/slides/_rels/" + name + ".rels", PackageXml.slideRelationships(xml, slide, notes));
  }

  /** The notes of the slide added last; the first ones bring the notes master along. */
  private void notes(Part part) throws IOException {
    if (notes == 0) {
      write(template.notesParts());
    }
    notes++;
    String name = "notesSlide" + notes + ".xml";
    zip.add("ppt/notesSlides/" + name, part);
    write("ppt/notesSlides/_rels/" + name + ".rels", PackageXml.notesRelationships(xml, slides));
  }

  /** Writes what needs all slides, and the zip's directory. Doesn't close the stream. */
  public void end() throws IOException {
    write(
        "ppt/presentation.xml",
        PackageXml.presentation(
            xml, slides, notes, fonts, options.slideSize(), template.defaultTextStyle()));
    write(
        "ppt/_rels/presentation.xml.rels",
        PackageXml.presentationRelationships(xml, slides, notes, fonts));
    write(CONTENT_TYPES, PackageXml.contentTypes(xml, slides, notes, fonts, template));
    zip.finish();
    out.flush();
  }

  private void write(Map<String, byte[]> parts) throws IOException {
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      write(part.getKey(), part.getValue());
    }
  }

  private void write(String name, XmlBytes content) throws IOException {
    write(name, content.toByteArray());
  }

  /** Slides without pictures and links have the same relationships: deflated once, they do. */
  private void writeLikeTheLast(String name, XmlBytes relationshipsXml) throws IOException {
    byte[] content = relationshipsXml.toByteArray();
    Relationships last = lastSlides;
    if (last == null || !Arrays.equals(last.content, content)) {
      last = new Relationships(content, packer.deflate(content));
      lastSlides = last;
    }
    relationships += last.count;
    zip.add(name, last.part);
  }

  /** Counts what it writes, so that the counts are the file's and nobody's opinion. */
  private void write(String name, byte[] content) throws IOException {
    if (name.endsWith(".rels")) {
      relationships += occurrences(RELATIONSHIP, content);
    } else if (name.equals(CONTENT_TYPES)) {
      contentTypes += occurrences(DEFAULT, content) + occurrences(OVERRIDE, content);
    }
    zip.add(name, packer.deflate(content));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static int occurrences(byte[] opening, byte[] xml) {
    int found = 0;
    for (int at = 0; at <= xml.length - opening.length; at++) {
      if (xml[at] == '<'
          && Arrays.equals(opening, 0, opening.length, xml, at, at + opening.length)) {
        found++;
      }
    }
    return found;
  }
}
