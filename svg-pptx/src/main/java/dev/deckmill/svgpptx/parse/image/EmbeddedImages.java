package dev.deckmill.svgpptx.parse.image;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.geometry.AspectRatio;
import dev.deckmill.svgpptx.parse.geometry.Boxes;
import dev.deckmill.svgpptx.parse.geometry.ViewportClip;
import dev.deckmill.svgpptx.parse.value.DataUrl;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Images out of {@code data:} URLs: rasters and SVG, nothing else. */
public final class EmbeddedImages {
  private final DocumentContext document;
  private final NestedDocument.Opener documents;

  public EmbeddedImages(DocumentContext document, NestedDocument.Opener documents) {
    this.document = document;
    this.documents = documents;
  }

  /** An image for {@code feImage}, in a box. */
  public @Nullable Node placed(Element element, String href, Box box) throws PageRejected {
    Content content = content(element, href);
    AspectRatio aspect = AspectRatio.parse(element.attribute("preserveAspectRatio"));
    return content == null
        ? null
        : placed(
            content, Origin.of("feImage"), Affine.IDENTITY, Compositing.NONE, aspect, box, true);
  }

  /**
   * What the URL holds: a raster, or the nodes of an SVG; and its own size in user units.
   *
   * @param raster the upper rows alone, where the others can't be read
   * @param damaged whether not all of it can be read
   */
  public record Content(
      Picture.@Nullable Raster raster,
      List<Node> nodes,
      double width,
      double height,
      boolean damaged) {}

  /** The image of a URL; null, with a finding, where there is none to see. */
  public @Nullable Content content(Element element, String href) throws PageRejected {
    if (!href.regionMatches(true, 0, "data:", 0, 5)) {
      String detail =
          "The image is not in the page; images are never fetched. Embed it as a data: URL.";
      document.findings().warn(Code.EXTERNAL_RESOURCE_DROPPED, element, detail);
      return null;
    }
    byte[] bytes = DataUrl.decode(href);
    Content content = bytes == null ? null : content(bytes);
    if (content != null && content.damaged()) {
      String detail = "The image is damaged: drawn as far as it can be read.";
      document.findings().warn(Code.IMAGE_INVALID, element, detail);
    }
    if (content == null) {
      String detail = "The image is neither PNG, JPEG, GIF, WebP nor SVG, or is damaged: left out.";
      document.findings().warn(Code.IMAGE_INVALID, element, detail);
    }
    return content;
  }

  private @Nullable Content content(byte[] bytes) throws PageRejected {
    Picture.Raster raster = RasterHeader.read(bytes);
    if (raster == null) {
      return svg(bytes);
    }
    document.budget().image((long) raster.width() * raster.height());
    return switch (raster.format()) {
      case PNG -> png(raster);
      case JPEG -> jpeg(raster);
      case GIF, WEBP -> content(raster, raster, false);
    };
  }

  private static @Nullable Content png(Picture.Raster raster) {
    PngFile.Rows file = PngFile.read(raster.bytes(), raster.width(), raster.height());
    if (file.rows() == 0) {
      return null;
    }
    boolean whole = file.isWhole();
    Picture.Raster left =
        new Picture.Raster(raster.format(), file.bytes(), raster.width(), file.rows());
    return content(raster, whole ? raster : left, !whole);
  }

  private static @Nullable Content jpeg(Picture.Raster raster) {
    if (!JpegFile.hasPixels(raster.bytes())) {
      return null;
    }
    if (JpegFile.hasEnd(raster.bytes())) {
      return content(raster, raster, false);
    }
    byte[] ended = JpegFile.ended(raster.bytes());
    Picture.Raster all =
        new Picture.Raster(raster.format(), ended, raster.width(), raster.height());
    return content(raster, all, true);
  }

  private static Content content(Picture.Raster whole, Picture.Raster left, boolean damaged) {
    return new Content(left, List.of(), whole.width(), whole.height(), damaged);
  }

  private @Nullable Content svg(byte[] bytes) throws PageRejected {
    if (!RasterHeader.looksLikeSvg(bytes)) {
      return null;
    }
    try {
      NestedDocument nested = documents.open(bytes);
      return nested == null
          ? null
          : new Content(null, nested.content(), nested.width(), nested.height(), false);
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

  /**
   * An {@code img} of HTML in its box.
   *
   * @param alternative what it shows, in words; or null
   */
  public static Node shown(
      Content content, @Nullable String alternative, AspectRatio aspect, Box box) {
    boolean silent = alternative == null || alternative.isBlank();
    Origin origin = new Origin("img", null, null, null, silent ? null : alternative, null);
    return placed(content, origin, Affine.IDENTITY, Compositing.NONE, aspect, box, true);
  }

  static Node placed(
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
      Box left = new Box(box.x(), box.y(), box.width(), raster.height() * fit.d());
      Box seen = cut ? Boxes.intersection(left, port) : left;
      return new Picture(origin, transform, effects, raster, left, seen);
    }
    List<Node> children = List.of(inner(content.nodes(), fit, ViewportClip.window(fit, port)));
    return new Group(origin, transform, effects, children);
  }

  private static Group inner(List<Node> nodes, Affine fit, Box window) {
    Compositing clip =
        ViewportClip.cuts(window, nodes) ? ViewportClip.to(window) : Compositing.NONE;
    return new Group(Origin.of("svg"), fit, clip, nodes);
  }
}
