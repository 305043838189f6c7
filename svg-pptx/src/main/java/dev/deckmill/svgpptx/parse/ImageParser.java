package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.DataUrl;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.XmlDoor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code image} (SVG 2 §12.3): rasters and SVG from {@code data:} URLs, nothing else. */
final class ImageParser {
  /** Images in images in images: nobody means that. */
  private static final int MOST_NESTING = 4;

  private final DocumentParser document;
  private final NodeParser nodes;
  private final XmlDoor door;

  ImageParser(DocumentParser document, NodeParser nodes, XmlDoor door) {
    this.document = document;
    this.nodes = nodes;
    this.door = door;
  }

  @Nullable Node image(Element element, Style style, Frame frame) throws PageRejected {
    String href = element.href();
    if (href == null
        || href.isEmpty()
        || frame.mode() == Frame.Mode.CLIP
        || !style.get(Property.VISIBILITY, "visible").equals("visible")) {
      return null;
    }
    double width = Geometries.length(element, style, Property.WIDTH, frame.width(), Double.NaN);
    double height = Geometries.length(element, style, Property.HEIGHT, frame.height(), Double.NaN);
    if (width <= 0 || height <= 0) {
      return null;
    }
    Content content = content(element, href);
    if (content == null) {
      return null;
    }
    double ratio = content.width() / content.height();
    if (Double.isNaN(width)) {
      width = Double.isNaN(height) ? content.width() : height * ratio;
    }
    if (Double.isNaN(height)) {
      height = width / ratio;
    }
    Box port =
        new Box(
            Geometries.length(element, style, Property.X, frame.width(), 0),
            Geometries.length(element, style, Property.Y, frame.height(), 0),
            width,
            height);
    Affine transform = nodes.transforms().of(style, frame, () -> port);
    Compositing effects = nodes.compositing().of(element, style, frame, () -> port);
    Origin origin = Names.origin(element, frame.href());
    AspectRatio aspect = AspectRatio.parse(element.attribute("preserveAspectRatio"));
    boolean cut = Viewports.clips(style);
    return placed(content, origin, transform, effects, aspect, port, cut);
  }

  /** An image for {@code feImage}, in a box. */
  @Nullable Node picture(Element element, String href, Box port) throws PageRejected {
    Content content = content(element, href);
    AspectRatio aspect = AspectRatio.parse(element.attribute("preserveAspectRatio"));
    return content == null
        ? null
        : placed(
            content, Origin.of("feImage"), Affine.IDENTITY, Compositing.NONE, aspect, port, true);
  }

  /** What the URL holds: a raster, or the nodes of an SVG; and its own size in user units. */
  private record Content(
      Picture.@Nullable Raster raster, List<Node> nodes, double width, double height) {}

  private @Nullable Content content(Element element, String href) throws PageRejected {
    if (!href.regionMatches(true, 0, "data:", 0, 5)) {
      document
          .findings()
          .warn(
              Code.EXTERNAL_RESOURCE_DROPPED,
              element,
              "The image is not in the page; images are never fetched. Embed it as a data: URL.");
      return null;
    }
    byte[] bytes = DataUrl.decode(href);
    Picture.Raster raster = bytes == null ? null : RasterHeader.read(bytes);
    if (raster != null) {
      document.budget().image((long) raster.width() * raster.height());
      return new Content(raster, List.of(), raster.width(), raster.height());
    }
    Content svg = bytes == null ? null : svg(bytes);
    if (svg == null) {
      document
          .findings()
          .warn(
              Code.IMAGE_INVALID,
              element,
              "The image is neither PNG, JPEG, GIF, WebP nor SVG, or is damaged: left out.");
    }
    return svg;
  }

  private @Nullable Content svg(byte[] bytes) throws PageRejected {
    if (!RasterHeader.looksLikeSvg(bytes) || document.nesting() >= MOST_NESTING) {
      return null;
    }
    try {
      DocumentParser nested = document.nested(door, bytes);
      RootViewport size = nested.viewport();
      return new Content(null, nested.content(), size.width(), size.height());
    } catch (PageRejected rejected) {
      return switch (rejected.code()) {
        // the image is broken, not the page
        case XML_MALFORMED, XML_ENCODING, XML_DTD_EXTERNAL, SVG_INVALID, GZIP_INVALID -> null;
        case XML_LIMIT,
            LIMIT_PAGE_BYTES,
            LIMIT_INFLATE,
            LIMIT_DEPTH,
            LIMIT_ELEMENTS,
            LIMIT_PATH,
            LIMIT_TEXT,
            LIMIT_USE_EXPANSION,
            LIMIT_RENDER,
            LIMIT_RASTER,
            LIMIT_PAGE_SIZE ->
            throw rejected;
      };
    }
  }

  private static Node placed(
      Content content,
      Origin origin,
      Affine transform,
      Compositing effects,
      AspectRatio aspect,
      Box port,
      boolean cut) {
    Box natural = new Box(0, 0, content.width(), content.height());
    Affine fit = aspect.transform(natural, port);
    Box box = new Box(fit.e(), fit.f(), content.width() * fit.a(), content.height() * fit.d());
    Picture.Raster raster = content.raster();
    if (raster != null) {
      Box seen = cut ? Boxes.intersection(box, port) : box;
      return new Picture(origin, transform, effects, raster, box, seen);
    }
    List<Node> children = List.of(inner(content.nodes(), fit, Viewports.within(fit, port)));
    return new Group(origin, transform, effects, children);
  }

  private static Group inner(List<Node> nodes, Affine fit, Box window) {
    Compositing clip =
        Viewports.holds(window, Bounds.painted(nodes))
            ? Compositing.NONE
            : Viewports.clippedTo(window);
    return new Group(Origin.of("svg"), fit, clip, nodes);
  }
}
