package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter.Primitive;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.geometry.Boxes;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a filter primitive may draw on (Filter Effects 1 §9.4). */
final class Subregions {
  private Subregions() {}

  /** Where nothing is given: around the inputs, or all of the filter's region. */
  static Box byDefault(Element element, List<Primitive> before, Box region) {
    List<@Nullable String> inputs = inputs(element);
    Box union = null;
    for (String input : inputs) {
      Primitive source = source(input, before);
      if (source == null) {
        return region;
      }
      union = union == null ? source.region() : Boxes.union(union, source.region());
    }
    return union == null ? region : union;
  }

  private static List<@Nullable String> inputs(Element element) {
    List<@Nullable String> inputs = new ArrayList<>(2);
    switch (element.name()) {
      case "feFlood", "feImage", "feTurbulence", "feTile" -> {
        // none that counts
      }
      case "feMerge" -> {
        for (Element child = element.firstChild(); child != null; child = child.next()) {
          if (child.name().equals("feMergeNode")) {
            inputs.add(child.attribute("in"));
          }
        }
      }
      case "feBlend", "feComposite", "feDisplacementMap" -> {
        inputs.add(element.attribute("in"));
        inputs.add(element.attribute("in2"));
      }
      default -> inputs.add(element.attribute("in"));
    }
    return inputs;
  }

  /** The primitive whose result it is; null for the source graphic and its kin. */
  private static @Nullable Primitive source(@Nullable String input, List<Primitive> before) {
    if (input != null) {
      switch (input) {
        case "SourceGraphic",
            "SourceAlpha",
            "BackgroundImage",
            "BackgroundAlpha",
            "FillPaint",
            "StrokePaint" -> {
          return null;
        }
        default -> {
          for (int i = before.size() - 1; i >= 0; i--) {
            if (input.equals(before.get(i).result())) {
              return before.get(i);
            }
          }
        }
      }
    }
    return before.isEmpty() ? null : before.get(before.size() - 1);
  }

  /**
   * The subregion of a primitive.
   *
   * @param byDefault the default subregion, where nothing is given
   * @param box the filtered element's box where units are fractions of it, else null
   */
  static Box of(
      Element element, Style style, Box byDefault, Box region, Frame frame, @Nullable Box box) {
    double x = byDefault.x();
    double y = byDefault.y();
    double width = byDefault.width();
    double height = byDefault.height();
    for (int i = 0; i < element.attributeCount(); i++) {
      String value = element.attributeValue(i);
      switch (element.attributeName(i)) {
        case "x" ->
            x =
                box == null
                    ? length(value, style, frame.width(), x)
                    : box.x() + part(value, style, box.width());
        case "y" ->
            y =
                box == null
                    ? length(value, style, frame.height(), y)
                    : box.y() + part(value, style, box.height());
        case "width" ->
            width =
                box == null
                    ? length(value, style, frame.width(), width)
                    : part(value, style, box.width());
        case "height" ->
            height =
                box == null
                    ? length(value, style, frame.height(), height)
                    : part(value, style, box.height());
        default -> {
          // not of the subregion
        }
      }
    }
    return width > 0 && height > 0 ? new Box(x, y, width, height) : region;
  }

  private static double length(String text, Style style, double base, double fallback) {
    return LengthParser.parse(text, style.units(), base, fallback);
  }

  private static double part(String text, Style style, double extent) {
    return LengthParser.parse(text, style.units(), 1, 0) * extent;
  }
}
