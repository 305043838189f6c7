package dev.deckmill.svgpptx.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.PptxCheck;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.dml.Color;
import dev.deckmill.svgpptx.dml.Element;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ln;
import dev.deckmill.svgpptx.dml.NonVisual;
import dev.deckmill.svgpptx.dml.Outline;
import dev.deckmill.svgpptx.dml.PlainDocument;
import dev.deckmill.svgpptx.dml.RelativeRect;
import dev.deckmill.svgpptx.dml.ShapeProperties;
import dev.deckmill.svgpptx.dml.SlideTree;
import dev.deckmill.svgpptx.dml.Xfrm;
import dev.deckmill.svgpptx.ir.Box;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a slide's tree becomes: XML, media, relationships, and how many bytes each leaf takes. */
class EmbedderTest {
  private static final Xfrm BOX = Xfrm.box(new Emu(1), new Emu(2), new Emu(300), new Emu(400));
  private static final Blip.File PNG = new Blip.File(Blip.Format.PNG, new byte[] {1, 2, 3});
  private static final Blip.File JPEG = new Blip.File(Blip.Format.JPEG, new byte[] {4, 5});

  private static Element.Sp shape(String name, @Nullable String link) {
    return new Element.Sp(
        new NonVisual(name, null, link),
        Element.Sp.Role.SHAPE,
        new ShapeProperties(BOX, Outline.Preset.rect(), new Fill.None(), Ln.NONE, List.of()),
        null);
  }

  private static Element.Pic picture(Blip blip) {
    return new Element.Pic(
        NonVisual.named("pic"),
        new ShapeProperties(BOX, Outline.Preset.rect()),
        blip,
        RelativeRect.NONE,
        Color.OPAQUE);
  }

  private static Embedded embedded(Element... elements) {
    return new Embedder(10_000)
        .embed(new SlideTree(SlideSize.WIDE, "T", null, null, List.of(elements), List.of()));
  }

  private static String xml(Embedded slide) throws IOException {
    byte[] bytes = slide.bundle().slide().bytes();
    byte[] part =
        new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true)).readAllBytes();
    assertThat(PptxCheck.slideProblems(part)).isEmpty();
    return new String(part, StandardCharsets.UTF_8);
  }

  private static List<String> found(String pattern, String xml) {
    return Pattern.compile(pattern).matcher(xml).results().map(m -> m.group(1)).toList();
  }

  @Test
  void aPictureThatIsShownTwiceIsKeptOnce() throws IOException {
    Blip.File again = new Blip.File(Blip.Format.PNG, PNG.bytes().clone());
    Embedded slide = embedded(picture(PNG), picture(JPEG), picture(again));
    assertThat(slide.bundle().media())
        .extracting(Bundle.Media::sha256)
        .containsExactly(new Packer().sha256(PNG.bytes(), 3), new Packer().sha256(JPEG.bytes(), 2));
    assertThat(slide.bundle().links())
        .containsExactly(new Bundle.Link.Picture(0), new Bundle.Link.Picture(1));
    assertThat(found("r:embed=\"(\\w+)\"", xml(slide))).containsExactly("rId2", "rId3", "rId2");
  }

  @Test
  void picturesAndHyperlinksShareOneRowOfRelationships() throws IOException {
    String url = "https://a.example/?a=1&b=2";
    Embedded slide = embedded(shape("a", url), picture(PNG), shape("b", url));
    assertThat(slide.bundle().links())
        .containsExactly(new Bundle.Link.Hyperlink(url), new Bundle.Link.Picture(0));
    assertThat(found("r:(?:id|embed)=\"(\\w+)\"", xml(slide)))
        .containsExactly("rId2", "rId3", "rId2");
  }

  @Test
  void eachElementHasANumberOfItsOwn() throws IOException {
    Embedded slide =
        embedded(
            new Element.GrpSp(NonVisual.named("g"), BOX, List.of(shape("a", null), picture(PNG))),
            shape("b", null));
    assertThat(found("<p:cNvPr id=\"(\\d+)\"", xml(slide)))
        .containsExactly("1", "2", "3", "4", "5");
  }

  /** Those of groups are nobody's, but the leaves in them are counted where they stand. */
  @Test
  void eachLeafHasTheBytesOfItsOwnXml() throws IOException {
    Element.Sp longer = shape("a name of 29 characters or so", null);
    Embedded slide =
        embedded(shape("ü", null), new Element.GrpSp(NonVisual.named("g"), BOX, List.of(longer)));
    List<String> leaves = found("(<p:sp>.*?</p:sp>)", xml(slide));
    assertThat(slide.elementBytes())
        .containsExactly(
            leaves.get(0).getBytes(StandardCharsets.UTF_8).length, leaves.get(1).length());
  }

  @Test
  void anImageThatCannotBeReadCostsNothingButItself() throws IOException {
    Embedded slide =
        embedded(shape("a", null), picture(new Blip.Foreign(new byte[] {1, 2})), shape("b", null));
    assertThat(slide.findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.IMAGE_INVALID);
    assertThat(slide.bundle().media()).isEmpty();
    assertThat(xml(slide)).doesNotContain("<p:pic>");
    assertThat(slide.elementBytes()).hasSize(3);
    assertThat(slide.elementBytes()[1]).isZero();
  }

  @Test
  void aPictureThatWouldBeTooLargeIsNotDrawn() throws IOException {
    String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    PlainDocument document = new PlainDocument(svg, new Box(0, 0, 9, 9), Map.of());
    Embedded small = embedded(picture(new Blip.Drawn(document, 100, 100, "e")));
    assertThat(small.findings()).isEmpty();
    assertThat(small.bundle().media()).hasSize(1);

    Embedded large = embedded(picture(new Blip.Drawn(document, 100, 101, "e")));
    assertThat(large.findings()).extracting(Finding::elementId).containsExactly("e");
    assertThat(large.bundle().media()).isEmpty();
    assertThat(xml(large)).doesNotContain("<p:pic>");
  }

  @Test
  void whatAPageSaysOfItselfCannotLeaveItsAttribute() throws IOException {
    assertThat(xml(embedded(shape("\"><p:sp/>&\u0000\ud800", null))))
        .contains("name=\"&quot;&gt;&lt;p:sp/&gt;&amp;\"");
  }

  @Test
  void anEmbedderForgetsThePageBefore() throws IOException {
    Embedder embedder = new Embedder(0);
    SlideTree tree =
        new SlideTree(
            SlideSize.WIDE, null, null, null, List.of(shape("a", "https://a.example/")), List.of());
    Embedded first = embedder.embed(tree);
    Embedded second = embedder.embed(tree);
    assertThat(second.bundle().sha256()).isEqualTo(first.bundle().sha256());
    assertThat(second.bundle().links()).isEqualTo(first.bundle().links());
    assertThat(second.elementBytes()).isEqualTo(first.elementBytes());
  }

  @Test
  void aTitleAsksForTheLayoutThatHasOne() {
    Element.Sp title =
        new Element.Sp(
            NonVisual.named("t"),
            Element.Sp.Role.TITLE,
            new ShapeProperties(BOX, Outline.Preset.rect(), new Fill.None(), Ln.NONE, List.of()),
            null);
    assertThat(embedded(shape("a", null)).bundle().layout()).isEqualTo(Bundle.Layout.BLANK);
    assertThat(embedded(title).bundle().layout()).isEqualTo(Bundle.Layout.TITLE_ONLY);
  }
}
