package dev.deckmill.svgpptx.parse.paint;

import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.ColorParser;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Colours and opacities out of styles. */
public final class Colors {
  private Colors() {}

  /** A colour, {@code currentColor} included; null where the text is none. */
  static @Nullable Rgba parse(String text, Style style) {
    return text.equalsIgnoreCase("currentColor") ? current(style) : ColorParser.parse(text);
  }

  /** The {@code color} property. */
  public static Rgba current(Style style) {
    String text = style.get(Property.COLOR);
    Rgba color = text == null ? null : ColorParser.parse(text);
    return color == null ? Rgba.BLACK : color;
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

  public static Rgba faded(Rgba color, double opacity) {
    return opacity == 1 ? color : new Rgba(color.rgb(), color.alpha() * opacity);
  }

  /** A paint with an opacity on top. */
  static Paint faded(Paint paint, double opacity) {
    if (opacity == 1) {
      return paint;
    }
    return switch (paint) {
      case Paint.None none -> none;
      case Paint.Solid solid -> new Paint.Solid(faded(solid.color(), opacity));
      case Paint.Linear p ->
          new Paint.Linear(
              p.x1(), p.y1(), p.x2(), p.y2(), p.transform(), p.spread(), faded(p.stops(), opacity));
      case Paint.Radial p ->
          new Paint.Radial(
              p.cx(),
              p.cy(),
              p.r(),
              p.fx(),
              p.fy(),
              p.fr(),
              p.transform(),
              p.spread(),
              faded(p.stops(), opacity));
      case Paint.Pattern p ->
          new Paint.Pattern(p.tile(), p.transform(), p.children(), p.opacity() * opacity);
    };
  }

  static List<Paint.Stop> faded(List<Paint.Stop> stops, double opacity) {
    if (opacity == 1) {
      return stops;
    }
    List<Paint.Stop> faded = new ArrayList<>(stops.size());
    for (Paint.Stop stop : stops) {
      faded.add(new Paint.Stop(stop.offset(), faded(stop.color(), opacity)));
    }
    return faded;
  }
}
