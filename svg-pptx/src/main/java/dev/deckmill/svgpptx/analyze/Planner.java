package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.context.VisualBounds;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.plan.DeckFont;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.Plan;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy;
import dev.deckmill.svgpptx.analyze.text.DeckFonts;
import dev.deckmill.svgpptx.analyze.text.LineReserve;
import dev.deckmill.svgpptx.analyze.text.SlideTitle;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.font.EmbeddedFonts;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.ir.Paint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second stage: a drawing becomes a plan. Not for several threads at once. */
public final class Planner {
  private static final double ROUNDING = 1.5;

  private final SlideOptions options;
  private final FidelityPolicy policy;
  private final Fonts fonts;

  public Planner(SlideOptions options) {
    this.options = options;
    this.policy = new FidelityPolicy(options.target(), options.textProfile());
    this.fonts = Fonts.of(options.textProfile());
  }

  public Plan plan(Drawing drawing) {
    Fonts own = fonts.ofPage(EmbeddedFonts.of(drawing.fonts()), drawing.eastAsianLanguage());
    SlideSize size = size(drawing);
    Affine pageToSlide = fitted(drawing, size);
    PlanContext context =
        new PlanContext(drawing, pageToSlide, options.limits(), policy, new VisualBounds(own));
    NodePlanner nodes = new NodePlanner(context, own, size);
    List<Item> planned = nodes.plan(drawing.children(), new InheritedState(pageToSlide));
    List<Item> seen = new PageEdge(context, size).within(planned);
    List<Item> items = policy.breaksAllLines() ? LineReserve.in(seen) : seen;
    Plan.Background background = items.isEmpty() ? null : background(items.get(0), size);
    SlideTitle heading =
        SlideTitle.in(background == null ? items : items.subList(1, items.size()), size);
    List<DeckFont> deckFonts =
        options.fonts() == SlideOptions.Fonts.EMBED
            ? DeckFonts.of(drawing.fonts(), heading.items(), mostFontBytes(), context)
            : List.of();
    return new Plan(
        size,
        pageToSlide,
        drawing.title(),
        drawing.description(),
        background,
        heading.items(),
        heading.index(),
        deckFonts,
        context.findings());
  }

  /** As many as a page may bring along. */
  private long mostFontBytes() {
    return 2 * options.limits().inflatedBytes();
  }

  /** How large a page's slide is: as asked, or in the page's own shape. */
  public SlideSize size(Drawing drawing) {
    return options.slideSize() != null ? options.slideSize() : ownSize(drawing);
  }

  /**
   * The page's own shape, as wide or as high as PowerPoint's own slides are wide, and within what
   * PowerPoint takes.
   */
  private static SlideSize ownSize(Drawing drawing) {
    double longer = Math.max(drawing.width(), drawing.height());
    double shorter = Math.min(drawing.width(), drawing.height());
    double k = SlideSize.WIDE.widthEmu() / longer;
    k = Math.min(Math.max(k, SlideSize.LEAST_SIDE / shorter), SlideSize.MOST_SIDE / longer);
    return new SlideSize(side(drawing.width() * k), side(drawing.height() * k));
  }

  private static long side(double emu) {
    return Emu.rounded(Math.max(emu, SlideSize.LEAST_SIDE)).value();
  }

  /** The page is scaled uniformly to fit the slide, and centred. */
  private static Affine fitted(Drawing drawing, SlideSize size) {
    double k = Math.min(size.widthEmu() / drawing.width(), size.heightEmu() / drawing.height());
    return new Affine(
        k,
        0,
        0,
        k,
        (size.widthEmu() - drawing.width() * k) / 2,
        (size.heightEmu() - drawing.height() * k) / 2);
  }

  /** A plain opaque rectangle below everything that covers the slide is its background. */
  private static Plan.@Nullable Background background(Item first, SlideSize size) {
    if (first instanceof Item.Shape figure
        && figure.form() instanceof Form.Rect rect
        && figure.line() == null
        && figure.effects().isEmpty()
        && figure.origin().href() == null
        && figure.fill().paint() instanceof Paint.Solid solid
        && solid.color().alpha() >= 1
        && rect.place().degrees() == 0
        && rect.place().x() < ROUNDING
        && rect.place().y() < ROUNDING
        && rect.place().x() + rect.place().width() > size.widthEmu() - ROUNDING
        && rect.place().y() + rect.place().height() > size.heightEmu() - ROUNDING) {
      return new Plan.Background(solid.color(), figure.decision());
    }
    return null;
  }
}
