package dev.deckmill.svgpptx.deck;

import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.embed.Bundle;
import dev.deckmill.svgpptx.xml.XmlBytes;
import java.util.List;
import java.util.Map;

/** The parts that tell of other parts (ECMA-376 Part 2 §6.5, §10; Part 1 §13.3.6, §15.2.12). */
final class PackageXml {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String RELATIONSHIPS =
      HEAD
          + "<Relationships"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String PRESENTATIONML =
      "application/vnd.openxmlformats-officedocument.presentationml.";
  private static final long FIRST_MASTER_ID = 2_147_483_648L;
  private static final int FIRST_SLIDE_ID = 256;
  private static final int MEDIA_NAME_DIGITS = 32;

  /** In the presentation's relationships: rId1 the master, rId2 the theme, then slides. */
  private static final int FIRST_SLIDE_RELATIONSHIP = 3;

  /** Parts that every presentation has, named as their relationships. */
  private static final List<String> SHARED = List.of("presProps", "viewProps", "tableStyles");

  private PackageXml() {}

  static String mediaName(Bundle.Media medium) {
    return medium.sha256().substring(0, MEDIA_NAME_DIGITS) + '.' + medium.format().extension();
  }

  static XmlBytes packageRelationships(XmlBytes xml) {
    begin(xml, RELATIONSHIPS);
    relationship(xml, 1, OFFICE + "officeDocument", "ppt/presentation.xml");
    relationship(
        xml,
        2,
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml");
    relationship(xml, 3, OFFICE + "extended-properties", "docProps/app.xml");
    return xml.raw("</Relationships>");
  }

  static XmlBytes appProperties(XmlBytes xml) {
    begin(xml, HEAD);
    return xml.raw(
        "<Properties"
            + " xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
            + "<Application>Deckmill</Application></Properties>");
  }

  /** Without dates: the same slides give the same bytes. */
  static XmlBytes coreProperties(XmlBytes xml, String title) {
    begin(xml, HEAD);
    xml.raw(
        "<cp:coreProperties"
            + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
    return xml.text(title).raw("</dc:title></cp:coreProperties>");
  }

  /**
   * @param notes the number of the slide's notes part, if it has notes
   */
  static XmlBytes slideRelationships(XmlBytes xml, Bundle slide, int notes) {
    begin(xml, RELATIONSHIPS);
    relationship(
        xml, 1, OFFICE + "slideLayout", "../slideLayouts/" + Template.layoutPart(slide.layout()));
    int id = Bundle.FIRST_LINK;
    for (Bundle.Link link : slide.links()) {
      switch (link) {
        case Bundle.Link.Picture picture ->
            relationship(
                xml,
                id,
                OFFICE + "image",
                "../media/" + mediaName(slide.media().get(picture.media())));
        case Bundle.Link.Hyperlink hyperlink ->
            xml.raw("<Relationship Id=\"rId")
                .number(id)
                .raw("\" Type=\"" + OFFICE + "hyperlink\" TargetMode=\"External\" Target=\"")
                .text(hyperlink.url())
                .raw("\"/>");
      }
      id++;
    }
    if (slide.notes() != null) {
      relationship(xml, id, OFFICE + "notesSlide", "../notesSlides/notesSlide" + notes + ".xml");
    }
    return xml.raw("</Relationships>");
  }

  static XmlBytes notesRelationships(XmlBytes xml, int slide) {
    begin(xml, RELATIONSHIPS);
    relationship(xml, 1, OFFICE + "notesMaster", "../notesMasters/notesMaster1.xml");
    relationship(xml, 2, OFFICE + "slide", "../slides/slide" + slide + ".xml");
    return xml.raw("</Relationships>");
  }

  /**
   * @param notes how many slides have notes
   */
  static XmlBytes presentation(
      XmlBytes xml, int slides, int notes, DeckFonts fonts, SlideSize size, String textStyle) {
    begin(xml, HEAD);
    xml.raw(
        "<p:presentation xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:r=\""
            + "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            + "\""
            + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
            + " saveSubsetFonts=\"1\"");
    // PowerPoint then keeps them when the deck is saved.
    xml.raw(fonts.isEmpty() ? ">" : " embedTrueTypeFonts=\"1\">");
    xml.raw("<p:sldMasterIdLst><p:sldMasterId id=\"");
    xml.number(FIRST_MASTER_ID).raw("\" r:id=\"rId1\"/></p:sldMasterIdLst>");
    if (notes > 0) {
      xml.raw("<p:notesMasterIdLst><p:notesMasterId r:id=\"rId").number(notesMaster(slides));
      xml.raw("\"/></p:notesMasterIdLst>");
    }
    if (slides > 0) {
      xml.raw("<p:sldIdLst>");
      for (int i = 0; i < slides; i++) {
        xml.raw("<p:sldId id=\"").number(FIRST_SLIDE_ID + i);
        xml.raw("\" r:id=\"rId").number(FIRST_SLIDE_RELATIONSHIP + i).raw("\"/>");
      }
      xml.raw("</p:sldIdLst>");
    }
    xml.raw("<p:sldSz cx=\"").number(size.widthEmu()).raw("\" cy=\"").number(size.heightEmu());
    xml.raw("\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>");
    embeddedFonts(xml, fonts, firstFont(slides, notes));
    return xml.raw(textStyle).raw("</p:presentation>");
  }

  private static void embeddedFonts(XmlBytes xml, DeckFonts fonts, int first) {
    if (fonts.isEmpty()) {
      return;
    }
    xml.raw("<p:embeddedFontLst>");
    for (DeckFonts.Family family : fonts.families()) {
      xml.raw("<p:embeddedFont><p:font typeface=\"").text(family.typeface()).raw("\"/>");
      for (DeckFonts.Style style : DeckFonts.Style.values()) {
        Integer part = family.part(style);
        if (part != null) {
          xml.raw("<p:" + style.element() + " r:id=\"rId").number(first + part).raw("\"/>");
        }
      }
      xml.raw("</p:embeddedFont>");
    }
    xml.raw("</p:embeddedFontLst>");
  }

  /** Fonts come last. */
  private static int firstFont(int slides, int notes) {
    return notesMaster(slides) + (notes > 0 ? 1 : 0);
  }

  /** In the presentation's relationships the notes master stands behind what all decks have. */
  private static int notesMaster(int slides) {
    return FIRST_SLIDE_RELATIONSHIP + slides + SHARED.size();
  }

  static XmlBytes presentationRelationships(XmlBytes xml, int slides, int notes, DeckFonts fonts) {
    begin(xml, RELATIONSHIPS);
    relationship(xml, 1, OFFICE + "slideMaster", "slideMasters/slideMaster1.xml");
    relationship(xml, 2, OFFICE + "theme", "theme/theme1.xml");
    for (int i = 0; i < slides; i++) {
      relationship(
          xml, FIRST_SLIDE_RELATIONSHIP + i, OFFICE + "slide", "slides/slide" + (i + 1) + ".xml");
    }
    int id = FIRST_SLIDE_RELATIONSHIP + slides;
    for (String name : SHARED) {
      relationship(xml, id++, OFFICE + name, name + ".xml");
    }
    if (notes > 0) {
      relationship(xml, id, OFFICE + "notesMaster", "notesMasters/notesMaster1.xml");
    }
    int font = firstFont(slides, notes);
    for (String part : fonts.parts()) {
      relationship(xml, font++, OFFICE + "font", "fonts/" + part);
    }
    return xml.raw("</Relationships>");
  }

  static XmlBytes contentTypes(
      XmlBytes xml, int slides, int notes, DeckFonts fonts, Template template) {
    begin(xml, HEAD);
    xml.raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    for (String[] type :
        new String[][] {
          {"rels", "application/vnd.openxmlformats-package.relationships+xml"},
          {"xml", "application/xml"},
          {"png", "image/png"},
          {"jpeg", "image/jpeg"},
          {"gif", "image/gif"}
        }) {
      xml.raw("<Default Extension=\"" + type[0] + "\" ContentType=\"" + type[1] + "\"/>");
    }
    if (!fonts.isEmpty()) {
      xml.raw("<Default Extension=\"fntdata\" ContentType=\"application/x-fontdata\"/>");
    }
    override(xml, "ppt/presentation.xml", PRESENTATIONML + "presentation.main+xml");
    override(
        xml,
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    override(
        xml, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    overrides(xml, template.parts());
    if (notes > 0) {
      overrides(xml, template.notesParts());
    }
    for (int i = 1; i <= slides; i++) {
      xml.raw("<Override PartName=\"/ppt/slides/slide").number(i);
      xml.raw(".xml\" ContentType=\"" + PRESENTATIONML + "slide+xml\"/>");
    }
    for (int i = 1; i <= notes; i++) {
      xml.raw("<Override PartName=\"/ppt/notesSlides/notesSlide").number(i);
      xml.raw(".xml\" ContentType=\"" + PRESENTATIONML + "notesSlide+xml\"/>");
    }
    return xml.raw("</Types>");
  }

  private static void overrides(XmlBytes xml, Map<String, byte[]> parts) {
    parts.keySet().stream()
        .filter(name -> name.endsWith(".xml"))
        .forEach(name -> override(xml, name, templateType(name)));
  }

  /** A part's type follows from its name, as {@code slideLayout1.xml}. */
  private static String templateType(String part) {
    String name = part.substring(part.lastIndexOf('/') + 1).replaceAll("\\d*\\.xml$", "");
    return name.equals("theme")
        ? "application/vnd.openxmlformats-officedocument.theme+xml"
        : PRESENTATIONML + name + "+xml";
  }

  private static void begin(XmlBytes xml, String head) {
    xml.clear();
    xml.raw(head);
  }

  private static void relationship(XmlBytes xml, int id, String type, String target) {
    xml.raw("<Relationship Id=\"rId").number(id).raw("\" Type=\"").raw(type);
    xml.raw("\" Target=\"").raw(target).raw("\"/>");
  }

  private static void override(XmlBytes xml, String part, String type) {
    xml.raw("<Override PartName=\"/").raw(part).raw("\" ContentType=\"").raw(type).raw("\"/>");
  }
}
