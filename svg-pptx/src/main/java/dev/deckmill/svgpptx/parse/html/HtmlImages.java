package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.parse.box.NaturalSizes;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.geometry.AspectRatio;
import dev.deckmill.svgpptx.parse.image.EmbeddedImages;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code img} elements, whose pictures are in {@code data:} URLs. For one page on one thread. */
final class HtmlImages implements NaturalSizes {
  private final EmbeddedImages images;
  private final Map<Element, EmbeddedImages.Content> known = new HashMap<>();

  HtmlImages(EmbeddedImages images) {
    this.images = images;
  }

  @Override
  public @Nullable Size of(Element image) throws PageRejected {
    EmbeddedImages.Content content = content(image);
    return content == null || !(content.width() > 0 && content.height() > 0)
        ? null
        : new Size(content.width(), content.height());
  }

  private EmbeddedImages.@Nullable Content content(Element image) throws PageRejected {
    EmbeddedImages.Content content = known.get(image);
    String source = image.attribute("src");
    if (content == null && source != null && !source.isBlank()) {
      content = images.content(image, source.strip());
      if (content != null) {
        known.put(image, content);
      }
    }
    return content;
  }

  /** The picture in its content box, as {@code object-fit} says. */
  @Nullable Node node(Element image, Style style, Box port) throws PageRejected {
    EmbeddedImages.Content content = content(image);
    if (content == null || !(port.width() > 0 && port.height() > 0)) {
      return null;
    }
    String fit =
        switch (style.get(Property.OBJECT_FIT, "fill")) {
          case "cover" -> "xMidYMid slice";
          case "contain", "scale-down" -> "xMidYMid meet";
          default -> "none";
        };
    return EmbeddedImages.shown(content, image.attribute("alt"), AspectRatio.parse(fit), port);
  }
}
