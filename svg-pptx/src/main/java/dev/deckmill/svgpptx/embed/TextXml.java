package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.dml.TextBody;
import dev.deckmill.svgpptx.dml.TextBody.Paragraph;
import dev.deckmill.svgpptx.dml.TextBody.Run;
import dev.deckmill.svgpptx.dml.TextBody.RunProperties;
import dev.deckmill.svgpptx.xml.XmlBytes;

/** Writes text bodies (ECMA-376 §21.1.2). */
final class TextXml {
  private final XmlBytes xml;
  private final PaintXml paint;
  private final Links links;

  TextXml(XmlBytes xml, PaintXml paint, Links links) {
    this.xml = xml;
    this.paint = paint;
    this.links = links;
  }

  void body(TextBody body) {
    xml.raw("<p:txBody><a:bodyPr wrap=\"").raw(body.wrap() ? "square" : "none");
    xml.raw("\" lIns=\"0\" tIns=\"").number(body.topInset().value());
    xml.raw("\" rIns=\"0\" bIns=\"").number(body.bottomInset().value());
    xml.raw("\" rtlCol=\"0\" anchor=\"");
    xml.raw(body.anchor().token()).raw("\"><a:noAutofit/></a:bodyPr><a:lstStyle/>");
    for (Paragraph paragraph : body.paragraphs()) {
      paragraph(paragraph);
    }
    xml.raw("</p:txBody>");
  }

  /**
   * Everything that a placeholder could inherit from its master is said: margins, bullet, spacing.
   */
  private void paragraph(Paragraph paragraph) {
    xml.raw("<a:p><a:pPr marL=\"0\" indent=\"0\" algn=\"").raw(paragraph.align().token());
    xml.raw(paragraph.rightToLeft() ? "\" rtl=\"1\">" : "\">");
    if (paragraph.lineHeight() > 0) {
      xml.raw("<a:lnSpc><a:spcPts val=\"").number(paragraph.lineHeight());
      xml.raw("\"/></a:lnSpc>");
    } else {
      xml.raw("<a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc>");
    }
    xml.raw("<a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:spcAft><a:spcPts val=\"0\"/></a:spcAft>");
    xml.raw("<a:buNone/></a:pPr>");
    for (Run run : paragraph.runs()) {
      xml.raw("<a:r>");
      properties(run.properties());
      xml.raw("<a:t>").text(run.text()).raw("</a:t></a:r>");
    }
    if (!paragraph.runs().isEmpty()) {
      end(paragraph.runs().getLast().properties());
    }
    xml.raw("</a:p>");
  }

  /** PowerPoint counts the typeface of the paragraph's end for the height of its line. */
  private void end(RunProperties last) {
    xml.raw("<a:endParaRPr sz=\"").number(last.size()).raw("\">");
    typefaces(last);
    xml.raw("</a:endParaRPr>");
  }

  private void properties(RunProperties run) {
    xml.raw("<a:rPr");
    if (run.language() != null) {
      xml.raw(" lang=\"").text(run.language()).raw("\"");
    }
    xml.raw(" sz=\"").number(run.size());
    xml.raw("\" b=\"").raw(run.bold() ? "1" : "0");
    xml.raw("\" i=\"").raw(run.italic() ? "1" : "0");
    xml.raw(run.underline() ? "\" u=\"sng" : "\" u=\"none");
    xml.raw(run.strike() ? "\" strike=\"sngStrike" : "");
    xml.raw(run.smallCaps() ? "\" cap=\"small" : "");
    if (run.spacing() != 0) {
      xml.raw("\" spc=\"").number(run.spacing());
    }
    if (run.baseline() != 0) {
      xml.raw("\" baseline=\"").number(run.baseline());
    }
    xml.raw("\" dirty=\"0\">");
    if (run.line() != null) {
      paint.line(run.line());
    }
    paint.fill(run.fill());
    paint.effects(run.effects());
    if (run.underlineFill() != null) {
      xml.raw("<a:uFill>");
      paint.fill(run.underlineFill());
      xml.raw("</a:uFill>");
    }
    typefaces(run);
    if (run.link() != null) {
      link(run.link());
    }
    xml.raw("</a:rPr>");
  }

  private void typefaces(RunProperties run) {
    xml.raw("<a:latin typeface=\"").text(run.latin());
    xml.raw("\"/><a:ea typeface=\"").text(run.eastAsian());
    xml.raw("\"/><a:cs typeface=\"").text(run.complex()).raw("\"/>");
  }

  /**
   * With the extension PowerPoint 2019 and later keep the run's own colour ([MS-ODRAWXML] 2.33.1);
   * older ones show links in the theme's.
   */
  private void link(String url) {
    xml.raw("<a:hlinkClick r:id=\"rId").number(links.hyperlink(url));
    xml.raw("\"><a:extLst><a:ext uri=\"{A12FA001-AC4F-418D-AE19-62706E023703}\"><ahyp:hlinkClr");
    xml.raw(" xmlns:ahyp=\"http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor\"");
    xml.raw(" val=\"tx\"/></a:ext></a:extLst></a:hlinkClick>");
  }
}
