package dev.deckmill.svgpptx.analyze.context;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.ir.Findings;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is gathered while one page is planned. */
public final class PlanContext {
  /** How often all paths that clips cut may cross themselves: about two seconds' work. */
  public static final int MOST_CROSSINGS = 100_000;

  private static final Pattern SAFE_LINK =
      Pattern.compile("\\s*(https?://[^\\s/?#]+|mailto:)\\S*\\s*", Pattern.CASE_INSENSITIVE);

  /**
   * How many segments of outlines the rings of a page may meet; a form that begins within them is
   * cut whole. Where curves nearly touch, a dozen segments take a millisecond.
   */
  private static final long MOST_RING_SEGMENTS = 60_000;

  /** How many segments of outlines the areas of a page's masks may meet. */
  private static final long MOST_MASK_SEGMENTS = 200_000;

  /** How many nodes may be planned more often than they stand in the page. */
  private static final long MOST_REPEATS = 20_000;

  private final Extent page;
  private final Affine pageToSlide;
  private final Affine slideToPage;
  private final SlideOptions.Limits limits;
  private final FidelityPolicy policy;
  private final VisualBounds reach;
  private final Findings.Collector findings;
  private final Set<String> substituted = new HashSet<>();
  private long pixelsLeft;
  private long ringSegmentsLeft = MOST_RING_SEGMENTS;
  private long crossingsLeft = MOST_CROSSINGS;
  private long maskSegmentsLeft = MOST_MASK_SEGMENTS;
  private long repeatsLeft = MOST_REPEATS;

  public PlanContext(
      Drawing drawing,
      Affine pageToSlide,
      SlideOptions.Limits limits,
      FidelityPolicy policy,
      VisualBounds reach) {
    this.page = new Extent(0, 0, drawing.width(), drawing.height());
    this.pageToSlide = pageToSlide;
    double k = pageToSlide.a();
    this.slideToPage = new Affine(1 / k, 0, 0, 1 / k, -pageToSlide.e() / k, -pageToSlide.f() / k);
    this.limits = limits;
    this.policy = policy;
    this.reach = reach;
    this.findings = new Findings.Collector(drawing.findings());
    this.pixelsLeft = limits.rasterPixels() * 4;
  }

  public FidelityPolicy policy() {
    return policy;
  }

  public VisualBounds reach() {
    return reach;
  }

  /** EMU to one user unit of the page. */
  public double pageScale() {
    return pageToSlide.a();
  }

  /** The page's place on the slide. */
  public Extent page() {
    return page.under(pageToSlide);
  }

  public Findings findings() {
    return findings.collected();
  }

  /** What there is so far, for {@link #takeBack}. */
  public Findings.Mark found() {
    return findings.mark();
  }

  /**
   * Takes back what was found since then on how something is drawn: it is not drawn so after all.
   */
  public void takeBack(Findings.Mark since, Set<Finding.Code> codes) {
    findings.takeBack(since, codes);
  }

  public void find(Finding.Code code, Finding.Severity severity, Origin origin, String detail) {
    findings.add(new Finding(code, severity, origin.id(), detail));
  }

  /** Of the page as a whole. */
  public void find(Finding.Code code, Finding.Severity severity, String detail) {
    findings.add(new Finding(code, severity, null, detail));
  }

  /** The URL if it is one that may stand in a deck. */
  public @Nullable String safeLink(Origin origin, @Nullable String href) {
    if (href == null) {
      return null;
    }
    if (SAFE_LINK.matcher(href).matches()) {
      return href.trim();
    }
    find(
        Finding.Code.LINK_DROPPED,
        Finding.Severity.INFO,
        origin,
        "Only links to http, https and mailto addresses are kept.");
    return null;
  }

  /** The element as it will be named on the slide, with a link only if it may have one. */
  public Origin safe(Origin origin) {
    if (origin.href() == null) {
      return origin;
    }
    return new Origin(
        origin.element(),
        origin.id(),
        origin.label(),
        origin.title(),
        origin.description(),
        safeLink(origin, origin.href()));
  }

  /** The element without its link. */
  public static Origin unlinked(Origin origin) {
    return origin.href() == null
        ? origin
        : new Origin(
            origin.element(),
            origin.id(),
            origin.label(),
            origin.title(),
            origin.description(),
            null);
  }

