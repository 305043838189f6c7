package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.plan.Crop;
import dev.deckmill.svgpptx.analyze.plan.DeckFont;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.Plan;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.dml.Color;
import dev.deckmill.svgpptx.dml.Effect;
import dev.deckmill.svgpptx.dml.Element;
import dev.deckmill.svgpptx.dml.EmbeddedFont;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ln;
import dev.deckmill.svgpptx.dml.NonVisual;
import dev.deckmill.svgpptx.dml.Outline;
import dev.deckmill.svgpptx.dml.Ratio;
import dev.deckmill.svgpptx.dml.RelativeRect;
import dev.deckmill.svgpptx.dml.ShapeProperties;
import dev.deckmill.svgpptx.dml.SlideTree;
import dev.deckmill.svgpptx.dml.TextBody;
import dev.deckmill.svgpptx.dml.Xfrm;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.plainsvg.PlainSvg;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The third stage: a plan becomes a slide tree. */
public final class SlideMapper {
  public SlideTree map(Plan plan) {
    List<Element> elements = new ArrayList<>(plan.items().size());
    for (int i = 0; i < plan.items().size(); i++) {
      elements.add(top(plan, i));
    }
    return new SlideTree(
        plan.size(),
        plan.title(),
        plan.notes(),
        plan.background() == null ? null : new Fill.Solid(color(plan.background().color())),
        elements,
        plan.fonts().stream().map(SlideMapper::font).toList());
  }

  private static EmbeddedFont font(DeckFont font) {
    return new EmbeddedFont(font.family(), font.bold(), font.italic(), font.file());
  }

  private static Element top(Plan plan, int index) {
    return plan.items().get(index) instanceof Item.TextBox words && index == plan.heading()
        ? TextMapper.title(words)
        : element(plan.items().get(index), plan.pageToSlide());
  }

  private static List<Element> elements(List<Item> items, Affine pageToSlide) {
    List<Element> elements = new ArrayList<>(items.size());
    for (Item item : items) {
      elements.add(element(item, pageToSlide));
    }
    return elements;
  }

  private static Element element(Item item, Affine pageToSlide) {
    return switch (item) {
      case Item.Group together -> {
        List<Element> children = elements(together.items(), pageToSlide);
        yield new Element.GrpSp(Names.of(together.origin()), around(children), children);
      }
      case Item.Shape figure -> figure(figure);
      case Item.TextBox words -> TextMapper.box(words);
      case Item.TextFrame frame -> TextMapper.frame(frame);
      case Item.Image image -> image(image);
      case Item.Raster drawn -> drawn(drawn, pageToSlide);
    };
  }

  private static Element figure(Item.Shape figure) {
    NonVisual about = Names.of(figure.origin());
    Shaped shaped = Shaped.of(figure.form());
    Ln line = figure.line() == null ? Ln.NONE : LineMapper.line(figure.line(), shaped);
    List<Effect> effects = EffectMapper.effects(figure.effects());
    if (figure.form() instanceof Form.Segment) {
      return new Element.CxnSp(about, properties(shaped, null, line, effects));
    }
    Fill fill = PaintMapper.fill(figure.fill(), shaped);
    return new Element.Sp(
        about,
        figure.isTextBox() ? Element.Sp.Role.TEXT_BOX : Element.Sp.Role.SHAPE,
        properties(shaped, fill, line, effects),
        text(figure, shaped));
  }

  private static ShapeProperties properties(
      Shaped shaped, @Nullable Fill fill, Ln line, List<Effect> effects) {
    return new ShapeProperties(shaped.xfrm(), shaped.outline(), fill, line, effects);
  }

  private static @Nullable TextBody text(Item.Shape figure, Shaped shaped) {
    return figure.label() == null ? null : TextMapper.label(figure.label(), shaped.place(), shaped);
  }

  private static Element image(Item.Image image) {
    Crop crop = image.crop();
    Place place = image.place();
    Xfrm xfrm = Shaped.xfrm(place, image.mirrored());
    return new Element.Pic(
        Names.of(image.origin()),
        new ShapeProperties(
            xfrm, cut(image.cut(), place), null, null, EffectMapper.effects(image.effects())),
        blip(image),
        new RelativeRect(
            Ratio.of(crop.left()),
            Ratio.of(crop.top()),
            Ratio.of(1 - crop.left() - crop.width()),
            Ratio.of(1 - crop.top() - crop.height())),
        Ratio.of(image.opacity()));
  }

  private static Blip blip(Item.Image image) {
    byte[] bytes = image.raster().bytes();
    return switch (image.raster().format()) {
      case PNG -> new Blip.File(Blip.Format.PNG, bytes);
      case JPEG -> new Blip.File(Blip.Format.JPEG, bytes);
      case GIF -> new Blip.Foreign(bytes);
      case WEBP -> new Blip.Foreign(bytes);
    };
  }

  private static Element drawn(Item.Raster drawn, Affine pageToSlide) {
    Box region = drawn.region();
    Place place =
        new Place(
            pageToSlide.x(region.x(), region.y()),
            pageToSlide.y(region.x(), region.y()),
            region.width() * pageToSlide.a(),
            region.height() * pageToSlide.d(),
            0);
    int width = (int) Math.max(1, Math.ceil(region.width() * drawn.pixelsPerUnit()));
    int height = (int) Math.max(1, Math.ceil(region.height() * drawn.pixelsPerUnit()));
    String id = drawn.origin().id();
    return new Element.Pic(
        Names.of(drawn.origin()),
        new ShapeProperties(Shaped.xfrm(place, false), cut(drawn.cut(), place)),
        new Blip.Drawn(PlainSvg.of(drawn), width, height, id == null ? "" : id),
        RelativeRect.NONE,
        Color.OPAQUE);
  }

  private static Outline cut(@Nullable Form cut, Place place) {
    return cut == null ? Outline.Preset.rect() : Shaped.within(cut, place);
  }

  static Color color(Rgba color) {
    return Color.of(color.rgb(), color.alpha());
  }

  /** The box around elements; a group without any has none. */
  private static Xfrm around(List<Element> children) {
    long left = Long.MAX_VALUE;
    long top = Long.MAX_VALUE;
    long right = Long.MIN_VALUE;
    long bottom = Long.MIN_VALUE;
    for (Element child : children) {
      Xfrm box = child.xfrm();
      left = Math.min(left, box.x().value());
      top = Math.min(top, box.y().value());
      right = Math.max(right, box.x().value() + box.width().value());
      bottom = Math.max(bottom, box.y().value() + box.height().value());
    }
    return children.isEmpty()
        ? Xfrm.box(Emu.ZERO, Emu.ZERO, Emu.ZERO, Emu.ZERO)
        : Xfrm.box(new Emu(left), new Emu(top), new Emu(right - left), new Emu(bottom - top));
  }
}
