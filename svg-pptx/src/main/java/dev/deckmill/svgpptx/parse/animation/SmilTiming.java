package dev.deckmill.svgpptx.parse.animation;

import dev.deckmill.svgpptx.parse.value.TimeParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When animation elements run (SVG Animations 2 §2.4), in seconds after the page appears. */
final class SmilTiming {
  private static final Pattern SYNC =
      Pattern.compile("([^\\s;]+)\\.(begin|end)\\s*(?:([+-])\\s*(\\S+))?");
  private static final Pattern CLOCK = Pattern.compile("(?:(\\d+):)?(\\d\\d):(\\d\\d(?:\\.\\d+)?)");

  /** Times that wait for times that wait for others: what goes further waits for nobody. */
  private static final int MOST_NESTING = 64;

  private final Map<String, Element> ids;
  private final Map<Element, Double> begins = new HashMap<>();
  private final Map<Element, Double> actives = new HashMap<>();

  /** Elements whose times are being found: times that refer to each other in a ring have none. */
  private final Set<Element> begun = new LinkedHashSet<>();

  private final Set<Element> ringed = new HashSet<>();

  private final Set<Element> ended = new HashSet<>();
  private final Set<Element> tooDeep = new HashSet<>();

  SmilTiming(Map<String, Element> ids) {
    this.ids = ids;
  }

  /** When the last of its runs begins; NaN where none does before somebody does something. */
  double begin(Element element) {
    Double known = begins.get(element);
    if (known != null) {
      return known;
    }
    if (!begun.add(element)) {
      ring(element);
      return Double.NaN;
    }
    String written = element.attribute("begin");
    List<Double> times =
        written == null || written.isBlank() ? List.of(0.0) : times(element, written);
    boolean first = "never".equals(element.attribute("restart"));
    double begin = times.stream().reduce(first ? Math::min : Math::max).orElse(Double.NaN);
    begun.remove(element);
    begins.put(element, begin);
    return begin;
  }

  /** All that have begun to be found since this one wait for each other. */
  private void ring(Element first) {
    boolean inside = false;
    for (Element each : begun) {
      inside |= each == first;
      if (inside) {
        ringed.add(each);
      }
    }
  }

  /** Whether it begins by itself, and again by what it begins: for ever, with all between. */
  boolean isFirstOfRing(Element element) {
    String begin = element.attribute("begin");
    return ringed.contains(element)
        && begin != null
        && Stream.of(begin.split(";", -1)).anyMatch(each -> !Double.isNaN(offset(each.strip())));
  }

  /** Whether it begins by what it begins itself, if by way of others. */
  boolean isInRing(Element element) {
    return ringed.contains(element);
  }

  /** How long its last run lasts, repeats included; perhaps infinite. */
  double active(Element element) {
    Double known = actives.get(element);
    if (known != null) {
      return known;
    }
    double active = unended(element);
    String end = element.attribute("end");
    if (end != null && ended.add(element)) {
      double begin = begin(element);
      for (double time : times(element, end)) {
        active = time > begin ? Math.min(active, time - begin) : active;
      }
      ended.remove(element);
      actives.put(element, active);
    }
    return active;
  }

  private static double unended(Element element) {
    double once = duration(element);
    double count = count(element.attribute("repeatCount"));
    double repeatDuration = clock(element.attribute("repeatDur"));
    if (Double.isNaN(count) && Double.isNaN(repeatDuration)) {
      return once;
    }
    double byCount = Double.isNaN(count) ? Double.POSITIVE_INFINITY : once * count;
    double byTime = Double.isNaN(repeatDuration) ? Double.POSITIVE_INFINITY : repeatDuration;
    return Math.min(byCount, byTime);
  }

  /** Whether its times wait for others through more elements than are followed. */
  boolean isTooDeep(Element element) {
    return tooDeep.contains(element);
  }

  /** Of one repeat; infinite where none is given. */
  static double duration(Element element) {
    double duration = clock(element.attribute("dur"));
    return duration > 0 ? duration : Double.POSITIVE_INFINITY;
  }

  private static double count(@Nullable String text) {
    if (text == null) {
      return Double.NaN;
    }
    return text.strip().equals("indefinite")
        ? Double.POSITIVE_INFINITY
        : TimeParser.number(text.strip());
  }

  private List<Double> times(Element element, String list) {
    List<Double> times = new ArrayList<>();
    for (String each : list.split(";", -1)) {
      double time = time(element, each.strip());
      if (!Double.isNaN(time)) {
        times.add(time);
      }
    }
    return times;
  }

  private double time(Element element, String text) {
    double offset = offset(text);
    if (!Double.isNaN(offset)) {
      return offset;
    }
    Matcher sync = SYNC.matcher(text);
    Element other = sync.matches() ? ids.get(sync.group(1)) : null;
    if (other == null) {
      return Double.NaN;
    }
    if (begun.size() + ended.size() > MOST_NESTING) {
      tooDeep.add(element);
      return Double.NaN;
    }
    double time = begin(other);
    if (sync.group(2).equals("end")) {
      time += active(other);
    }
    if (tooDeep.contains(other)) {
      tooDeep.add(element);
    }
    double later = sync.group(4) == null ? 0 : clock(sync.group(4));
    double result = "-".equals(sync.group(3)) ? time - later : time + later;
    return Double.isFinite(result) ? result : Double.NaN;
  }

  private static double offset(String text) {
    boolean negative = text.startsWith("-");
    double clock = clock(negative || text.startsWith("+") ? text.substring(1).strip() : text);
    return Double.isInfinite(clock) ? Double.NaN : negative ? -clock : clock;
  }

  /** A clock value (SVG Animations 2 §2.4.1); NaN where the text is none. */
  private static double clock(@Nullable String text) {
    if (text == null) {
      return Double.NaN;
    }
    String value = text.strip().toLowerCase(Locale.ROOT);
    if (value.equals("indefinite")) {
      return Double.POSITIVE_INFINITY;
    }
    Matcher clock = CLOCK.matcher(value);
    if (clock.matches()) {
      double hours = clock.group(1) == null ? 0 : Double.parseDouble(clock.group(1));
      return 3600 * hours
          + 60 * Double.parseDouble(clock.group(2))
          + Double.parseDouble(clock.group(3));
    }
    if (value.endsWith("min")) {
      return 60 * TimeParser.number(value.substring(0, value.length() - 3));
    }
    if (value.endsWith("h")) {
      return 3600 * TimeParser.number(value.substring(0, value.length() - 1));
    }
    return value.endsWith("s") ? TimeParser.seconds(value) : TimeParser.number(value);
  }
}
