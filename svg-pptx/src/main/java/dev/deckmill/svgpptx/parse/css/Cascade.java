package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import dev.deckmill.svgpptx.parse.xml.XmlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes styles (CSS Cascade 4): presentation attributes, rules by specificity and order, the
 * {@code style} attribute, then what is important; what is left inherits. For one page on one
 * thread.
 */
public final class Cascade {
  private static final Property[] PROPERTIES = Property.values();

  private final StyleSheet sheet = new StyleSheet();
  private final Values values = new Values();
  private final List<StyleSheet.Rule> matching = new ArrayList<>();
  private final List<Declarations> blocks = new ArrayList<>();

  /** What is declared for the element at hand, and which slots are in use; empty between them. */
  private final @Nullable String[] declared = new @Nullable String[PROPERTIES.length];

  private final boolean[] important = new boolean[PROPERTIES.length];
  private final Property[] touched = new Property[PROPERTIES.length];
  private int touchedCount;

  private final Map<String, Declarations> styleAttributes = new HashMap<>();

  /** Whether the element at hand is one of HTML. */
  private boolean inHtml;

  /**
   * @param pageWidth in user units, for media queries
   * @param pageHeight in user units, for media queries
   * @param problem receives a sentence for each thing left out of style sheets
   */
  public Cascade(
      XmlDocument document, double pageWidth, double pageHeight, Consumer<String> problem) {
    MediaQuery media = new MediaQuery(pageWidth, pageHeight);
    for (Element style : document.styles()) {
      String type = style.attribute("type");
      String query = style.attribute("media");
      if ((type == null || type.isBlank() || type.strip().equalsIgnoreCase("text/css"))
          && (query == null || media.matches(query))) {
        StyleSheetParser.parse(style.text(), sheet, media, problem);
      }
    }
  }

  /** The style that the root element inherits from: all initial. */
  public static Style initial(Units units) {
    return new Style(
        new @Nullable String[Property.INHERITED], Style.NONE_OWN, Style.NO_BOX, units, Map.of());
  }

  /** The element's style under a parent's, which need not be its parent in the document. */
  public Style style(Element element, Style parent) {
    collect(element);
    Map<String, String> custom = custom(parent.custom());
    if (touchedCount == 0) {
      return new Style(parent.inherited(), Style.NONE_OWN, Style.NO_BOX, parent.units(), custom);
    }
    boolean setsInherited = false;
    boolean setsOwn = false;
    boolean setsBox = false;
    for (int i = 0; i < touchedCount; i++) {
      boolean inherited = touched[i].inherited();
      setsInherited |= inherited;
      setsOwn |= !inherited && !touched[i].ofBoxes();
      setsBox |= touched[i].ofBoxes();
    }
    @Nullable String[] inherited = setsInherited ? parent.inherited().clone() : parent.inherited();
    @Nullable String[] own = setsOwn ? Style.NONE_OWN.clone() : Style.NONE_OWN;
    @Nullable String[] box = setsBox ? Style.NO_BOX.clone() : Style.NO_BOX;
    Units units = parent.units();
    String fontSize = declared[Property.FONT_SIZE.index()];
    if (fontSize != null) {
      units = fontUnits(fontSize, parent, custom);
    }
    Slots slots = new Slots(inherited, own, box);
    for (int i = 0; i < touchedCount; i++) {
      apply(touched[i], parent, slots, units, custom);
    }
    clear();
    return new Style(inherited, own, box, units, custom);
  }

  private void collect(Element element) {
    if (element.tag() == Tag.HTML) {
      collectHtml(element);
      return;
    }
    collectAttributes(element);
    collectBlocks(element);
  }

  /** What browsers bring along, then what attributes say that are older than CSS. */
  private void collectHtml(Element element) {
    inHtml = true;
    declare(HtmlDefaults.of(element));
    HtmlAttributes.each(element, (property, value) -> declare(property, value, false));
    collectBlocks(element);
    inHtml = false;
  }

  private void collectAttributes(Element element) {
    for (int i = 0, n = element.attributeCount(); i < n; i++) {
      String name = element.attributeName(i);
      Property property = Property.ofAttribute(name);
      if (property != null) {
        declare(property, element.attributeValue(i), false);
      }
    }
  }

  private void collectBlocks(Element element) {
    blocks.clear();
    if (!sheet.isEmpty()) {
      matching.clear();
      sheet.collect(element, matching);
      for (StyleSheet.Rule rule : matching) {
        blocks.add(rule.declarations());
      }
    }
    String styleAttribute = element.attribute("style");
    if (styleAttribute != null) {
      blocks.add(inHtml ? ofHtml(styleAttribute) : DeclarationParser.parse(styleAttribute));
    }
    for (Declarations block : blocks) {
      declare(block);
    }
  }

