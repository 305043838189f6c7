package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.geometry.AuthoredLength;
import dev.deckmill.svgpptx.parse.geometry.Bounds;
import dev.deckmill.svgpptx.parse.geometry.EquivalentPaths;
import dev.deckmill.svgpptx.parse.shape.GeometryParser;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.PathParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** {@code textPath} (SVG 2 §11.8): what its characters run along. */
final class TextPaths {
  private final DocumentContext document;
  private final GeometryParser geometries;

  TextPaths(DocumentContext document, GeometryParser geometries) {
    this.document = document;
    this.geometries = geometries;
  }

  /** The path in the text's user space; null where there is none, and no text with it. */
  Text.@Nullable OnPath path(Element textPath, Style style, Frame frame) throws PageRejected {
    String data = textPath.attribute("path");
    Geometry.Path path =
        data == null
            ? referenced(textPath, frame)
            : PathParser.parse(data, document.budget()).geometry();
    if (path == null) {
      return null;
    }
    double length = EquivalentPaths.length(path);
    String offset = textPath.attribute("startOffset");
    double start = LengthParser.parse(offset, style.units(), length, 0);
    boolean isShare = offset != null && offset.strip().endsWith("%");
    return new Text.OnPath(path, isShare ? start : start * unit(textPath, data, path));
  }

  /** Distances are the author's where the path says how long it is. */
  private double unit(Element textPath, @Nullable String data, Geometry.Path path) {
    String href = textPath.href();
    Element measured =
        data != null
            ? textPath
            : href == null ? null : document.references().byId(href.substring(1));
    return measured == null ? 1 : AuthoredLength.unit(measured, path);
  }

  private Geometry.@Nullable Path referenced(Element textPath, Frame frame) throws PageRejected {
    String href = textPath.href();
    if (href == null || href.isEmpty()) {
      return null;
    }
    Element target = document.references().target(textPath, href);
    if (target == null) {
      return null;
    }
    Style style = document.styleInDocument(target);
    Geometry geometry = geometries.geometry(target, style, frame);
    if (geometry == null) {
      return null;
    }
    Affine transform = Transforms.of(style, frame, () -> Bounds.of(geometry));
    Geometry.Path path = EquivalentPaths.path(geometry);
    // Each text on it has one of its own, as has each use of an element.
    document.budget().path(path.commands().length);
    return EquivalentPaths.moved(path, transform);
  }
}
