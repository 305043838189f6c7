package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.atrule.CascadeLayer;
import dev.deckmill.svgpptx.parse.atrule.FontFaceRule;
import dev.deckmill.svgpptx.parse.selector.Compound;
import dev.deckmill.svgpptx.parse.selector.Generated;
import dev.deckmill.svgpptx.parse.selector.Matching;
import dev.deckmill.svgpptx.parse.selector.Selector;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All rules of a page, found by what their subject has to be: an id, a class, a type, or nothing in
 * particular; and its key frames and registered custom properties.
 */
final class StyleSheet {
  /** A rule for one selector; {@code order} is its place in the page. */
  record Rule(Selector selector, Declarations declarations, CascadeLayer layer, int order)
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

  /** A longer list of classes is read with an eye for those that come again. */
  private static final int SHORT = 200;

  private final Index ofElements = new Index();
  private final Map<Generated, Index> ofGenerated = new EnumMap<>(Generated.class);
  private final Map<String, Keyframes> keyframes = new HashMap<>();
  private final Map<String, Keyframes> prefixedKeyframes = new HashMap<>();
  private final List<FontFaceRule> fontFaces = new ArrayList<>();
  private final CustomProperties custom = new CustomProperties();
  private final CascadeLayer unlayered = new CascadeLayer();
  private final Matching matching = new Matching();
  private int size;

  void add(List<Selector> selectors, Declarations declarations, CascadeLayer layer) {
    for (Selector selector : selectors) {
      Generated generated = Generated.of(selector);
      if (generated == null) {
        ofElements.add(new Rule(selector, declarations, layer, size++));
      } else {
        ofGenerated
            .computeIfAbsent(generated, key -> new Index())
            .add(new Rule(Generated.origin(selector), declarations, layer, size++));
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

  /** Those that have no other of their name besides. */
  void addPrefixedKeyframes(String name, Keyframes frames) {
    prefixedKeyframes.put(name, frames);
  }

  @Nullable Keyframes keyframes(String name) {
    Keyframes frames = keyframes.get(name);
    return frames == null ? prefixedKeyframes.get(name) : frames;
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
  CascadeLayer unlayered() {
    return unlayered;
  }

  Matching matching() {
    return matching;
  }

  /** Adds to {@code out} the rules that match, the winning one last. */
  void collect(Element element, List<Rule> out) {
    ofElements.collect(element, out);
  }

  /** Whether some element has one. */
  boolean has(Generated generated) {
    return ofGenerated.containsKey(generated);
  }

  /** The same for what stands before or after the content of an element. */
  void collect(Element element, Generated generated, List<Rule> out) {
    Index index = ofGenerated.get(generated);
    if (index != null) {
      index.collect(element, out);
    }
  }

  /** Rules by what their subject has to be. */
  private final class Index {
    private final Map<String, List<Rule>> byId = new HashMap<>();
    private final Map<String, List<Rule>> byClass = new HashMap<>();
    private final Map<String, List<Rule>> byType = new HashMap<>();
    private final List<Rule> others = new ArrayList<>();

    void add(Rule rule) {
      Compound subject = rule.selector().subject();
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
      Set<String> seen = end > SHORT ? new HashSet<>() : null;
      while (at < end) {
        while (at < end && classes.charAt(at) <= ' ') {
          at++;
        }
        int start = at;
        while (at < end && classes.charAt(at) > ' ') {
          at++;
        }
        if (at > start && (seen == null || seen.add(classes.substring(start, at)))) {
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
}
