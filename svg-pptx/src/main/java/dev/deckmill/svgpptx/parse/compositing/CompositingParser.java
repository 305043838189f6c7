package dev.deckmill.svgpptx.parse.compositing;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Compositing.Blend;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.Mask;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.filter.FilterImages;
import dev.deckmill.svgpptx.parse.filter.FilterParser;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.value.Keywords;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done to an element after it is drawn: opacity, clip, mask, filter, blend. */
public final class CompositingParser {
  private final ClipParser clips;
  private final MaskParser masks;
  private final FilterParser filters;

  public CompositingParser(DocumentContext document, ChildContent nodes, FilterImages images) {
    this.clips = new ClipParser(document, nodes);
    this.masks = new MaskParser(document, nodes);
    this.filters = new FilterParser(document, nodes, images);
  }

  /**
   * The element's compositing.
   *
   * @param bounds its bounding box in its own user space, asked for only where units need it
   */
  public Compositing of(Element element, Style style, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    if (style.hasNothingOwn()) {
      return Compositing.NONE;
    }
    String clipValue = style.get(Property.CLIP_PATH);
    ClipPath clip = clipValue == null ? null : clips.clip(element, clipValue, style, frame, bounds);
    return switch (frame.mode()) {
      case CLIP -> of(1, null, clip, null, Blend.NORMAL, false);
      case PAINT -> painted(element, style, frame, bounds, clip);
    };
  }

  private Compositing painted(
      Element element,
      Style style,
      Frame frame,
      Supplier<@Nullable Box> bounds,
      @Nullable ClipPath clip)
      throws PageRejected {
    String maskValue = style.get(Property.MASK);
    Mask mask = maskValue == null ? null : masks.mask(element, maskValue, style, frame, bounds);
    String filterValue = style.get(Property.FILTER);
    Filter filter =
        filterValue == null ? null : filters.filter(element, filterValue, style, frame, bounds);
    double opacity = Colors.opacity(style, Property.OPACITY);
    return of(opacity, filter, clip, mask, blend(style), style.is(Property.ISOLATION, "isolate"));
  }

  private static Compositing of(
      double opacity,
      @Nullable Filter filter,
      @Nullable ClipPath clip,
      @Nullable Mask mask,
      Blend blend,
      boolean isolated) {
    boolean plain = clip == null && mask == null && filter == null && opacity == 1;
    return plain && blend == Blend.NORMAL && !isolated
        ? Compositing.NONE
        : new Compositing(opacity, filter, clip, mask, blend, isolated);
  }

  private static Blend blend(Style style) {
    String text = style.get(Property.MIX_BLEND_MODE);
    return text == null
        ? Blend.NORMAL
        : Keywords.of(text.toLowerCase(Locale.ROOT), Blend.values(), Blend.NORMAL);
  }
}
