package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.SlideReport;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.dml.Color;
import dev.deckmill.svgpptx.dml.Element;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ln;
import dev.deckmill.svgpptx.dml.NonVisual;
import dev.deckmill.svgpptx.dml.Outline;
import dev.deckmill.svgpptx.dml.ShapeProperties;
import dev.deckmill.svgpptx.dml.SlideTree;
import dev.deckmill.svgpptx.dml.Strike;
import dev.deckmill.svgpptx.dml.TextBody;
import dev.deckmill.svgpptx.dml.UnderlineType;
import dev.deckmill.svgpptx.dml.Xfrm;
import java.util.List;

/** The slide that stands for a page which could not be converted. */
public final class PlaceholderSlide {
  private static final String FONT = "Arial";
  private static final Color RED = Color.of(0xb3261e, 1);
  private static final Color GREY = Color.of(0x444444, 1);

  private PlaceholderSlide() {}

  public static Bundle bundle(int page, String name, String code, String detail, SlideSize size) {
    String title = "Page " + page + " could not be converted";
    List<Element> elements =
        List.of(
            text("Title", true, title, 0.06, RED, size),
            text("Page", false, name, 0.035, GREY, size),
            text("Reason", false, code + ": " + detail, 0.035, GREY, size));
    return new Embedder(0)
        .embed(new SlideTree(size, title, null, null, elements, List.of()))
        .bundle();
  }

  /** The report of a slide that no conversion made. */
  public static SlideReport report() {
    return new SlideReport(
        new SlideReport.Renditions(0, 0, 0),
        new SlideReport.Timings(0, 0, 0, 0),
        List.of(),
        List.of());
  }

  private static Element text(
      String name, boolean title, String text, double height, Color color, SlideSize size) {
    double top = title ? 0.3 : name.equals("Page") ? 0.44 : 0.52;
    Xfrm xfrm =
        Xfrm.box(
            Emu.rounded(size.widthEmu() * 0.1),
            Emu.rounded(size.heightEmu() * top),
            Emu.rounded(size.widthEmu() * 0.8),
            Emu.rounded(size.heightEmu() * height * 1.5));
    double points = Emu.toPoints(size.heightEmu() * height);
    TextBody.Run run =
        new TextBody.Run(
            text,
            new TextBody.RunProperties(
                (int) Math.max(100, Math.min(400_000, Math.round(points * 100))),
                title,
                false,
                UnderlineType.NONE,
                null,
                Strike.NONE,
                false,
                0,
                0,
                new Fill.Solid(color),
                null,
                List.of(),
                FONT,
                FONT,
                FONT,
                null,
                null));
    TextBody body =
        new TextBody(
            TextBody.Anchor.TOP,
            true,
            List.of(new TextBody.Paragraph(TextBody.Align.LEFT, 0, false, List.of(run))));
    return new Element.Sp(
        NonVisual.named(name),
        title ? Element.Sp.Role.TITLE : Element.Sp.Role.TEXT_BOX,
        new ShapeProperties(xfrm, Outline.Preset.rect(), new Fill.None(), Ln.NONE, List.of()),
        body);
  }
}
