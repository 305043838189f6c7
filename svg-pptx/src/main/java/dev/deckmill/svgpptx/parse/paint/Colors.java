package dev.deckmill.svgpptx.parse.paint;

import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.ColorParser;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import org.jspecify.annotations.Nullable;

/** Colours and opacities out of styles. */
public final class Colors {
  private Colors() {}

  /** A colour, {@code currentColor} included; null where the text is none. */
  public static @Nullable Rgba parse(String text, Style style) {
    return text.equalsIgnoreCase("currentColor") ? current(style) : ColorParser.parse(text);
  }

  /** The {@code color} property. */
  public static Rgba current(Style style) {
    String text = style.get(Property.COLOR);
    Rgba color = text == null ? null : ColorParser.parse(text);
    return color != null ? color : style.isDark() ? new Rgba(0xffffff, 1) : Rgba.BLACK;
  }

  /** A colour property. */
  public static Rgba of(Style style, Property property, Rgba initial) {
    String text = style.get(property);
    Rgba color = text == null ? null : parse(text, style);
    return color == null ? initial : color;
  }

  /** An opacity property, 0 to 1. */
  public static double opacity(Style style, Property property) {
    String text = style.get(property);
    return text == null ? 1 : Math.clamp(LengthParser.parse(text, style.units(), 1, 1), 0, 1);
  }
}
