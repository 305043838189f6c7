package dev.deckmill.svgpptx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What the schemas allow and PowerPoint does not: it offers to repair such a file, or drops what it
 * doesn't like. Each rule is known from files that it refused, as others told.
 */
public final class PowerPointRules {
  private static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String P = "http://schemas.openxmlformats.org/presentationml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  private static final Set<String> UNDERSTOOD = Set.of(A, P, R, MC, XML, XMLNS);

  /** {@code ST_Coordinate} as a number (ECMA-376 §20.1.10.16). */
  private static final long FARTHEST = 27_273_042_316_900L;

  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,15}");

  private final Map<String, byte[]> parts;
  private final List<String> problems = new ArrayList<>();
  private String part = "";

  private PowerPointRules(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  /** What is wrong with a deck, a line each; empty where nothing is. */
  public static List<String> problems(byte[] pptx) throws IOException {
    return problems(PptxCheck.parts(pptx));
  }

  static List<String> problems(Map<String, byte[]> parts) throws IOException {
    PowerPointRules rules = new PowerPointRules(parts);
    rules.packageRules();
    for (String name : parts.keySet()) {
      rules.part = name;
      if (name.endsWith(".rels")) {
        rules.relationships();
      } else if (name.startsWith("ppt/media/")) {
        rules.imageIsWhatItsNameSays();
      } else if (name.startsWith("ppt/theme/")) {
        rules.themeHasThreeOfEach();
      } else if (name.startsWith("ppt/") && name.endsWith(".xml")) {
        rules.drawing();
      }
    }
    return rules.problems;
  }

  private void drawing() throws IOException {
    Document document = parsed(part);
    shapesHaveNumbersAndNames(document);
    sizes(document);
    each(document, A, "ln", this::lineIsNotEmpty);
    each(document, P, "txBody", body -> check(has(body, A, "p"), "a text without paragraph"));
    each(document, A, "gsLst", this::stopsAreInOrder);
    each(document, A, "path", this::pathHasSizeAndNumbers);
    each(document, A, "tile", this::tileIsWhole);
    each(document, A, "custDash", d -> check(has(d, A, "ds"), "dashes without a dash"));
    each(document, "*", "*", this::numbersAreInRange);
    each(document, "*", "*", e -> namespacesAreUnderstood(document, e));
    linksLeadSomewhere(document);
  }

  private void shapesHaveNumbersAndNames(Document document) {
    Set<String> ids = new HashSet<>();
    each(
        document,
        P,
        "cNvPr",
        shape -> {
          check(ids.add(shape.getAttribute("id")), "an id that another shape has");
          check(
              shape.getAttribute("id").equals("1") || !shape.getAttribute("name").isBlank(),
              "a shape without a name");
        });
  }

  private void sizes(Document document) {
    for (String name : List.of("ext", "chExt")) {
      each(
          document,
          A,
          name,
          size -> {
            if (size.hasAttribute("cx")) {
              check(number(size, "cx") >= 0 && number(size, "cy") >= 0, "a size below 0");
            }
          });
    }
    each(document, P, "pic", pic -> check(isLarge(pic), "a picture of no size"));
  }

  private static boolean isLarge(Element pic) {
    Element size = (Element) pic.getElementsByTagNameNS(A, "ext").item(0);
    return size != null && number(size, "cx") > 0 && number(size, "cy") > 0;
  }

  private void lineIsNotEmpty(Element line) {
    check(line.getFirstChild() != null, "an empty line");
  }

  private void stopsAreInOrder(Element list) {
    List<Long> stops = children(list).map(stop -> number(stop, "pos")).toList();
    check(stops.size() >= 2, "a gradient of one stop");
    check(stops.stream().sorted().toList().equals(stops), "stops out of order");
  }

  private void pathHasSizeAndNumbers(Element path) {
    if (!path.hasAttribute("path")) {
      check(number(path, "w") > 0 && number(path, "h") > 0, "a path in a space of no size");
      Element first = (Element) path.getFirstChild();
      check(first != null && first.getLocalName().equals("moveTo"), "a path without beginning");
    }
  }

  private void tileIsWhole(Element tile) {
    for (String attribute : List.of("tx", "ty", "sx", "sy")) {
      check(INTEGER.matcher(tile.getAttribute(attribute)).matches(), "a tile without measures");
    }
    check(number(tile, "sx") > 0 && number(tile, "sy") > 0, "a tile of no size");
  }

  private void numbersAreInRange(Element element) {
    for (Attr attribute : attributes(element)) {
      String name = element.getLocalName() + "@" + attribute.getName();
      switch (name) {
        case "pt@x", "pt@y", "off@x", "off@y", "chOff@x", "chOff@y", "ext@cx", "ext@cy" ->
            within(name, attribute, -FARTHEST, FARTHEST);
        case "ln@w" -> within(name, attribute, 0, 20_116_800);
        case "alpha@val", "alphaModFix@amt", "gs@pos" -> within(name, attribute, 0, 100_000);
        case "ds@d", "ds@sp" -> within(name, attribute, 0, Integer.MAX_VALUE);
        case "miter@lim" -> within(name, attribute, 0, Integer.MAX_VALUE);
        case "outerShdw@blurRad", "outerShdw@dist", "glow@rad" ->
            within(name, attribute, 0, FARTHEST);
        case "outerShdw@dir", "lin@ang" -> within(name, attribute, 0, 21_599_999);
        case "rPr@sz", "endParaRPr@sz" -> within(name, attribute, 100, 400_000);
        case "rPr@spc" -> within(name, attribute, -400_000, 400_000);
        case "xfrm@rot" -> within(name, attribute, Integer.MIN_VALUE, Integer.MAX_VALUE);
        case "srcRect@l", "srcRect@t", "srcRect@r", "srcRect@b" ->
            within(name, attribute, Integer.MIN_VALUE, Integer.MAX_VALUE);
        default -> {}
      }
    }
  }

  private void within(String name, Attr attribute, long least, long most) {
    boolean isNumber = INTEGER.matcher(attribute.getValue()).matches();
    check(isNumber, name + " is no number");
    if (isNumber) {
      long value = Long.parseLong(attribute.getValue());
      check(value >= least && value <= most, name + " is out of range");
    }
  }

  /** What an older PowerPoint doesn't know it may only meet where it is told to ignore it. */
  private void namespacesAreUnderstood(Document document, Element element) {
    String ignorable = " " + document.getDocumentElement().getAttributeNS(MC, "Ignorable") + " ";
    if (isExtension(element)) {
      return;
    }
    Stream.concat(Stream.of((Node) element), attributes(element).stream())
        .filter(n -> n.getNamespaceURI() != null && !UNDERSTOOD.contains(n.getNamespaceURI()))
        .filter(n -> !ignorable.contains(" " + n.getPrefix() + " "))
        .forEach(n -> problem("a namespace that is not ignorable: " + n.getNodeName()));
  }

  /** What is in an {@code a:ext} is for those who know its number. */
  private static boolean isExtension(Element element) {
    return element.getParentNode() instanceof Element parent
        && ((parent.getLocalName().equals("ext") && parent.hasAttribute("uri"))
            || isExtension(parent));
  }

  private void linksLeadSomewhere(Document document) throws IOException {
    String rels = relsOf(part);
    Set<String> known = new HashSet<>();
    if (parts.containsKey(rels)) {
      each(parsed(rels), "*", "Relationship", r -> known.add(r.getAttribute("Id")));
    }
    each(
        document,
        "*",
        "*",
        e ->
            attributes(e).stream()
                .filter(a -> R.equals(a.getNamespaceURI()))
                .forEach(a -> check(known.contains(a.getValue()), "a link that leads nowhere")));
  }

  private static String relsOf(String name) {
    int slash = name.lastIndexOf('/');
    return name.substring(0, slash + 1) + "_rels/" + name.substring(slash + 1) + ".rels";
  }

  private void relationships() throws IOException {
    String folder = part.substring(0, part.lastIndexOf("_rels/"));
    Set<String> ids = new HashSet<>();
    each(
        parsed(part),
        "*",
        "Relationship",
        r -> {
          check(ids.add(r.getAttribute("Id")), "two relationships with one id");
          String target = r.getAttribute("Target");
          boolean outside = r.getAttribute("TargetMode").equals("External");
          check(outside || parts.containsKey(resolved(folder, target)), "a target that is missing");
        });
  }

  private static String resolved(String folder, String target) {
    return java.net.URI.create("/" + folder).resolve(target).getPath().substring(1);
  }

  private void imageIsWhatItsNameSays() {
    byte[] bytes = parts.getOrDefault(part, new byte[0]);
    String extension = part.substring(part.lastIndexOf('.') + 1);
    int first = bytes.length < 4 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    int expected =
        switch (extension) {
          case "png" -> 0x8950;
          case "jpeg" -> 0xffd8;
          case "gif" -> 0x4749;
          default -> -1;
        };
    check(first == expected, "an image that is no " + extension);
  }

  private void themeHasThreeOfEach() throws IOException {
    Document theme = parsed(part);
    for (String list : List.of("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst")) {
      Element of = (Element) theme.getElementsByTagNameNS(A, list).item(0);
      check(of != null && children(of).count() >= 3, "a theme with too few in " + list);
    }
  }

  private void packageRules() throws IOException {
    part = "[Content_Types].xml";
    Set<String> defaults = new HashSet<>();
    Set<String> overrides = new HashSet<>();
    Document types = parsed(part);
    each(types, "*", "Default", d -> defaults.add(d.getAttribute("Extension")));
    each(types, "*", "Override", o -> overrides.add(o.getAttribute("PartName").substring(1)));
    for (String name : parts.keySet()) {
      String extension = name.substring(name.lastIndexOf('.') + 1);
      boolean typed =
          extension.equals("xml") ? overrides.contains(name) : defaults.contains(extension);
      check(typed || name.equals(part), "a part without a type: " + name);
    }
    overrides.forEach(name -> check(parts.containsKey(name), "a type of no part: " + name));
  }

  private Document parsed(String name) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      byte[] bytes = parts.getOrDefault(name, new byte[0]);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(name, e);
    }
  }

  private static void each(
      Document document, String namespace, String name, Consumer<Element> then) {
    var found = document.getElementsByTagNameNS(namespace, name);
    for (int i = 0; i < found.getLength(); i++) {
      then.accept((Element) found.item(i));
    }
  }

  private static Stream<Element> children(Element of) {
    return IntStream.range(0, of.getChildNodes().getLength())
        .mapToObj(of.getChildNodes()::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  private static List<Attr> attributes(Element element) {
    var all = element.getAttributes();
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Attr) all.item(i)).toList();
  }

  private static boolean has(Element element, String namespace, String child) {
    return children(element)
        .anyMatch(c -> namespace.equals(c.getNamespaceURI()) && child.equals(c.getLocalName()));
  }

  /** A number below all others where there is none. */
  private static long number(Element element, String attribute) {
    String value = element.getAttribute(attribute);
    return INTEGER.matcher(value).matches() ? Long.parseLong(value) : Long.MIN_VALUE;
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      problem(otherwise);
    }
  }

  private void problem(String text) {
    problems.add(part + ": " + text);
  }
}