  /** Tools write the same few styles on all their labels. */
  private Declarations ofHtml(String styleAttribute) {
    return styleAttributes.computeIfAbsent(styleAttribute, DeclarationParser::parse);
  }

  private void declare(Declarations block) {
    for (int i = 0; i < block.size(); i++) {
      declare(block.property(i), block.value(i), block.important(i));
    }
  }

  /** Later declarations win, except over important ones. */
  private void declare(Property property, String value, boolean isImportant) {
    int i = property.index();
    if (property.ofBoxes() && !inHtml) {
      return;
    }
    if (declared[i] != null && important[i] && !isImportant) {
      return;
    }
    String valid =
        isWide(value) || value.contains("var(") ? value : values.normalize(property, value);
    if (valid == null) {
      return;
    }
    if (declared[i] == null) {
      touched[touchedCount++] = property;
    }
    declared[i] = valid;
    important[i] = isImportant;
  }

  private void clear() {
    for (int i = 0; i < touchedCount; i++) {
      declared[touched[i].index()] = null;
      important[touched[i].index()] = false;
    }
    touchedCount = 0;
  }

  private Map<String, String> custom(Map<String, String> parent) {
    Map<String, String> custom = parent;
    for (Declarations block : blocks) {
      if (!block.custom().isEmpty()) {
        custom = custom == parent ? new HashMap<>(parent) : custom;
        custom.putAll(block.custom());
      }
    }
    return custom;
  }

  private Units fontUnits(String declaredSize, Style parent, Map<String, String> custom) {
    String value = new Variables(custom).substitute(declaredSize);
    Units units = parent.units();
    if (value == null || isWide(value)) {
      return value != null && value.equalsIgnoreCase("initial")
          ? units.withEm(Units.MEDIUM)
          : units;
    }
    return units.withEm(FontSize.compute(value, units));
  }

  private void apply(
      Property property, Style parent, Slots slots, Units units, Map<String, String> custom) {
    String value = declared[property.index()];
    if (value != null && value.contains("var(")) {
      String substituted = new Variables(custom).substitute(value);
      value = substituted == null ? null : values.normalize(property, substituted);
    }
    if (value == null) {
      return; // invalid at computed-value time: as if unset
    }
    if (isWide(value)) {
      wide(property, value, parent, slots);
    } else if (property.inherited()) {
      slots.set(property, compute(property, value, parent, units));
    } else {
      slots.set(property, value);
    }
  }

  private static void wide(Property property, String value, Style parent, Slots slots) {
    if (property.inherited()) {
      if (value.equalsIgnoreCase("initial")) {
        slots.set(property, null);
      }
    } else if (value.equalsIgnoreCase("inherit")) {
      slots.set(property, parent.get(property));
    }
  }

  /** Where the values of a style are put. */
  @SuppressWarnings("ArrayRecordComponent") // filled in place, never compared
  private record Slots(
      @Nullable String[] inherited, @Nullable String[] own, @Nullable String[] box) {
    void set(Property property, @Nullable String value) {
      int i = property.index();
      if (property.inherited()) {
        inherited[i] = value;
      } else if (property.ofBoxes()) {
        box[i - Property.OF_BOXES] = value;
      } else {
        own[i - Property.INHERITED] = value;
      }
    }
  }

  private static @Nullable String compute(
      Property property, String value, Style parent, Units units) {
    if (property == Property.FONT_WEIGHT) {
      return FontSize.weight(value, parent.get(Property.FONT_WEIGHT));
    }
    if (property == Property.COLOR && value.equalsIgnoreCase("currentColor")) {
      return parent.get(Property.COLOR);
    }
    if (property == Property.LINE_HEIGHT) {
      return FontRelative.lineHeight(value, units);
    }
    return FontRelative.isAffected(property) ? FontRelative.compute(value, units) : value;
  }

  /** The keywords that every property knows (CSS Cascade 4 §7). */
  private static boolean isWide(String value) {
    return switch (value.length()) {
      case 5 -> value.equalsIgnoreCase("unset");
      case 6 -> value.equalsIgnoreCase("revert");
      case 7 -> value.equalsIgnoreCase("inherit") || value.equalsIgnoreCase("initial");
      case 12 -> value.equalsIgnoreCase("revert-layer");
      default -> false;
    };
  }
}
