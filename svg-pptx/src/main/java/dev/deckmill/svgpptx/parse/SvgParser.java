package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.font.EmbeddedFonts;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.parse.document.PageFindings;
import dev.deckmill.svgpptx.parse.structure.DocumentParser;
import dev.deckmill.svgpptx.parse.text.EastAsianText;
import dev.deckmill.svgpptx.parse.xml.PageBudget;
import dev.deckmill.svgpptx.parse.xml.XmlDocument;
import dev.deckmill.svgpptx.parse.xml.XmlDoor;

/** Reads pages. Thread-safe: one parser serves all threads, each page has a state of its own. */
public final class SvgParser {
  private final XmlDoor door;
  private final SlideOptions.Limits limits;
  private final Fonts fonts;

  /** For PowerPoint. */
  public SvgParser(SlideOptions.Limits limits) {
    this(limits, SlideOptions.TextProfile.POWERPOINT);
  }

  /**
   * @param profile whose fonts HTML is laid out with
   */
  public SvgParser(SlideOptions.Limits limits, SlideOptions.TextProfile profile) {
    this.limits = limits;
    this.fonts = Fonts.of(profile);
    this.door = new XmlDoor(limits);
  }

  /**
   * The page, resolved.
   *
   * @throws PageRejected if its bytes are not SVG or ask for more than the limits allow
   */
  public Drawing parse(Page page) throws PageRejected {
    PageBudget budget = new PageBudget(limits);
    PageFindings findings = new PageFindings();
    XmlDocument document = door.read(page.svg(), budget);
    Fonts own = fonts.ofPage(new EmbeddedFonts(), EastAsianText.language(document));
    return new DocumentParser(door, document, budget, findings, own).drawing();
  }
}
