package dev.deckmill.svgpptx.embed;

import static dev.deckmill.svgpptx.embed.ChildOrder.child;

import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ln;
import dev.deckmill.svgpptx.dml.Strike;
import dev.deckmill.svgpptx.dml.TextBody;
import dev.deckmill.svgpptx.dml.TextBody.Bullet;
import dev.deckmill.svgpptx.dml.TextBody.Paragraph;
import dev.deckmill.svgpptx.dml.TextBody.Run;
import dev.deckmill.svgpptx.dml.TextBody.RunProperties;
import dev.deckmill.svgpptx.xml.XmlBytes;
import org.jspecify.annotations.Nullable;

/** Writes text bodies (ECMA-376 §21.1.2). */
final class TextXml {
  static final ChildOrder<TextXml, TextBody> TEXT_BODY =
      ChildOrder.of(
          "a:CT_TextBody",
          child("a:bodyPr", TextXml::bodyProperties),
          child("a:lstStyle", (w, body) -> w.xml.raw("<a:lstStyle/>")),
          child("a:p", TextXml::paragraphs));

  static final ChildOrder<TextXml, Paragraph> TEXT_PARAGRAPH =
      ChildOrder.of(
          "a:CT_TextParagraph",
          child("a:pPr", TextXml::properties),
          child("a:r|a:br", TextXml::runs),
          child("a:endParaRPr", TextXml::end));

  static final ChildOrder<TextXml, Paragraph> TEXT_PARAGRAPH_PROPERTIES =
      ChildOrder.of(
          "a:CT_TextParagraphProperties",
          child("a:lnSpc", TextXml::lineSpacing),
          child("a:spcBef", TextXml::before),
          child("a:spcAft", (w, p) -> w.xml.raw("<a:spcAft><a:spcPts val=\"0\"/></a:spcAft>")),
          child("a:buFont", TextXml::bulletFont),
          child("a:buNone|a:buAutoNum|a:buChar", TextXml::bullet));

  static final ChildOrder<TextXml, Run> REGULAR_TEXT_RUN =
      ChildOrder.of(
          "a:CT_RegularTextRun",
          child("a:rPr", (w, run) -> w.properties(run.properties())),
          child("a:t", (w, run) -> w.xml.raw("<a:t>").text(run.text()).raw("</a:t>")));

  static final ChildOrder<TextXml, RunProperties> TEXT_CHARACTER_PROPERTIES =
      ChildOrder.of(
          "a:CT_TextCharacterProperties",
          child("a:ln", (w, run) -> w.line(run.line())),
          child(PaintXml.FILLS, (w, run) -> w.paint.fill(run.fill())),
          child("a:effectLst", (w, run) -> w.effects.list(run.effects())),
          child("a:uFill", (w, run) -> w.underline(run.underlineFill())),
          child("a:latin", (w, run) -> w.typeface("<a:latin typeface=\"", run.latin())),
          child("a:ea", (w, run) -> w.typeface("<a:ea typeface=\"", run.eastAsian())),
          child("a:cs", (w, run) -> w.typeface("<a:cs typeface=\"", run.complex())),
          child("a:hlinkClick", (w, run) -> w.link(run.link())));

  /** Of the end of a paragraph. */
  static final ChildOrder<TextXml, RunProperties> TYPEFACES =
      ChildOrder.of(
          "a:CT_TextCharacterProperties",
          child("a:latin", (w, run) -> w.typeface("<a:latin typeface=\"", run.latin())),
          child("a:ea", (w, run) -> w.typeface("<a:ea typeface=\"", run.eastAsian())),
          child("a:cs", (w, run) -> w.typeface("<a:cs typeface=\"", run.complex())));

  private final XmlBytes xml;
  private final PaintXml paint;
  private final EffectXml effects;
  private final Links links;

  TextXml(XmlBytes xml, PaintXml paint, EffectXml effects, Links links) {
    this.xml = xml;
    this.paint = paint;
    this.effects = effects;
    this.links = links;
  }

  void body(TextBody body) {
    xml.raw("<p:txBody>");
    TEXT_BODY.write(this, body);
    xml.raw("</p:txBody>");
  }

  private void bodyProperties(TextBody body) {
    xml.raw("<a:bodyPr ");
    if (body.direction() != TextBody.Direction.HORIZONTAL) {
      xml.raw("vert=\"").raw(body.direction().token()).raw("\" ");
    }
    xml.raw("wrap=\"").raw(body.wrap() ? "square" : "none");
    xml.raw("\" lIns=\"0\" tIns=\"").number(body.topInset().value());
    xml.raw("\" rIns=\"0\" bIns=\"").number(body.bottomInset().value());
    xml.raw("\" rtlCol=\"0\" anchor=\"");
    xml.raw(body.anchor().token()).raw("\"><a:noAutofit/></a:bodyPr>");
  }

  private void paragraphs(TextBody body) {
    for (Paragraph paragraph : body.paragraphs()) {
      xml.raw("<a:p>");
      TEXT_PARAGRAPH.write(this, paragraph);
      xml.raw("</a:p>");
    }
  }