  /** Told once for each family, of the first element that asks for it. */
  public void substituted(Origin origin, String how) {
    if (substituted.add(how)) {
      find(Finding.Code.FONT_SUBSTITUTED, Finding.Severity.INFO, origin, how + ".");
    }
  }

  /** Whether another form may be cut into rings, which is the dearest thing a page can ask for. */
  public boolean mayCutRings(Origin origin) {
    if (ringSegmentsLeft > 0) {
      return true;
    }
    find(
        Finding.Code.APPROXIMATED,
        Finding.Severity.WARNING,
        origin,
        "Its radial gradient is the slide's own, which has other circles: the page has more such"
            + " gradients than are cut into rings.");
    return false;
  }

  /**
   * Whether so many nodes may be planned once more: masks in masks and filters in filters would
   * plan what is in all of them without end.
   */
  public boolean mayRepeat(long nodes) {
    repeatsLeft -= nodes;
    return repeatsLeft >= 0;
  }

  /** Whether another mask may be cut into areas: beyond that masks make pictures. */
  public boolean mayCutMasks() {
    return maskSegmentsLeft > 0;
  }

  /** A mask was cut whose areas met so many segments. */
  public void cutMask(long segments) {
    maskSegmentsLeft -= segments;
  }

  /**
   * Whether a path that crosses itself so often may be cut by a clip: area arithmetic on it takes
   * time and memory for each crossing.
   */
  public boolean mayCut(long crossings) {
    if (crossings > crossingsLeft) {
      return false;
    }
    crossingsLeft -= crossings;
    return true;
  }

  /** A form was cut into so many rings, each of which met so many segments. */
  public void cutRings(int rings, int segments) {
    ringSegmentsLeft -= (long) rings * segments;
  }

  /** The finding is made here; the decision is for what the element becomes on the slide. */
  @CheckReturnValue
  public Decision approximate(
      Origin origin, FidelityPolicy.Cause cause, Finding.Severity severity) {
    String detail = "Drawn a little differently: it has " + cause.words() + ".";
    find(Finding.Code.APPROXIMATED, severity, origin, detail);
    return Decision.of(origin, Rendition.APPROXIMATE, cause);
  }

  /**
   * The node as a picture; empty when nothing of it is on the page.
   *
   * @param where its parent's surroundings
   */
  public Optional<Item> drawn(Node node, InheritedState where, FidelityPolicy.Cause cause) {
    Affine toPage = slideToPage.times(where.toSlide());
    Extent seen = reach.of(node, toPage).intersection(page);
    if (where.clip() != null) {
      seen = seen.intersection(where.clip().extent().under(slideToPage));
    }
    if (seen.isEmpty() || seen.width() <= 0 || seen.height() <= 0) {
      return Optional.empty();
    }
    Origin origin = safe(node.origin());
    find(
        Finding.Code.RASTERIZED,
        Finding.Severity.WARNING,
        origin,
        "Became a picture: it has " + cause.words() + ".");
    return Optional.of(
        new Item.Raster(
            PicturedText.described(origin, node),
            Decision.of(origin, Rendition.RASTER, cause),
            node,
            toPage,
            where.opacity(),
            seen.box(),
            density(seen),
            reach.fonts(),
            cut(seen, where.clip())));
  }

  /** A clip that is no rectangle cuts the picture itself. */
  private Form.@Nullable Free cut(Extent seen, @Nullable Clip clip) {
    if (clip == null || clip.isUprightRectangle() || clip.contains(seen.under(pageToSlide))) {
      return null;
    }
    Geometry.Rect rect =
        new Geometry.Rect(seen.left(), seen.top(), seen.width(), seen.height(), 0, 0);
    return new Form.Free(clip.cut(Outlines.path(rect, pageToSlide)));
  }

  /** How many pixels the page's pictures may still have. */
  public long pixelsLeft() {
    return pixelsLeft;
  }

  /** Gives back what pictures took that are not drawn after all. */
  public void restorePixels(long left) {
    pixelsLeft = left;
  }

  /**
   * Pixels to one user unit of the page: fewer where the picture or the page would be too large.
   */
  private double density(Extent seen) {
    double wanted = policy.rasterDensity() * pageScale() / Emu.ofPixels(1);
    double area = seen.width() * seen.height();
    long most = Math.max(1, Math.min(limits.rasterPixels() / 2, pixelsLeft));
    double density = Math.min(wanted, Math.sqrt(most / area));
    pixelsLeft -= Math.round(density * density * area);
    return density;
  }
}
