package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter.Step;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.geometry.Boxes;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a filter primitive may draw on (Filter Effects 1 §9.4). */
final class Subregions {
  private Subregions() {}

  /** Where nothing is given: around the inputs, or all of the filter's region. */
  static Box byDefault(PrimitiveAttributes primitive, List<Step> before, Box region) {
    Box union = null;
    for (FilterInput input : inputs(primitive)) {
      Step source = source(input, before);
      if (source == null) {
        return region;
      }
      union = union == null ? source.region() : Boxes.union(union, source.region());
    }
    return union == null ? region : union;
  }

  private static List<FilterInput> inputs(PrimitiveAttributes primitive) {
    return switch (primitive.element().name()) {
      case "feFlood", "feImage", "feTurbulence", "feTile" -> List.of(); // none that counts
      case "feMerge" -> PrimitiveParser.merge(primitive.element()).nodes();
      case "feBlend", "feComposite", "feDisplacementMap" ->
          List.of(primitive.input("in"), primitive.input("in2"));
      default -> List.of(primitive.input("in"));
    };
  }

  /** The step whose result it is; null for the source graphic and its kin. */
  private static @Nullable Step source(FilterInput input, List<Step> before) {
    return switch (input) {
      case FilterInput.Source source -> source == Source.PREVIOUS ? last(before) : null;
      case FilterInput.Result result -> {
        for (int i = before.size() - 1; i >= 0; i--) {
          if (result.name().equals(before.get(i).result())) {
            yield before.get(i);
          }
        }
        yield last(before);
      }
    };
  }

  private static @Nullable Step last(List<Step> before) {
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
