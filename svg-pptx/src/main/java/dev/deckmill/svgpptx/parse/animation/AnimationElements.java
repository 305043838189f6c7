package dev.deckmill.svgpptx.parse.animation;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.parse.value.Words;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.PageBudget;
import dev.deckmill.svgpptx.parse.xml.Tag;
import dev.deckmill.svgpptx.parse.xml.XmlDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code animate}, {@code set}, {@code animateTransform} and {@code animateMotion} (SVG Animations
 * 2) as they stand still: those that end at their end, those that never do in the first frame that
 * shows something, those that wait for somebody as before.
 */
public final class AnimationElements {
  /** Characters that animations of the same elements may read again and again. */
  private static final long MOST_WORK = 8_000_000;

  private final XmlDocument document;
  private final Predicate<String> isStyle;
  private final PageBudget budget;
  private final SmilTiming timing;
  private final Frozen frozen = new Frozen(new LinkedHashMap<>(), new LinkedHashMap<>());
  private long work;

  /**
   * What animations leave.
   *
   * @param styles for each element they move the values of its properties; {@code motion} is a list
   *     of transforms outside of all others
   * @param shown for each animation element which state of it is drawn, as the end of a sentence
   */
  public record Frozen(Map<Element, Map<String, String>> styles, Map<Element, String> shown) {}

  private AnimationElements(XmlDocument document, PageBudget budget, Predicate<String> isStyle) {
    this.budget = budget;
    this.document = document;
    this.isStyle = isStyle;
    this.timing = new SmilTiming(document.ids());
  }

  /**
   * Lets a document's animations end. What is no property is written into the elements themselves.
   *
   * @param isStyle whether an attribute presents a property
   */
  public static Frozen freeze(XmlDocument document, PageBudget budget, Predicate<String> isStyle)
      throws PageRejected {
    AnimationElements animations = new AnimationElements(document, budget, isStyle);
    for (Element element : animations.inOrder()) {
      animations.frozen.shown().put(element, animations.one(element));
    }
    return animations.frozen;
  }

  /** Those that begin later win, or those further down (SMIL Animation §3.5). */
  private List<Element> inOrder() {
    List<Element> elements = new ArrayList<>(document.unsupported());
    elements.removeIf(element -> element.tag() != Tag.ANIMATION);
    elements.sort(Comparator.comparingDouble(timing::begin));
    return elements;
  }

  private String one(Element animation) throws PageRejected {
    Element target = target(animation);
    if (target == null || animation.name().equals("discard")) {
      return "without it";
    }
    double begin = timing.begin(animation);
    double active = timing.active(animation);
    if (timing.isTooDeep(animation)) {
      return "as before it, for what it waits for waits for too many others";
    }
    if (Double.isNaN(begin) || (timing.isInRing(animation) && !timing.isFirstOfRing(animation))) {
      return "as before it begins";
    }
    if (SmilValues.areVoid(animation)) {
      return "without it, for its times fit no values";
    }
    work += base(target, name(animation)).length();
    if (work > MOST_WORK) {
      return "as before it, for the page's animations would take too long";
    }
    return at(animation, target, begin, active);
  }

  private String at(Element animation, Element target, double begin, double active)
      throws PageRejected {
    double once = SmilTiming.duration(animation);
    if (Double.isInfinite(active) || timing.isFirstOfRing(animation)) {
      return endless(animation, target, begin < 0 ? -begin / once % 1 : 0);
    }
    if (!"freeze".equals(animation.attribute("fill"))) {
      return "as before it, for nothing of it stays";
    }
    double repeats = Double.isInfinite(once) ? 0 : active / once;
    double within = repeats - Math.floor(repeats);
    boolean atEnd = within == 0 && repeats > 0;
    double before = atEnd ? repeats - 1 : Math.floor(repeats);
    apply(animation, target, new State(atEnd ? 1 : within, before));
    return "after its end";
  }

  /**
   * A moment of an animation.
   *
   * @param progress of the repeat at hand, 0 to 1
   * @param repeats that are over
   */
  private record State(double progress, double repeats) {}

  private @Nullable Element target(Element animation) {
    String href = animation.href();
    if (href == null) {
      return animation.parent();
    }
    return href.startsWith("#") ? document.ids().get(href.substring(1)) : null;
  }

