package dev.deckmill.svgpptx.parse.image;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.parse.compositing.CompositingParser;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.GeometryProperties;
import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.geometry.AspectRatio;
import dev.deckmill.svgpptx.parse.geometry.ViewportClip;
import dev.deckmill.svgpptx.parse.image.EmbeddedImages.Content;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** {@code image} (SVG 2 §12.3). */
public final class ImageParser {
  private final EmbeddedImages images;
  private final CompositingParser compositing;

  public ImageParser(EmbeddedImages images, CompositingParser compositing) {
    this.images = images;
    this.compositing = compositing;
  }

  public @Nullable Node image(Element element, Style style, Frame frame) throws PageRejected {
    String href = element.href();
    if (href == null
        || href.isEmpty()
        || frame.mode() == Frame.Mode.CLIP
        || !style.get(Property.VISIBILITY, "visible").equals("visible")) {
      return null;
    }
    double width =
        GeometryProperties.length(element, style, Property.WIDTH, frame.width(), Double.NaN);
    double height =
        GeometryProperties.length(element, style, Property.HEIGHT, frame.height(), Double.NaN);
    if (width <= 0 || height <= 0) {
      return null;
    }
    Content content = images.content(element, href);
    if (content == null) {
      return null;
    }
    Box port = port(element, style, frame, width, height, content);
    Affine transform = Transforms.of(style, frame, () -> port);
    Compositing effects = compositing.of(element, style, frame, () -> port);
    Origin origin = Origins.origin(element, frame.href());
    AspectRatio aspect = AspectRatio.parse(element.attribute("preserveAspectRatio"));
    boolean cut = ViewportClip.isAsked(style);
    return EmbeddedImages.placed(content, origin, transform, effects, aspect, port, cut);
  }

  /** Where the image goes; a size that is not given follows from the other and the ratio. */
  private static Box port(
      Element element, Style style, Frame frame, double width, double height, Content content) {
    double ratio = content.width() / content.height();
    double w =
        !Double.isNaN(width) ? width : Double.isNaN(height) ? content.width() : height * ratio;
    double h = Double.isNaN(height) ? w / ratio : height;
    return GeometryProperties.box(element, style, frame, w, h);
  }
}
