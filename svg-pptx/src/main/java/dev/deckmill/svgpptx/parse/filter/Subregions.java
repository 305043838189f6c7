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
    Given given = new Given(element, style, box != null);
    Box whole = box == null ? new Box(0, 0, frame.width(), frame.height()) : box;
    double x = given.start("x", whole.x(), whole.width(), byDefault.x());
    double y = given.start("y", whole.y(), whole.height(), byDefault.y());
    double width = given.extent("width", whole.width(), byDefault.width());
    double height = given.extent("height", whole.height(), byDefault.height());
    return width > 0 && height > 0 ? new Box(x, y, width, height) : region;
  }

  /** What an element says of its subregion. */
  private record Given(Element element, Style style, boolean inFractions) {
    double start(String name, double from, double whole, double byDefault) {
      boolean moved = inFractions && element.attribute(name) != null;
      return moved ? from + extent(name, whole, byDefault) : extent(name, whole, byDefault);
    }

    double extent(String name, double whole, double byDefault) {
      String text = element.attribute(name);
      return inFractions && text != null
          ? LengthParser.parse(text, style.units(), 1, 0) * whole
          : LengthParser.parse(text, style.units(), whole, byDefault);
    }
  }
}