  private String endless(Element animation, Element target, double first) throws PageRejected {
    SmilValues values = SmilValues.of(animation, base(animation, target));
    double best = first;
    if (values != null && visibility(animation, target, values.at(first)) < 0.01) {
      double most = 0;
      int count = values.values().size();
      for (int i = 0; i < count; i++) {
        double visibility = visibility(animation, target, values.values().get(i));
        if (visibility > most) {
          most = visibility;
          double even = count == 1 ? 0 : (double) i / (values.discrete() ? count : count - 1);
          best = values.times().isEmpty() ? even : values.times().get(i);
        }
      }
    }
    apply(animation, target, new State(best, 0));
    return best == first ? "in its first frame" : "in a frame in which it is seen";
  }

  private static double visibility(Element animation, Element target, String value) {
    boolean isFunction = animation.name().equals("animateTransform");
    return Visibility.of(
        name(animation),
        isFunction ? function(animation) + "(" + value + ")" : value,
        target.attribute("stroke-dasharray"));
  }

  /** What {@code animateTransform} animates. */
  private static String function(Element animation) {
    String type = animation.attribute("type");
    return type == null ? "translate" : type.strip();
  }

  private static String name(Element animation) {
    String name = animation.attribute("attributeName");
    return name == null ? "transform" : name.strip();
  }

  private String base(Element animation, Element target) {
    return animation.name().equals("animateTransform")
        ? function(animation).equals("scale") ? "1" : "0"
        : base(target, name(animation));
  }

  private String base(Element target, String name) {
    Map<String, String> styles = frozen.styles().get(target);
    String value = styles == null ? null : styles.get(name);
    value = value == null ? target.attribute(name) : value;
    return value != null ? value.strip() : name.endsWith("opacity") ? "1" : "0";
  }

  private void apply(Element animation, Element target, State state) throws PageRejected {
    switch (animation.name()) {
      case "animateMotion" -> {
        String motion = MotionPath.transform(animation, document.ids(), state.progress(), budget);
        if (motion != null) {
          style(target, "motion", motion);
        }
      }
      case "animateTransform" -> transform(animation, target, state);
      default -> value(animation, target, state);
    }
  }

  private void value(Element animation, Element target, State state) {
    String name = animation.attribute("attributeName");
    SmilValues values = name == null ? null : SmilValues.of(animation, base(animation, target));
    if (name == null || values == null) {
      return;
    }
    String value = accumulated(animation, values, state);
    if (isAdditive(animation)) {
      value = Interpolation.plus(value, base(target, name.strip()), 1);
    }
    if (isStyle.test(name.strip())) {
      style(target, name.strip(), value);
    } else {
      target.freeze(name.strip(), value);
    }
  }

  /** One that leads to a value from wherever it is adds nothing (SVG Animations 2 §2.7). */
  private static boolean isAdditive(Element animation) {
    boolean leadsTo =
        animation.attribute("values") == null
            && animation.attribute("from") == null
            && animation.attribute("to") != null;
    return "sum".equals(animation.attribute("additive")) && !leadsTo;
  }

  /** Each repeat goes on from where the last one ended; from what is there, by so much. */
  private static String accumulated(Element animation, SmilValues values, State state) {
    String value = values.at(state.progress());
    boolean onBase =
        animation.attribute("values") == null
            && animation.attribute("from") == null
            && animation.attribute("to") == null;
    String by = onBase ? animation.attribute("by") : null;
    return "sum".equals(animation.attribute("accumulate"))
        ? Interpolation.plus(value, by == null ? values.last() : by.strip(), state.repeats())
        : value;
  }

  private void style(Element target, String name, String value) {
    frozen.styles().computeIfAbsent(target, key -> new LinkedHashMap<>()).put(name, value);
  }

  /** One function, in the place of the attribute's list or behind it (SVG Animations 2 §2.12). */
  private void transform(Element animation, Element target, State state) {
    String function = function(animation);
    SmilValues values = SmilValues.of(animation, base(animation, target));
    if (values == null) {
      return;
    }
    List<String> plain = values.values().stream().map(v -> String.join(" ", Words.of(v))).toList();
    SmilValues spaced = new SmilValues(plain, values.times(), values.easings(), values.discrete());
    String list = function + "(" + accumulated(animation, spaced, state) + ")";
    String name = name(animation);
    String before = target.attribute(name);
    boolean sum = isAdditive(animation) && before != null;
    target.freeze(name, sum ? before + " " + list : list);
  }
}
