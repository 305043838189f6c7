package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.animation.Easing;
import dev.deckmill.svgpptx.parse.animation.Timing;
import dev.deckmill.svgpptx.parse.animation.Visibility;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.TimeParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Style sheets' animations (CSS Animations 1) as they stand still: those that end at their end,
 * those that never do in the first frame that shows something.
 */
final class CssAnimations {
  /** Of an element's animations so many count, the last ones, which win over those before. */
  private static final int MOST_ANIMATIONS = 32;

  /** Characters of frames that the animations of a page may read; a second or two. */
  private static final long MOST_WORK = 50_000_000;

  private final StyleSheet sheet;
  private final Values valid;
  private final CssFindings findings;

  /** Lists as they are written and read; most elements share theirs. */
  private final Map<String, List<String>> lists = new HashMap<>();

  private long work;
  private boolean hasLeftOut;

  CssAnimations(StyleSheet sheet, Values valid, CssFindings findings) {
    this.sheet = sheet;
    this.valid = valid;
    this.findings = findings;
  }

  /** Puts what the element's animations leave over what is declared for it. */
  void play(Element element, Declared declared, Style parent, Variables variables) {
    Track track = new Track(element, declared, parent, variables);
    List<String> names = track.list(Property.ANIMATION_NAME, "none");
    int first = Math.max(0, names.size() - MOST_ANIMATIONS);
    if (first > 0) {
      leftOut("all but an element's last " + MOST_ANIMATIONS + " animations are left out");
    }
    for (int i = first; i < names.size(); i++) {
      Keyframes frames = sheet.keyframes(CssText.unquote(names.get(i)));
      if (frames != null && isWithinWork(frames)) {
        new Animation(track, frames, i).show();
      }
    }
  }

  private boolean isWithinWork(Keyframes frames) {
    work += frames.length();
    if (work > MOST_WORK) {
      leftOut("animations are left out from where they would take too long");
      return false;
    }
    return true;
  }

  /** Said once: it is the same for many elements. */
  private void leftOut(String problem) {
    if (!hasLeftOut) {
      hasLeftOut = true;
      findings.leftOut(null, problem);
    }
  }

  private List<String> read(String list) {
    if (lists.size() > 1_000) {
      lists.clear();
    }
    return lists.computeIfAbsent(list, CssText::list);
  }

  /** One element, and what it is without the animation. */
  private final class Track implements Keyframes.Values {
    private final Element element;
    private final Declared declared;
    private final Style parent;
    private final Variables variables;

    Track(Element element, Declared declared, Style parent, Variables variables) {
      this.element = element;
      this.declared = declared;
      this.parent = parent;
      this.variables = variables;
    }

    Element element() {
      return element;
    }

    Declared declared() {
      return declared;
    }

    List<String> list(Property property, String initial) {
      String value = declared.get(property);
      String substituted = value == null ? null : variables.substitute(value);
      return substituted == null || Values.isWide(substituted)
          ? List.of(initial)
          : read(substituted);
    }

    /** Lists that are too short begin again (§3.1). */
    String nth(Property property, int i, String initial) {
      List<String> list = list(property, initial);
      return list.get(i % list.size()).toLowerCase(Locale.ROOT);
    }

    @Override
    public String base(Property property) {
      String value = declared.get(property);
      value = value == null ? null : variables.substitute(value);
      if (value == null && property.inherited()) {
        value = parent.get(property);
      }
      if (value == null) {
        value = element.attribute(property.attributeName());
      }
      return value == null ? property.neutral() : value;
    }

    @Override
    public String computed(String written) {
      String value = variables.substitute(written);
      return value == null ? "unset" : value;
    }
  }

  /** One of an element's animations. */
  private final class Animation {
    private final Track track;
    private final Keyframes frames;
    private final Timing timing;
    private final Easing easing;
    private final boolean paused;

    Animation(Track track, Keyframes frames, int i) {
      this.track = track;
      this.frames = frames;
      this.timing = timing(track, i);
      Easing own = Easing.parse(track.nth(Property.ANIMATION_TIMING_FUNCTION, i, "ease"));
      this.easing = own == null ? Easing.EASE : own;
      this.paused = track.nth(Property.ANIMATION_PLAY_STATE, i, "running").equals("paused");
    }

    void show() {
      double progress = paused ? timing.atStart() : timing.atEnd();
      String shown = "after its end";
      if (timing.isEndless() && !paused) {
        progress = timing.inFirstFrame();
        shown = "in its first frame";
        if (visibility(progress) == 0) {
          progress = mostVisible(progress);
          shown = "in a frame in which it is seen";
        }
      }
      if (!Double.isNaN(progress)) {
        for (Property property : frames.properties()) {
          set(property, frames.at(property, progress, easing, track));
        }
      }
      if (!paused && timing.duration() > 0) {
        findings.stoodStill(track.element(), shown);
      }
    }

    private void set(Property property, String value) {
      String computable = valid.computable(property, value);
      if (computable != null) {
        track.declared().animate(property, computable);
      }
    }

    /** The first of the frames in which it is seen best. */
    private double mostVisible(double hidden) {
      double best = hidden;
      double most = 0;
      for (double offset : frames.offsets()) {
        double visibility = visibility(offset);
        if (visibility > most) {
          most = visibility;
          best = offset;
        }
      }
      return best;
    }

    private double visibility(double progress) {
      double visibility = 1;
      for (Property property : frames.properties()) {
        String value = frames.at(property, progress, easing, track);
        visibility *= Visibility.of(property.attributeName(), value, dashes());
      }
      return visibility < 0.01 ? 0 : visibility;
    }

    private @Nullable String dashes() {
      return track.base(Property.STROKE_DASHARRAY);
    }
  }

  private static Timing timing(Track track, int i) {
    String direction = track.nth(Property.ANIMATION_DIRECTION, i, "normal");
    String fill = track.nth(Property.ANIMATION_FILL_MODE, i, "none");
    double duration = TimeParser.seconds(track.nth(Property.ANIMATION_DURATION, i, "0s"));
    double delay = TimeParser.seconds(track.nth(Property.ANIMATION_DELAY, i, "0s"));
    return new Timing(
        duration >= 0 ? duration : 0,
        Double.isNaN(delay) ? 0 : delay,
        iterations(track.nth(Property.ANIMATION_ITERATION_COUNT, i, "1")),
        direction.startsWith("alternate"),
        direction.endsWith("reverse"),
        fill.equals("forwards") || fill.equals("both"),
        fill.equals("backwards") || fill.equals("both"));
  }

  private static double iterations(String text) {
    if (text.equals("infinite")) {
      return Double.POSITIVE_INFINITY;
    }
    double count = TimeParser.number(text);
    return count >= 0 ? count : 1;
  }
}
