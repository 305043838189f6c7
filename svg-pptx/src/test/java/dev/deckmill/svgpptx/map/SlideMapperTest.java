package dev.deckmill.svgpptx.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.plan.Crop;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.Plan;
import dev.deckmill.svgpptx.analyze.plan.StrokeUse;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.dml.Angle;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.dml.Color;
import dev.deckmill.svgpptx.dml.Element;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ln;
import dev.deckmill.svgpptx.dml.NonVisual;
import dev.deckmill.svgpptx.dml.Outline;
import dev.deckmill.svgpptx.dml.RelativeRect;
import dev.deckmill.svgpptx.dml.ShapeProperties;
import dev.deckmill.svgpptx.dml.SlideTree;
import dev.deckmill.svgpptx.dml.Xfrm;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Findings;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an item of a plan is in DrawingML. */
class SlideMapperTest {
  private static final Origin ORIGIN = new Origin("rect", "r", null, null, null, null);
  private static final Decision NATIVE = Decision.natively(ORIGIN);
  private static final Rgba RED = new Rgba(0xff0000, 1);
  private static final PaintUse INK = new PaintUse(new Paint.Solid(RED), Affine.IDENTITY);
  private static final Place PLACE = new Place(100, 200, 300, 400, 0);

  private static SlideTree tree(Item... items) {
    return new SlideMapper()
        .map(
            new Plan(
                SlideSize.WIDE,
                new Affine(10, 0, 0, 10, 0, 0),
                null,
                null,
                null,
                List.of(items),
                -1,
                List.of(),
                Findings.NONE));
  }

  private static Element element(Item item) {
    return tree(item).elements().getFirst();
  }

  private static Item.Shape shape(Form form) {
    return new Item.Shape(ORIGIN, NATIVE, form, INK, null, List.of());
  }

  private static Xfrm box(long x, long y, long width, long height) {
    return Xfrm.box(new Emu(x), new Emu(y), new Emu(width), new Emu(height));
  }

  @Test
  void aRectangleIsAPresetWithItsFillAndNoLine() {
    assertThat(element(shape(new Form.Rect(PLACE))))
        .isEqualTo(
            new Element.Sp(
                NonVisual.named("r"),
                Element.Sp.Role.SHAPE,
                new ShapeProperties(
                    box(100, 200, 300, 400),
                    Outline.Preset.rect(),
                    new Fill.Solid(new Color(0xff0000, Color.OPAQUE)),
                    Ln.NONE,
                    List.of()),
                null));
  }

