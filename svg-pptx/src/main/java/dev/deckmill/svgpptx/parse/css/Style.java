package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.selector.Compound;
import dev.deckmill.svgpptx.parse.value.Units;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The computed style of an element: for each property the text that won, or null for its initial
 * value. Arrays are shared with the parent's style where nothing differs, and never written again.
 */
public final class Style {
  static final @Nullable String[] NONE_OWN =
      new @Nullable String[Property.OF_BOXES - Property.INHERITED];
  static final @Nullable String[] NO_BOX =
      new @Nullable String[Property.STYLED - Property.OF_BOXES];

  private final @Nullable String[] inherited;
  private final @Nullable String[] own;
  private final @Nullable String[] box;
  private final Units units;
  private final Map<String, String> custom;

  Style(
      @Nullable String[] inherited,
      @Nullable String[] own,
      @Nullable String[] box,
      Units units,
      Map<String, String> custom) {
    this.inherited = inherited;
    this.own = own;
    this.box = box;
    this.units = units;
    this.custom = custom;
  }

  /** The computed value as text; null: the initial one. */
  public @Nullable String get(Property property) {
    int i = property.index();
    if (i < Property.INHERITED) {
      return inherited[i];
    }
    return i < Property.OF_BOXES ? own[i - Property.INHERITED] : box[i - Property.OF_BOXES];
  }

  /** The computed value as text, or what stands for the initial one. */
  public String get(Property property, String initial) {
    String value = get(property);
    return value == null ? initial : value;
  }

  /** Whether the value is this keyword, in whatever case. */
  public boolean is(Property property, String keyword) {
    String value = get(property);
    return value != null && value.equalsIgnoreCase(keyword);
  }

  /** Whether the dark one of two colours is used (CSS Color Adjustment 1 §2). */
  public boolean isDark() {
    return isDark(get(Property.COLOR_SCHEME));
  }

  /** Where a page is fit for both, it is light. */
  static boolean isDark(@Nullable String colorScheme) {
    if (colorScheme == null || colorScheme.length() < 4) {
      return false;
    }
    String schemes = colorScheme.toLowerCase(Locale.ROOT);
    return Compound.hasWord(schemes, "dark") && !Compound.hasWord(schemes, "light");
  }

  /** Whether all properties that are not inherited have their initial values. */
  public boolean hasNothingOwn() {
    return own == NONE_OWN;
  }

  /** What an anonymous box inside the element has: nothing of its own. */
  public Style inheritedAlone() {
    return new Style(inherited, NONE_OWN, NO_BOX, units, custom);
  }

  /** Whether all properties that only boxes of HTML have are initial. */
  public boolean hasNoBox() {
    return box == NO_BOX;
  }

  /** The computed font size in user units, 0 or more. */
  public double fontSize() {
    return units.em();
  }

  /** What relative units mean here. */
  public Units units() {
    return units;
  }

  @Nullable String[] inherited() {
    return inherited;
  }

  Map<String, String> custom() {
    return custom;
  }
}
