package dev.deckmill.svgpptx.deck;

import dev.deckmill.svgpptx.SlideSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotesMaster;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSimpleShape;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;

/**
 * Builds the template deck with POI: its default master and theme, wide, with the two layouts that
 * slides use, and its notes master. Run {@link #main} with the resource's path to write it anew.
 */
public final class TemplateBuilder {
  private static final Set<SlideLayout> KEPT = Set.of(SlideLayout.TITLE_ONLY, SlideLayout.BLANK);

  private static final String MASTER = "ppt/slideMasters/slideMaster1.xml";
  private static final String MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels";
  private static final String NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml";
  private static final String ROOT_RELS = "_rels/.rels";
  private static final String TYPES = "[Content_Types].xml";
  private static final Pattern LAYOUT = Pattern.compile("slideLayout\\d+\\.xml");
  private static final Pattern LAYOUT_RELATIONSHIP =
      Pattern.compile("<Relationship [^>]*Id=\"(\\w+)\"[^>]*(slideLayout\\d+\\.xml)\"[^>]*/>");

  private TemplateBuilder() {}

  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0]), zip(parts()));
  }

  static Map<String, byte[]> parts() throws IOException {
    try (XMLSlideShow show = new XMLSlideShow()) {
      SlideSize size = SlideSize.WIDE;
      double wider = (double) size.widthEmu() / SlideSize.STANDARD.widthEmu();
      XSLFSlideMaster master = show.getSlideMasters().get(0);
      Map<String, String> kept = new TreeMap<>();
      for (XSLFSlideLayout layout : master.getSlideLayouts()) {
        if (KEPT.contains(layout.getType())) {
          kept.put(fileName(layout), "");
        }
      }
      int number = 1;
      for (Map.Entry<String, String> name : kept.entrySet()) {
        name.setValue("slideLayout" + number++ + ".xml");
      }
      for (XSLFShape shape : master.getShapes()) {
        widen((XSLFSimpleShape) shape, wider);
      }
      show.setPageSize(
          new java.awt.Dimension(
              (int) (size.widthEmu() / 12700), (int) (size.heightEmu() / 12700)));
      // The notes master takes its theme from a slide.
      show.createSlide();
      show.createNotesMaster();
      show.removeSlide(0);
      layOut(show.getNotesMaster());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      show.write(out);
      return withLayouts(kept, parts(out.toByteArray()));
    }
  }

  /** Picture and text on an upright page of 540 × 720 points; nothing that would grow old. */
  private static void layOut(XSLFNotesMaster notes) {
    for (XSLFShape shape : List.copyOf(notes.getShapes())) {
      XSLFSimpleShape placeholder = (XSLFSimpleShape) shape;
      switch (placeholder.getPlaceholder()) {
        case SLIDE_IMAGE ->
            placeholder.setAnchor(new java.awt.geom.Rectangle2D.Double(54, 90, 432, 243));
        case BODY -> placeholder.setAnchor(new java.awt.geom.Rectangle2D.Double(54, 347, 432, 284));
        default -> notes.removeShape(shape);
      }
    }
  }

  static Map<String, byte[]> parts(byte[] zip) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (!e.getName().startsWith("docProps/")) {
          parts.put(e.getName(), in.readAllBytes());
        }
      }
    }
    return parts;
  }

  private static void widen(XSLFSimpleShape shape, double by) {
    if (shape.getPlaceholder() != Placeholder.NONE) {
      var at = shape.getAnchor();
      shape.setAnchor(
          new java.awt.geom.Rectangle2D.Double(
              at.getX() * by, at.getY(), at.getWidth() * by, at.getHeight()));
    }
  }

  private static String fileName(XSLFSlideLayout layout) {
    String part = layout.getPackagePart().getPartName().getName();
    return part.substring(part.lastIndexOf('/') + 1);
  }

  /** POI can't remove a layout: those that stay are renamed, all traces of the others go. */
  private static Map<String, byte[]> withLayouts(
      Map<String, String> kept, Map<String, byte[]> parts) {
    String rels = text(parts, MASTER_RELS);
    String master = text(parts, MASTER);
    Matcher relationship = LAYOUT_RELATIONSHIP.matcher(rels);
    while (relationship.find()) {
      if (!kept.containsKey(relationship.group(2))) {
        rels = rels.replace(relationship.group(), "");
        master =
            master.replaceAll("<p:sldLayoutId [^>]*r:id=\"" + relationship.group(1) + "\"/>", "");
      }
    }
    parts.put(MASTER, utf8(master));
    parts.put(MASTER_RELS, utf8(rels));
    parts.put(ROOT_RELS, utf8(text(parts, ROOT_RELS).replaceAll("<Rel[^>]*docProps/[^>]*/>", "")));
    String types = text(parts, TYPES).replaceAll("<Override [^>]*docProps/[^>]*/>", "");
    Map<String, byte[]> result = new TreeMap<>();
    for (String part : parts.keySet()) {
      Matcher layout = LAYOUT.matcher(part);
      if (!layout.find() || kept.containsKey(layout.group())) {
        result.put(renamed(kept, part), utf8(renamed(kept, text(parts, part))));
      } else {
        types = types.replaceAll("<Override [^>]*/" + layout.group() + "\"[^>]*/>", "");
      }
    }
    result.put(TYPES, utf8(renamed(kept, types)));
    // POI's notes master was made in Czech.
    result.put(NOTES_MASTER, utf8(text(result, NOTES_MASTER).replace("cs-CZ", "en-US")));
    return result;
  }

  private static String renamed(Map<String, String> names, String text) {
    return LAYOUT.matcher(text).replaceAll(m -> names.getOrDefault(m.group(), m.group()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Map<String, byte[]> parts, String name) {
    return new String(Objects.requireNonNull(parts.get(name)), StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        CRC32 crc = new CRC32();
        crc.update(part.getValue());
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