  /** PowerPoint flips a line's box: it has no other way to say where the line begins. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 30, 40, false, false",
    "30, 0, 0, 40, true, false",
    "0, 40, 30, 0, false, true",
    "30, 40, 0, 0, true, true"
  })
  void aSegmentIsAConnectorThatRunsItsWay(
      double x1, double y1, double x2, double y2, boolean flipH, boolean flipV) {
    Element line = element(shape(new Form.Segment(x1, y1, x2, y2)));
    assertThat(line).isInstanceOf(Element.CxnSp.class);
    assertThat(line.xfrm())
        .isEqualTo(
            new Xfrm(
                Emu.ZERO, Emu.ZERO, new Emu(30), new Emu(40), Angle.ofDegrees(0), flipH, flipV));
  }

  @Test
  void neighboursThatTouchStillTouchWhenRounded() {
    Xfrm left = element(shape(new Form.Rect(new Place(0.4, 0, 10.3, 5, 0)))).xfrm();
    Xfrm right = element(shape(new Form.Rect(new Place(10.7, 0, 10.3, 5, 0)))).xfrm();
    assertThat(left.x().value() + left.width().value()).isEqualTo(right.x().value());
  }

  @Test
  void aFreeformHasASpaceOfItsOwnOfAtMostAHundredThousandSteps() {
    byte[] commands = {'M', 'L', 'L', 'Z'};
    double[] points = {1e6, 1e6, 3e6, 1e6, 1e6, 2e6};
    Element element = element(shape(new Form.Free(new Geometry.Path(commands, points))));
    Outline outline = ((Element.Sp) element).properties().outline();
    Outline.Custom custom = (Outline.Custom) outline;
    assertThat(custom.width()).isEqualTo(100_000);
    assertThat(custom.height()).isEqualTo(50_000);
    assertThat(custom.paths().getFirst().coordinates())
        .containsExactly(0, 0, 100_000, 0, 0, 50_000);
    assertThat(element.xfrm()).isEqualTo(box(1_000_000, 1_000_000, 2_000_000, 1_000_000));
  }

  @Test
  void aGroupIsAsLargeAsWhatIsInItWhateverWasDecidedOnIt() {
    List<Item> items =
        List.of(
            shape(new Form.Rect(new Place(10, 20, 5, 5, 0))),
            shape(new Form.Rect(new Place(100, 0, 10, 10, 0))));
    Decision faded = Decision.of(ORIGIN, Rendition.APPROXIMATE, Cause.OVERLAPPING_OPACITY);
    Element group = element(new Item.Group(ORIGIN, faded, items));
    assertThat(group.xfrm()).isEqualTo(box(10, 0, 100, 25));
    assertThat(group).isEqualTo(element(new Item.Group(ORIGIN, items)));
  }

  @Test
  void aLineIsAtLeastOneEmuWideAndItsDashesAreSharesOfThat() {
    StrokeUse line =
        new StrokeUse(
            INK, 0.2, Stroke.Cap.SQUARE, Stroke.Join.BEVEL, 4, new double[] {0.4, 0.1}, null, null);
    Item thin =
        new Item.Shape(ORIGIN, NATIVE, new Form.Rect(PLACE), PaintUse.NONE, line, List.of());
    Ln mapped = ((Element.Sp) element(thin)).properties().line();
    assertThat(mapped).isNotNull();
    assertThat(mapped.width()).isEqualTo(new Emu(1));
    assertThat(mapped.cap()).isEqualTo(Ln.Cap.SQUARE);
    assertThat(mapped.join()).isEqualTo(Ln.Join.BEVEL);
    assertThat(mapped.dashes()).containsExactly(200_000, 50_000);
  }

  @Test
  void roundEndsAreTakenFromTheGapsAndGivenToTheDashes() {
    StrokeUse line =
        new StrokeUse(
            INK, 2, Stroke.Cap.ROUND, Stroke.Join.BEVEL, 4, new double[] {4, 6}, null, null);
    Item dashed =
        new Item.Shape(ORIGIN, NATIVE, new Form.Rect(PLACE), PaintUse.NONE, line, List.of());
    Ln mapped = ((Element.Sp) element(dashed)).properties().line();
    assertThat(mapped).isNotNull();
    assertThat(mapped.dashes()).containsExactly(300_000, 200_000);
  }

  @Test
  void ofAnImageTheSidesThatAreNotSeenAreCropped() {
    Item image =
        new Item.Image(
            ORIGIN,
            NATIVE,
            new Picture.Raster(Picture.Format.GIF, new byte[] {1}, 4, 4),
            PLACE,
            true,
            new Crop(0.25, 0, 0.5, 0.75),
            null,
            0.5,
            List.of());
    Element.Pic pic = (Element.Pic) element(image);
    assertThat(pic.crop()).isEqualTo(new RelativeRect(25_000, 0, 25_000, 25_000));
    assertThat(pic.alpha()).isEqualTo(50_000);
    assertThat(pic.xfrm().flipV()).isTrue();
    assertThat(pic.blip())
        .as("PowerPoint's readers differ on GIF")
        .isInstanceOf(Blip.Foreign.class);
    assertThat(pic.properties().fill()).isNull();
    assertThat(pic.properties().line()).isNull();
  }

  @Test
  void whatBecomesAPictureHasWholePixelsAndThePlaceOfItsRegion() {
    Shape node =
        new Shape(
            ORIGIN,
            Affine.IDENTITY,
            Compositing.NONE,
            new Geometry.Rect(0, 0, 5, 5, 0, 0),
            new Paint.Solid(RED),
            Shape.FillRule.NONZERO,
            null,
            false,
            List.of());
    Decision decision = Decision.of(ORIGIN, Rendition.RASTER, Cause.MASK);
    Item raster =
        new Item.Raster(
            ORIGIN,
            decision,
            node,
            Affine.IDENTITY,
            1,
            new Box(1, 2, 10.1, 0.01),
            2,
            Fonts.of(SlideOptions.TextProfile.POWERPOINT),
            null);
    Element.Pic pic = (Element.Pic) element(raster);
    assertThat(pic.xfrm()).isEqualTo(box(10, 20, 101, 0));
    Blip.Drawn drawn = (Blip.Drawn) pic.blip();
    assertThat(drawn.widthPixels()).isEqualTo(21);
    assertThat(drawn.heightPixels()).isEqualTo(1);
    assertThat(drawn.elementId()).isEqualTo("r");
  }
}
