package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How browsers show elements of HTML that nobody styles (HTML §15.3), as far as labels need it. */
final class HtmlDefaults {
  private static final String BLOCK = "display:block";
  private static final String BOLD = "font-weight:bolder";
  private static final String SLANTED = "font-style:italic";
  private static final String TYPED = "font-family:monospace";
  private static final String LIST =
      "display:block;margin:1em 0;padding-left:40px;list-style-type:";
  private static final String NESTED = "display:block;padding-left:40px;list-style-type:";
  private static final Set<String> LISTS = Set.of("ul", "ol", "menu");
  private static final String INFIX = "mo-infix";
  private static final String OPERATORS = "+-−=<>×·≤≥±→∈≠≈";
  private static final String HIDDEN = "display:none";

  private static final Map<String, Declarations> BY_NAME = new HashMap<>();

  static {
    put(BLOCK, "html body div section article aside header footer main nav address hgroup");
    put(BLOCK, "dl dt form fieldset legend details summary figcaption center");
    put("display:block;margin:1em 0", "p");
    put("display:block;margin:1em 40px", "blockquote figure");
    put("display:block;margin-left:40px", "dd");
    put("display:block;text-align:center", "center");
    put("display:block;margin:1em 0;white-space:pre;" + TYPED, "pre listing xmp");
    heading("h1", "2em", "0.67em");
    heading("h2", "1.5em", "0.83em");
    heading("h3", "1.17em", "1em");
    heading("h4", "1em", "1.33em");
    heading("h5", "0.83em", "1.67em");
    heading("h6", "0.67em", "2.33em");
    put(LIST + "disc", "ul menu dir");
    put(LIST + "decimal", "ol");
    put("display:list-item", "li");
    put(NESTED + "circle", "ul-in-list menu-in-list");
    put(NESTED + "square", "ul-in-lists menu-in-lists");
    put(NESTED + "decimal", "ol-in-list ol-in-lists");
    put("display:block;color:gray;border:1px none;border-top-style:solid;margin:0.5em auto", "hr");
    inline();
    tables();
    put(HIDDEN, "head title meta link base template noscript datalist script style annotation");
    put(HIDDEN, "annotation-xml area map param source track rp dialog");
  }

  private HtmlDefaults() {}

  private static void inline() {
    put(BOLD, "b strong");
    put(SLANTED, "i em cite var dfn address");
    put(TYPED, "code kbd samp tt");
    put("text-decoration:underline", "u ins");
    put("text-decoration:line-through", "s del strike");
    put("font-size:smaller", "small");
    put("font-size:larger", "big");
    put("font-size:smaller;vertical-align:sub", "sub");
    put("font-size:smaller;vertical-align:super", "sup");
    put("background-color:#ff0;color:#000", "mark");
    put("color:#0000ee;text-decoration:underline", "a");
    put("white-space:nowrap", "nobr");
    put("display:inline-block", "button input select textarea meter progress iframe video audio");
    put("display:inline-block", "canvas object embed");
    put("font-family:Cambria,'Times New Roman',serif;font-style:normal", "math");
    put("margin:0 0.22em", INFIX);
    put(SLANTED, "mi");
  }

  private static void tables() {
    put("display:table;border-spacing:2px;text-indent:0", "table");
    put("display:table-row-group;vertical-align:middle", "tbody thead tfoot");
    put("display:table-row;vertical-align:inherit", "tr");
    put("display:table-cell;vertical-align:inherit;padding:1px", "td");
    put("display:table-cell;vertical-align:inherit;padding:1px;font-weight:bold", "th");
    put("display:table-caption", "caption");
    put("text-align:center", "th caption");
    put("display:none", "colgroup col");
  }

  private static void heading(String name, String size, String margin) {
    put("display:block;font-weight:bold;font-size:" + size + ";margin:" + margin + " 0", name);
  }

  private static void put(String css, String names) {
    for (String name : names.split(" ", -1)) {
      Declarations more = DeclarationParser.parse(css, new Values(), HtmlDefaults::wrong);
      Declarations known = BY_NAME.putIfAbsent(name, more);
      for (int i = 0; known != null && i < more.size(); i++) {
        known.add(more.property(i), more.value(i), false);
      }
    }
  }

  private static void wrong(String problem) {
    throw new IllegalStateException(problem);
  }

  /** The declarations for an element. */
  static Declarations of(Element element) {
    Element parent = element.parent();
    String name = parent == null ? null : script(element, parent.name());
    int depth = LISTS.contains(element.name()) ? depth(element) : 0;
    if (depth > 0) {
      name = element.name() + (depth > 1 ? "-in-lists" : "-in-list");
    }
    if (element.name().equals("mo") && OPERATORS.contains(element.text().strip())) {
      name = INFIX;
    }
    Declarations found = BY_NAME.get(name == null ? element.name() : name);
    return found == null ? Declarations.NONE : found;
  }

  /** How many lists are around a list: 0, 1, or 2 for more. */
  private static int depth(Element list) {
    int depth = 0;
    Element e = list.parent();
    while (e != null && e.tag() == Tag.HTML && depth < 2) {
      depth += LISTS.contains(e.name()) ? 1 : 0;
      e = e.parent();
    }
    return depth;
  }

  /** Among the elements beside it: 1, 2, or 3 for more. */
  private static int position(Element element) {
    int position = 1;
    for (Element e = element.previous(); e != null && position < 3; e = e.previous()) {
      position += e.isCharacters() ? 0 : 1;
    }
    return position;
  }

  /** What stands raised or lowered in a formula (MathML Core §3.4.1). */
  private static @Nullable String script(Element element, String parent) {
    int place = parent.startsWith("ms") ? position(element) : 1;
    if (place < 2) {
      return null;
    }
    return switch (parent) {
      case "msup" -> "sup";
      case "msub" -> "sub";
      case "msubsup" -> place == 2 ? "sub" : "sup";
      default -> null;
    };
  }
}
