package dev.deckmill.svgpptx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes pages as no author would: bytes, numbers, units, attributes, declarations, references and
 * whole subtrees. The same seed makes the same pages.
 */
final class Mutator {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w/])-?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)");
  private static final Pattern UNIT =
      Pattern.compile("(?<=[\\d.])(?:px|em|rem|ex|pt|mm|cm|in|vw|vh|deg|rad|turn|ms|s|%)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s(?!xmlns)([A-Za-z_][\\w:.-]*+)=(\"[^\"]*+\"|'[^']*+')");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([A-Za-z][\\w:.-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>");
  private static final Pattern DECLARATION =
      Pattern.compile("(?<=[{;\"'])\\s*[a-z-]++\\s*:[^;:{}\"'<>]++(?=[;}\"'])");
  private static final Pattern ID = Pattern.compile("\\bid=[\"']([^\"'<>&]++)[\"']");
  private static final Pattern REFERENCE = Pattern.compile("#([\\w.-]++)(?=[\"')])");
  private static final Pattern TOKEN = Pattern.compile("[\\w.%#-]++|[^\\w\\s]");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-1",
          "1e-9",
          "1e9",
          "-1e9",
          "1e15",
          "1e38",
          "-1e38",
          "1e308",
          "1e999",
          "1e-320",
          "2147483647",
          "-2147483648",
          "99999999999999999999",
          "NaN",
          "Infinity",
          "-Infinity",
          ".",
          "+",
          "1e",
          "0.0000001",
          "65536",
          "16777217",
          "1_0",
          "0x10");
  private static final List<String> UNITS =
      List.of(
          "", "px", "em", "rem", "ex", "ch", "pt", "mm", "cm", "in", "vw", "vh", "%", "deg", "turn",
          "s", "ms", "fr", "dppx", "Q", "x");
  private static final List<String> DECLARATIONS =
      List.of(
          "all:revert-layer",
          "animation:x 1s infinite",
          "animation:x -1s 3.5 alternate both",
          "background:linear-gradient(45deg,red,blue 200%)",
          "clip-path:circle(0)",
          "clip-path:polygon(0 0,1e9px 0,0 1e9px)",
          "clip-path:url(#ID)",
          "color:oklch(2 -1 1e9)",
          "content:'x'",
          "d:path('M0 0C1 1e9 1 1 0 0z')",
          "direction:rtl",
          "display:block",
          "display:contents",
          "display:flex",
          "display:grid",
          "display:inline",
          "display:none",
          "display:table",
          "fill:color-mix(in oklch,red -5%,blue)",
          "fill:context-stroke",
          "fill:url(#ID) none",
          "filter:blur(1e9px)",
          "filter:blur(3px) url(#ID)",
          "filter:drop-shadow(0 0 1e6px red)",
          "filter:hue-rotate(1e9turn) invert(1)",
          "filter:url(#ID)",
          "font-size:0",
          "font-size:1e6px",
          "font-size:200%",
          "font:italic 9px/0 serif",
          "grid-template-columns:repeat(999999,1fr)",
          "height:calc(100%/0)",
          "inset:-1e9px",
          "isolation:isolate",
          "letter-spacing:-9em",
          "line-height:1e9",
          "marker:url(#ID)",
          "mask:url(#ID)",
          "mix-blend-mode:luminosity",
          "offset-path:path('M0 0')",
          "opacity:-1",
          "opacity:.5",
          "overflow:hidden",
          "paint-order:stroke",
          "position:absolute",
          "position:fixed",
          "rotate:1 1 1 1e9deg",
          "scale:0 1",
          "stroke-dasharray:0 1e-9",
          "stroke-dasharray:1 2 3",
          "stroke-dashoffset:-1e9",
          "stroke-linejoin:miter",
          "stroke-miterlimit:0",
          "stroke-width:1e9",
          "stroke:url(#ID)",
          "text-anchor:end",
          "text-transform:uppercase",
          "transform-box:fill-box",
          "transform-origin:1e9px 0",
          "transform:matrix(1,1,1,1,0,0)",
          "transform:matrix3d(1,0,0,0,0,1,0,0,0,0,1,1,0,0,0,0)",
          "transform:rotateY(90deg)",
          "transform:scale(0)",
          "transform:scale(1e-9) skewX(90deg)",
          "unicode-bidi:isolate",
          "vector-effect:non-scaling-stroke",
          "visibility:hidden",
          "white-space:pre",
          "width:max-content",
          "word-spacing:1e9px",
          "writing-mode:vertical-rl",
          "zoom:1e9",
          "--a:var(--b)",
          "--b:var(--a) var(--a)");
  private static final List<String> WRAPPERS =
      List.of(
          "<g opacity='.5'>",
          "<g transform='rotate(33) scale(-1,2)'>",
          "<a href='#ID'>",
          "<switch>",
          "<svg viewBox='0 0 1 1' width='9' height='9'>",
          "<symbol id='ID'>",
          "<mask id='ID'>",
          "<clipPath id='ID'>",
          "<pattern id='ID' width='9' height='9'>",
          "<marker id='ID' markerWidth='5' markerHeight='5'>",
          "<g filter='url(#ID)'>",
          "<g mask='url(#ID)'>",
          "<g clip-path='url(#ID)'>",
          "<defs>",
          "<text>",
          "<foreignObject width='90' height='50'>",
          "<g style='mix-blend-mode:multiply'>");

  private final List<String> pages;
  private final Random random;

  Mutator(List<byte[]> pages, long seed) {
    this.pages = pages.stream().map(page -> new String(page, StandardCharsets.ISO_8859_1)).toList();
    this.random = new Random(seed);
  }

  /** The next page: one of the given ones after up to six changes. */
  byte[] next() {
    String page = anyOf(pages);
    for (int i = 1 + random.nextInt(6); i > 0 && page.length() < 300_000; i--) {
      page = changed(page);
    }
    return page.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String changed(String page) {
    return switch (random.nextInt(16)) {
      case 0 -> random.nextInt(3) > 0 ? attribute(page) : flipped(page);
      case 1 -> random.nextInt(3) > 0 ? styled(page) : tokens(page);
      case 2, 3, 4 -> replaced(page, NUMBER, anyOf(NUMBERS));
      case 5 -> replaced(page, NUMBER, number());
      case 6 -> replaced(page, UNIT, anyOf(UNITS));
      case 7, 8 -> attribute(page);
      case 9 -> subtree(page, 0);
      case 10 -> subtree(page, 1);
      case 11 -> subtree(page, 2);
      case 12 -> wrapped(page);
      case 13 -> replaced(page, DECLARATION, withIds(declaration(), page));
      case 14 -> styled(page);
      default -> replaced(page, REFERENCE, "#" + id(page));
    };
  }

  private <T> T anyOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String number() {
    return Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(12) - 3));
  }

  /** One of the places, or nothing where there is none. */
  private List<MatchResult> places(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    List<MatchResult> places = new ArrayList<>();
    while (matcher.find()) {
      places.add(matcher.toMatchResult());
    }
    return places;
  }

  private String replaced(String page, Pattern what, String with) {
    List<MatchResult> places = places(what, page);
    if (places.isEmpty()) {
      return page;
    }
    MatchResult at = anyOf(places);
    return page.substring(0, at.start()) + with + page.substring(at.end());
  }

  private String flipped(String page) {
    StringBuilder flipped = new StringBuilder(page);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(page.length());
      flipped.setCharAt(at, (char) (flipped.charAt(at) ^ 1 << random.nextInt(8)));
    }
    return flipped.toString();
  }

  /** Some tokens of any page in the place of as many of this one. */
  private String tokens(String page) {
    List<MatchResult> own = places(TOKEN, page);
    String other = anyOf(pages);
    List<MatchResult> theirs = places(TOKEN, other);
    int count = 1 + random.nextInt(6);
    int from = random.nextInt(own.size());
    int to = Math.min(own.size(), from + random.nextInt(count + 1)) - 1;
    int start = random.nextInt(theirs.size());
    int end = Math.min(theirs.size(), start + count) - 1;
    return page.substring(0, own.get(from).start())
        + other.substring(theirs.get(start).start(), theirs.get(end).end())
        + page.substring(Math.max(own.get(from).start(), own.get(Math.max(from, to)).end()));
  }

  /** An attribute's value, or a whole attribute, from another element of any page. */
  private String attribute(String page) {
    List<MatchResult> own = places(ATTRIBUTE, page);
    List<MatchResult> theirs = places(ATTRIBUTE, random.nextBoolean() ? page : anyOf(pages));
    if (own.isEmpty() || theirs.isEmpty()) {
      return page;
    }
    MatchResult at = anyOf(own);
    MatchResult other = anyOf(theirs);
    String with =
        switch (random.nextInt(4)) {
          case 0 -> other.group();
          case 1 -> " " + at.group(1) + "=" + other.group(2);
          case 2 -> at.group() + (other.group(1).equals(at.group(1)) ? "" : other.group());
          default -> "";
        };
    return page.substring(0, at.start()) + with + page.substring(at.end());
  }

  /** Where an element begins and ends. */
  private record Span(int start, int end) {}

  private List<Span> elements(String page) {
    List<Span> spans = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    Matcher tag = TAG.matcher(page);
    while (tag.find()) {
      if (tag.group(3).endsWith("/")) {
        spans.add(new Span(tag.start(), tag.end()));
      } else if (tag.group(1).isEmpty()) {
        open.add(tag.start());
      } else if (open.size() > 1) {
        spans.add(new Span(open.removeLast(), tag.end()));
      }
    }
    return spans;
  }

  /** Doubles, removes or moves an element with all that is in it, perhaps into itself. */
  private String subtree(String page, int how) {
    List<Span> spans = elements(page);
    if (spans.isEmpty()) {
      return page;
    }
    Span at = anyOf(spans);
    String tree = page.substring(at.start(), at.end());
    Span other = anyOf(spans);
    int to = random.nextBoolean() ? other.start() : other.end();
    return switch (how) {
      case 0 -> page.substring(0, at.start()) + page.substring(at.end());
      case 1 -> {
        int times = tree.length() < 2_000 ? 1 << random.nextInt(7) : 1;
        yield page.substring(0, to) + tree.repeat(times) + page.substring(to);
      }
      default -> {
        String from = anyOf(pages);
        List<Span> theirs = elements(from);
        Span foreign = theirs.isEmpty() ? new Span(0, 0) : anyOf(theirs);
        yield page.substring(0, to)
            + from.substring(foreign.start(), foreign.end())
            + page.substring(to);
      }
    };
  }

  /** An element inside of new ones, perhaps many. */
  private String wrapped(String page) {
    List<Span> spans = elements(page);
    if (spans.isEmpty()) {
      return page;
    }
    Span at = anyOf(spans);
    int times = 1 << random.nextInt(6);
    String wrapper = withIds(anyOf(WRAPPERS), page);
    String end = "</" + wrapper.substring(1).split("[ >]", 2)[0] + ">";
    return page.substring(0, at.start())
        + wrapper.repeat(times)
        + page.substring(at.start(), at.end())
        + end.repeat(times)
        + page.substring(at.end());
  }

  /** A style for an element, or for all of a kind. */
  private String styled(String page) {
    List<MatchResult> tags =
        places(TAG, page).stream().filter(tag -> tag.group(1).isEmpty()).toList();
    if (tags.isEmpty()) {
      return page;
    }
    MatchResult at = anyOf(tags);
    StringBuilder style = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      style.append(withIds(declaration(), page)).append(';');
    }
    int insideTag = at.start() + 1 + at.group(2).length();
    return random.nextBoolean()
        ? page.substring(0, insideTag)
            + (" style=\"" + style + "\"")
            + page.substring(insideTag).replaceFirst("\\sstyle=(\"[^\"]*+\"|'[^']*+')", "")
        : page.substring(0, at.end())
            + (at.group(3).endsWith("/") ? "" : sheet(at.group(2), style))
            + page.substring(at.end());
  }

  private String sheet(String name, CharSequence style) {
    String selector =
        switch (random.nextInt(5)) {
          case 0 -> "*";
          case 1 -> ":is(" + name + ",:has(> " + name + "))";
          case 2 -> name + " ~ *";
          case 3 -> ":nth-child(2n+1)";
          default -> name;
        };
    return "<style>@keyframes x{from{" + style + "}}" + selector + "{" + style + "}</style>";
  }

  private String declaration() {
    if (random.nextInt(3) > 0) {
      return anyOf(DECLARATIONS);
    }
    List<MatchResult> theirs = places(DECLARATION, anyOf(pages));
    return theirs.isEmpty() ? anyOf(DECLARATIONS) : anyOf(theirs).group().strip();
  }

  private String withIds(String text, String page) {
    return text.contains("ID") ? text.replace("ID", id(page)) : text;
  }

  private String id(String page) {
    List<MatchResult> ids = places(ID, page);
    return ids.isEmpty() ? "x" : anyOf(ids).group(1);
  }
}