  /**
   * Everything that a placeholder could inherit from its master is said: margins, bullet, spacing.
   */
  private void properties(Paragraph paragraph) {
    xml.raw("<a:pPr marL=\"").number(paragraph.margins().left().value());
    xml.raw("\" indent=\"").number(paragraph.margins().indent().value());
    xml.raw("\" algn=\"").raw(paragraph.align().token());
    xml.raw(paragraph.rightToLeft() ? "\" rtl=\"1\">" : "\">");
    TEXT_PARAGRAPH_PROPERTIES.write(this, paragraph);
    xml.raw("</a:pPr>");
  }

  private void lineSpacing(Paragraph paragraph) {
    if (paragraph.lineHeight() > 0) {
      xml.raw("<a:lnSpc><a:spcPts val=\"").number(paragraph.lineHeight());
      xml.raw("\"/></a:lnSpc>");
    } else {
      xml.raw("<a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc>");
    }
  }

  private void before(Paragraph paragraph) {
    xml.raw("<a:spcBef><a:spcPts val=\"").number(paragraph.margins().before());
    xml.raw("\"/></a:spcBef>");
  }

  /** A bullet looks the same in any font of the text. */
  private void bulletFont(Paragraph paragraph) {
    if (paragraph.bullet() instanceof Bullet.Char) {
      xml.raw("<a:buFont typeface=\"Arial\"/>");
    }
  }

  private void bullet(Paragraph paragraph) {
    switch (paragraph.bullet()) {
      case null -> xml.raw("<a:buNone/>");
      case Bullet.Char bullet -> xml.raw("<a:buChar char=\"").text(bullet.character()).raw("\"/>");
      case Bullet.AutoNumber number -> {
        xml.raw("<a:buAutoNum type=\"").raw(number.scheme().token());
        if (number.startAt() > 1) {
          xml.raw("\" startAt=\"").number(number.startAt());
        }
        xml.raw("\"/>");
      }
    }
  }

  private void runs(Paragraph paragraph) {
    for (Run run : paragraph.runs()) {
      if (run.isLineBreak()) {
        xml.raw("<a:br>");
        properties(run.properties());
        xml.raw("</a:br>");
        continue;
      }
      xml.raw("<a:r>");
      REGULAR_TEXT_RUN.write(this, run);
      xml.raw("</a:r>");
    }
  }

  /** PowerPoint counts the typeface of the paragraph's end for the height of its line. */
  private void end(Paragraph paragraph) {
    if (!paragraph.runs().isEmpty()) {
      RunProperties last = paragraph.runs().getLast().properties();
      xml.raw("<a:endParaRPr sz=\"").number(last.size()).raw("\">");
      TYPEFACES.write(this, last);
      xml.raw("</a:endParaRPr>");
    }
  }

  private void properties(RunProperties run) {
    xml.raw("<a:rPr");
    if (run.language() != null) {
      xml.raw(" lang=\"").text(run.language()).raw("\"");
    }
    xml.raw(" sz=\"").number(run.size());
    xml.raw("\" b=\"").raw(run.bold() ? "1" : "0");
    xml.raw("\" i=\"").raw(run.italic() ? "1" : "0");
    xml.raw("\" u=\"").raw(run.underline().token());
    xml.raw(strike(run.strike()));
    xml.raw(run.smallCaps() ? "\" cap=\"small" : "");
    if (run.spacing() != 0) {
      xml.raw("\" spc=\"").number(run.spacing());
    }
    if (run.baseline() != 0) {
      xml.raw("\" baseline=\"").number(run.baseline());
    }
    xml.raw("\" dirty=\"0\">");
    TEXT_CHARACTER_PROPERTIES.write(this, run);
    xml.raw("</a:rPr>");
  }

  private static String strike(Strike strike) {
    return switch (strike) {
      case NONE -> "";
      case SINGLE -> "\" strike=\"sngStrike";
      case DOUBLE -> "\" strike=\"dblStrike";
    };
  }

  private void line(@Nullable Ln line) {
    if (line != null) {
      paint.line(line);
    }
  }

  private void underline(@Nullable Fill fill) {
    if (fill != null) {
      xml.raw("<a:uFill>");
      paint.fill(fill);
      xml.raw("</a:uFill>");
    }
  }

  private void typeface(String open, String family) {
    xml.raw(open).text(family).raw("\"/>");
  }

  /**
   * With the extension PowerPoint 2019 and later keep the run's own colour ([MS-ODRAWXML] 2.33.1);
   * older ones show links in the theme's.
   */
  private void link(@Nullable String url) {
    if (url == null) {
      return;
    }
    xml.raw("<a:hlinkClick r:id=\"rId").number(links.hyperlink(url));
    xml.raw("\"><a:extLst><a:ext uri=\"{A12FA001-AC4F-418D-AE19-62706E023703}\"><ahyp:hlinkClr");
    xml.raw(" xmlns:ahyp=\"http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor\"");
    xml.raw(" val=\"tx\"/></a:ext></a:extLst></a:hlinkClick>");
  }
}
