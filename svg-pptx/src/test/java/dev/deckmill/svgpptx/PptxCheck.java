package dev.deckmill.svgpptx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.TblStyleLstDocument;
import org.openxmlformats.schemas.drawingml.x2006.main.ThemeDocument;
import org.openxmlformats.schemas.officeDocument.x2006.extendedProperties.PropertiesDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.NotesDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.NotesMasterDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.PresentationDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.PresentationPrDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.SldDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.SldLayoutDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.SldMasterDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.ViewPrDocument;

/** Asks the schemas of poi-ooxml-full about every part of a deck. */
public final class PptxCheck {
  private PptxCheck() {}

  /** The parts of a zip file by name. */
  public static Map<String, byte[]> parts(byte[] zip) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (parts.put(e.getName(), in.readAllBytes()) != null) {
          throw new IOException("twice in the zip: " + e.getName());
        }
      }
    }
    return parts;
  }

  /** What the schemas find wrong, a line each; empty for a valid deck. */
  public static List<String> problems(byte[] pptx) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, byte[]> part : parts(pptx).entrySet()) {
      String file = part.getKey().replaceAll(".*/", "").replaceAll("\\d*\\.xml$", "");
      try {
        XmlObject xml = parsed(file, part.getValue());
        if (xml != null) {
          problems.addAll(problems(part.getKey(), xml));
        }
      } catch (XmlException e) {
        problems.add(part.getKey() + ": " + e.getMessage());
      }
    }
    return problems;
  }

  /** What the schemas find wrong with one slide part. */
  public static List<String> slideProblems(byte[] slide) throws IOException {
    try {
      return problems("slide", SldDocument.Factory.parse(new ByteArrayInputStream(slide)));
    } catch (XmlException e) {
      return List.of("slide: " + e.getMessage());
    }
  }

  private static @Nullable XmlObject parsed(String file, byte[] bytes)
      throws IOException, XmlException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    return switch (file) {
      case "slide" -> SldDocument.Factory.parse(in);
      case "slideLayout" -> SldLayoutDocument.Factory.parse(in);
      case "slideMaster" -> SldMasterDocument.Factory.parse(in);
      case "notesSlide" -> NotesDocument.Factory.parse(in);
      case "notesMaster" -> NotesMasterDocument.Factory.parse(in);
      case "presentation" -> PresentationDocument.Factory.parse(in);
      case "presProps" -> PresentationPrDocument.Factory.parse(in);
      case "viewProps" -> ViewPrDocument.Factory.parse(in);
      case "tableStyles" -> TblStyleLstDocument.Factory.parse(in);
      case "theme" -> ThemeDocument.Factory.parse(in);
      case "app" -> PropertiesDocument.Factory.parse(in);
      default -> null;
    };
  }

  private static List<String> problems(String part, XmlObject xml) {
    List<Object> errors = new ArrayList<>();
    xml.validate(
        new XmlOptions()
            .setErrorListener(
                new ArrayList<>() {
                  @Override
                  public boolean add(org.apache.xmlbeans.XmlError error) {
                    return errors.add(error);
                  }
                }));
    return errors.stream().map(e -> part + ": " + e).toList();
  }
}
