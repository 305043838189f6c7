package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.xml.Element;
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
    return new Style(new @Nullable String[Property.INHERITED], Style.NONE_OWN, units, Map.of());
  }

  /** The element's style under a parent's, which need not be its parent in the document. */
  public Style style(Element element, Style parent) {
    collect(element);
    Map<String, String> custom = custom(parent.custom());
    if (touchedCount == 0) {
      return new Style(parent.inherited(), Style.NONE_OWN, parent.units(), custom);
    }
    boolean setsInherited = false;
    boolean setsOwn = false;
    for (int i = 0; i < touchedCount; i++) {
      boolean inherited = touched[i].inherited();
      setsInherited |= inherited;
      setsOwn |= !inherited;
    }
    @Nullable String[] inherited = setsInherited ? parent.inherited().clone() : parent.inherited();
    @Nullable String[] own = setsOwn ? Style.NONE_OWN.clone() : Style.NONE_OWN;
    Units units = parent.units();
    String fontSize = declared[Property.FONT_SIZE.index()];
    if (fontSize != null) {
      units = fontUnits(fontSize, parent, custom);
    }
    for (int i = 0; i < touchedCount; i++) {
      apply(touched[i], parent, inherited, own, units, custom);
    }
    clear();
    return new Style(inherited, own, units, custom);
  }

  private void collect(Element element) {
    String styleAttribute = null;
    for (int i = 0, n = element.attributeCount(); i < n; i++) {
      String name = element.attributeName(i);
      Property property = Property.ofAttribute(name);
      if (property != null) {
        declare(property, element.attributeValue(i), false);
      } else if (name.equals("style")) {
        styleAttribute = element.attributeValue(i);
      }
    }
    blocks.clear();
    if (!sheet.isEmpty()) {
      matching.clear();
      sheet.collect(element, matching);
      for (StyleSheet.Rule rule : matching) {
        blocks.add(rule.declarations());
      }
    }
    if (styleAttribute != null) {
      blocks.add(DeclarationParser.parse(styleAttribute));
    }
    for (Declarations block : blocks) {
      for (int i = 0; i < block.size(); i++) {
        declare(block.property(i), block.value(i), block.important(i));
      }
    }
  }

  /** Later declarations win, except over important ones. */
  private void declare(Property property, String value, boolean isImportant) {
    int i = property.index();
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
      Property property,
      Style parent,
      @Nullable String[] inherited,
      @Nullable String[] own,
      Units units,
      Map<String, String> custom) {
    int i = property.index();
    String value = declared[i];
    if (value != null && value.contains("var(")) {
      String substituted = new Variables(custom).substitute(value);
      value = substituted == null ? null : values.normalize(property, substituted);
    }
    if (value == null) {
      return; // invalid at computed-value time: as if unset
    }
    if (isWide(value)) {
      wide(property, value, parent, inherited, own);
    } else if (property.inherited()) {
      inherited[i] = compute(property, value, parent, units);
    } else {
      own[i - Property.INHERITED] = value;
    }
  }

  private static void wide(
      Property property,
      String value,
      Style parent,
      @Nullable String[] inherited,
      @Nullable String[] own) {
    int i = property.index();
    if (property.inherited()) {
      if (value.equalsIgnoreCase("initial")) {
        inherited[i] = null;
      }
    } else if (value.equalsIgnoreCase("inherit")) {
      own[i - Property.INHERITED] = parent.get(property);
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
