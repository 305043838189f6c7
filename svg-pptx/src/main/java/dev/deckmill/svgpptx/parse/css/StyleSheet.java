package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.selector.Compound;
import dev.deckmill.svgpptx.parse.selector.Matching;
import dev.deckmill.svgpptx.parse.selector.Selector;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rules of a page, found by what their subject has to be: an id, a class, a type, or nothing in
 * particular; and its key frames and registered custom properties.
 */
final class StyleSheet {
  /** A rule for one selector; {@code order} is its place in the page. */
  record Rule(Selector selector, Declarations declarations, Layer layer, int order)
      implements Comparable<Rule> {
    @Override
    public int compareTo(Rule other) {
      int byLayer = Integer.compare(layer.rank(), other.layer.rank());
      if (byLayer != 0) {
        return byLayer;
      }
      int bySpecificity = Integer.compare(selector.specificity(), other.selector.specificity());
      return bySpecificity != 0 ? bySpecificity : Integer.compare(order, other.order);
    }
  }

  private final Map<String, List<Rule>> byId = new HashMap<>();
  private final Map<String, List<Rule>> byClass = new HashMap<>();
  private final Map<String, List<Rule>> byType = new HashMap<>();
  private final List<Rule> others = new ArrayList<>();
  private final Map<String, Keyframes> keyframes = new HashMap<>();
  private final List<FontFaceRule> fontFaces = new ArrayList<>();
  private final CustomProperties custom = new CustomProperties();
  private final Layer unlayered = new Layer();
  private final Matching matching = new Matching();
  private int size;

  void add(List<Selector> selectors, Declarations declarations, Layer layer) {
    for (Selector selector : selectors) {
      Rule rule = new Rule(selector, declarations, layer, size++);
      Compound subject = selector.subject();
      if (subject.id() != null) {
        byId.computeIfAbsent(subject.id(), key -> new ArrayList<>(2)).add(rule);
      } else if (!subject.classes().isEmpty()) {
        byClass.computeIfAbsent(subject.classes().get(0), key -> new ArrayList<>(2)).add(rule);
      } else if (subject.type() != null) {
        byType.computeIfAbsent(subject.type(), key -> new ArrayList<>(2)).add(rule);
      } else {
        others.add(rule);
      }
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The last of a name counts (CSS Animations 1 §4). */
  void addKeyframes(String name, Keyframes frames) {
    keyframes.put(name, frames);
  }

  @Nullable Keyframes keyframes(String name) {
    return keyframes.get(name);
  }

  void addFontFace(FontFaceRule rule) {
    fontFaces.add(rule);
  }

  List<FontFaceRule> fontFaces() {
    return fontFaces;
  }

  CustomProperties custom() {
    return custom;
  }

  /** What is in no layer, the strongest; the others are in it. */
  Layer unlayered() {
    return unlayered;
  }

  Matching matching() {
    return matching;
  }

  /** Adds to {@code out} the rules that match, the winning one last. */
  void collect(Element element, List<Rule> out) {
    collect(byType.get(element.name()), element, out);
    collect(others, element, out);
    if (!byClass.isEmpty()) {
      String classes = element.attribute("class");
      if (classes != null) {
        collectByClass(classes, element, out);
      }
    }
    if (!byId.isEmpty()) {
      String id = element.id();
      if (id != null) {
        collect(byId.get(id), element, out);
      }
    }
    if (out.size() > 1) {
      out.sort(null);
    }
  }

  private void collectByClass(String classes, Element element, List<Rule> out) {
    int end = classes.length();
    int at = 0;
    while (at < end) {
      while (at < end && classes.charAt(at) <= ' ') {
        at++;
      }
      int start = at;
      while (at < end && classes.charAt(at) > ' ') {
        at++;
      }
      if (at > start) {
        collect(byClass.get(classes.substring(start, at)), element, out);
      }
    }
  }

  private void collect(@Nullable List<Rule> rules, Element element, List<Rule> out) {
    if (rules != null) {
      for (Rule rule : rules) {
        if (matching.step() && rule.selector().matches(element)) {
          out.add(rule);
        }
      }
    }
  }
}
