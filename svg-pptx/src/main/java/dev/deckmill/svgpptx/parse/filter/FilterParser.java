package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.References;
import dev.deckmill.svgpptx.parse.paint.Templates;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code filter} (Filter Effects 1 §5, §8): references and functions, one after the other. */
public final class FilterParser {
  private static final Set<Tag> FILTERS = Set.of(Tag.FILTER);

  /** Primitives of one element's filter, with those of filters behind each other. */
  static final int MOST_STEPS = 1_000;

  /** Primitives of all elements' filters, which are read for each of them. */
  private static final int MOST_OF_A_PAGE = 100_000;

  private final DocumentContext document;
  private final PrimitiveParser primitives;
  private int stepsOfPage;

  /** Filters whose feImage shows what they filter: such a one is none. */
  private final Set<Element> circular = new HashSet<>();

  public FilterParser(DocumentContext document, ChildContent nodes, FilterImages images) {
    this.document = document;
    this.primitives = new PrimitiveParser(document, nodes, images);
  }

  /** The filter of an element in its user space; null: not filtered. */
  public @Nullable Filter filter(
      Element element, String value, Style style, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    if (value.equalsIgnoreCase("none")) {
      return null;
    }
    if (stepsOfPage >= MOST_OF_A_PAGE) {
      return tooLong(element);
    }
    List<Filter> chain = new ArrayList<>(1);
    int steps = 0;
    int at = 0;
    while (at < value.length()) {
      int open = value.indexOf('(', at);
      int close = open < 0 ? -1 : closing(value, open);
      if (close < 0) {
        return value.substring(at).isBlank() ? FilterChain.joined(chain) : invalid(element);
      }
      String name = value.substring(at, open).strip().toLowerCase(Locale.ROOT);
      Filter next =
          name.equals("url")
              ? reference(element, value.substring(at, close + 1).strip(), frame, bounds)
              : FilterFunctions.parse(
                  name,
                  value.substring(open + 1, close).strip(),
                  style,
                  bounds.get(),
                  chain.isEmpty() ? null : chain.getLast().region());
      if (next != null) {
        int more = size(next);
        steps += more;
        stepsOfPage += more;
        if (steps > MOST_STEPS || stepsOfPage > MOST_OF_A_PAGE) {
          return tooLong(element);
        }
        chain.add(next);
      } else if (!name.equals("url")) {
        return invalid(element);
      }
      at = close + 1;
    }
    return FilterChain.joined(chain);
  }

  /** One function that makes no sense makes the whole list void (CSS Syntax 3 §2.2). */
  private @Nullable Filter invalid(Element element) {
    document
        .findings()
        .warn(
            Code.CSS_ERROR,
            element,
            "Drawn without its filter: a function in it is not understood.");
    return null;
  }

  private @Nullable Filter tooLong(Element element) {
    stepsOfPage = Math.min(stepsOfPage, MOST_OF_A_PAGE);
    document
        .findings()
        .warn(
            Code.APPROXIMATED, element, "Drawn without its filter: there are too many primitives.");
    return null;
  }

  private static int size(Filter filter) {
    int size = 0;
    for (Filter.Step step : filter.steps()) {
      size += step.primitive() instanceof FilterPrimitive.Merge m ? 1 + m.nodes().size() : 1;
    }
    return size;
  }

  private static int closing(String value, int open) {
    int depth = 0;
    for (int i = open; i < value.length(); i++) {
      depth += value.charAt(i) == '(' ? 1 : value.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Filter reference(
      Element element, String url, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    String id = References.idOfUrl(url);
    Element target = id == null ? null : document.references().byId(id);
    if (target == null || target.tag() != Tag.FILTER) {
      document.references().missing(element);
      return null;
    }
    // SVG 1.1 §15.5: what a filter lacks it takes from the one that it refers to.
    Templates filter = Templates.of(target, FILTERS, document.references());
    if (filter.chain().isEmpty() || !document.references().enter(target, element)) {
      circular.add(target);
      return null;
    }
    try {
      Filter read = filter(filter, document.styleInDocument(target), frame, bounds);
      return circular.remove(target) ? null : read;
    } finally {
      document.references().leave();
    }
  }

  private Filter filter(Templates filter, Style style, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    boolean userSpace = filter.isUserSpace("filterUnits", false);
    boolean inBox = !filter.isUserSpace("primitiveUnits", true);
    Box box = userSpace && !inBox ? null : bounds.get();
    Box region = Regions.of(filter::attribute, style, frame, userSpace, box);
    Element content = content(filter);
    return region == null || content == null
        ? new Filter(new Box(0, 0, 0, 0), List.of())
        : new Filter(region, primitives.all(content, region, frame, inBox ? box : null));
  }

  /** The nearest that has primitives. */
  private static @Nullable Element content(Templates filter) {
    for (Element element : filter.chain()) {
      for (Element child = element.firstChild(); child != null; child = child.next()) {
        if (!child.isCharacters() && child.name().startsWith("fe")) {
          return element;
        }
      }
    }
    return null;
  }

  /** Whether results are computed in linearRGB, the initial value for filters. */
  static boolean isLinear(Style style) {
    return !style.is(Property.COLOR_INTERPOLATION_FILTERS, "sRGB");
  }
}
