package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.FontFaces;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The font properties (CSS Fonts 4 §2). */
public final class FontParser {
  /** What browsers take where no family is named: their own default, which is no generic family. */
  private static final List<String> DEFAULT = List.of("Times New Roman", "serif");

  private final Map<String, List<String>> families = new HashMap<>();
  private final FontFaces faces;

  public FontParser(FontFaces faces) {
    this.faces = faces;
  }

  /** The style's font; its font size has to be above 0. */
  public Text.Font font(Style style) {
    String names = style.get(Property.FONT_FAMILY);
    String weight = style.get(Property.FONT_WEIGHT, "400");
    String slope = style.get(Property.FONT_STYLE, "normal").toLowerCase(Locale.ROOT);
    return faces.named(
        new Text.Font(
            names == null ? DEFAULT : families.computeIfAbsent(names, FontParser::split),
            style.fontSize(),
            (int) Math.round(LengthParser.parse(weight, style.units(), Double.NaN, 400)),
            stretch(style),
            slope.startsWith("italic") || slope.startsWith("oblique"),
            style.get(Property.FONT_VARIANT, "").contains("small-caps")));
  }

  private static double stretch(Style style) {
    String value = style.get(Property.FONT_STRETCH);
    return value == null
        ? 100
        : switch (value.toLowerCase(Locale.ROOT)) {
          case "ultra-condensed" -> 50;
          case "extra-condensed" -> 62.5;
          case "condensed" -> 75;
          case "semi-condensed" -> 87.5;
          case "semi-expanded" -> 112.5;
          case "expanded" -> 125;
          case "extra-expanded" -> 150;
          case "ultra-expanded" -> 200;
          default -> {
            double percent = LengthParser.parse(value, style.units(), 100, 100);
            yield value.endsWith("%") && percent > 0 ? percent : 100;
          }
        };
  }

  /** A list of names, some in quotes. */
  private static List<String> split(String value) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    char quote = 0;
    for (int i = 0; i <= value.length(); i++) {
      char c = i < value.length() ? value.charAt(i) : ',';
      boolean ends = i == value.length() || (c == ',' && quote == 0);
      if (ends) {
        String bare = name.toString().strip().replaceAll("\\s+", " ");
        if (!bare.isEmpty()) {
          names.add(bare);
        }
        name.setLength(0);
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else {
        name.append(c);
      }
    }
    return names.isEmpty() ? DEFAULT : List.copyOf(names);
  }
}
