package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.ir.Rgba;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * CSS colours (CSS Color 4 §4 to §10) to sRGB. {@code currentColor} is for the caller, who knows
 * it; what follows a colour, as SVG 1.1's {@code icc-color()}, is passed over.
 */
public final class ColorParser {
  private static final Rgba TRANSPARENT = new Rgba(0, 0);

  private final ValueReader in;
  private final double[] values = new double[4];
  private final boolean[] percent = new boolean[4];

  /** Whether commas separate the components: then all are numbers or all are percentages. */
  private boolean commas;

  private ColorParser(ValueReader in) {
    this.in = in;
  }

  /** The colour, or null where the text is none. */
  public static @Nullable Rgba parse(String text) {
    ValueReader in = new ValueReader(text);
    in.skipSpace();
    return next(in);
  }

  /** The colour at the cursor, which moves past it; null where there is none. */
  public static @Nullable Rgba next(ValueReader in) {
    if (in.take('#')) {
      return hex(in);
    }
    int start = in.position();
    String name = in.word().toLowerCase(Locale.ROOT);
    if (in.take('(')) {
      Rgba color = new ColorParser(in).function(name);
      if (color == null) {
        in.moveTo(start);
      }
      return color;
    }
    Integer rgb = ColorNames.rgb(name);
    if (rgb != null) {
      return new Rgba(rgb, 1);
    }
    if (name.equals("transparent")) {
      return TRANSPARENT;
    }
    in.moveTo(start);
    return null;
  }

  private static @Nullable Rgba hex(ValueReader in) {
    long bits = 0;
    int count = 0;
    for (int digit = Character.digit(in.peek(), 16);
        digit >= 0 && count <= 8;
        digit = Character.digit(in.peek(), 16)) {
      bits = bits << 4 | digit;
      count++;
      in.advance();
    }
    if (ValueReader.isWord(in.peek())) {
      return null;
    }
    return switch (count) {
      case 3 -> new Rgba(doubled(bits), 1);
      case 4 -> new Rgba(doubled(bits >> 4), (bits & 15) / 15.0);
      case 6 -> new Rgba((int) bits, 1);
      case 8 -> new Rgba((int) (bits >> 8), (bits & 255) / 255.0);
      default -> null;
    };
  }

  /** #rgb to 0xrrggbb. */
  private static int doubled(long rgb) {
    return (int) ((rgb >> 8 & 15) * 0x110000 | (rgb >> 4 & 15) * 0x1100 | (rgb & 15) * 0x11);
  }

  private @Nullable Rgba function(String name) {
    String space = "";
    if (name.equals("color")) {
      in.skipSpace();
      space = in.word().toLowerCase(Locale.ROOT);
    }
    values[3] = 1;
    percent[3] = false;
    if (!components()) {
      return null;
    }
    double alpha = Math.clamp(percent[3] ? values[3] / 100 : values[3], 0, 1);
    return switch (name) {
      case "rgb", "rgba" ->
          commas && isMixed() ? null : ColorSpaces.srgb(byte255(0), byte255(1), byte255(2), alpha);
      case "hsl", "hsla" -> ColorSpaces.hsl(values[0], values[1] / 100, values[2] / 100, alpha);
      case "hwb" -> ColorSpaces.hwb(values[0], values[1] / 100, values[2] / 100, alpha);
      case "lab" -> ColorSpaces.lab(values[0], scaled(1, 1.25), scaled(2, 1.25), alpha);
      case "lch" -> ColorSpaces.lch(values[0], scaled(1, 1.5), values[2], alpha);
      case "oklab" -> ColorSpaces.oklab(scaled(0, 0.01), scaled(1, 0.004), scaled(2, 0.004), alpha);
      case "oklch" -> ColorSpaces.oklch(scaled(0, 0.01), scaled(1, 0.004), values[2], alpha);
      case "color" ->
          ColorSpaces.predefined(space, scaled(0, 0.01), scaled(1, 0.01), scaled(2, 0.01), alpha);
      default -> null;
    };
  }

  private boolean isMixed() {
    return percent[0] != percent[1] || percent[1] != percent[2];
  }

  private double byte255(int i) {
    return percent[i] ? values[i] / 100 : values[i] / 255;
  }

  /** A component; where it is a percentage, times what 1 % is. */
  private double scaled(int i, double onePercent) {
    return percent[i] ? values[i] * onePercent : values[i];
  }

  /** Three components and perhaps an alpha, in the old form with commas or the new one without. */
  private boolean components() {
    in.skipSpace();
    for (int i = 0; i < 4; i++) {
      if (!component(i)) {
        return false;
      }
      in.skipSpace();
      if (i >= 2 && in.take(')')) {
        return true;
      }
      if (in.take(',')) {
        commas = true;
      } else {
        in.take('/');
      }
      in.skipSpace();
    }
    return false;
  }

  private boolean component(int i) {
    double value = in.number();
    percent[i] = false;
    if (Double.isNaN(value)) {
      values[i] = 0;
      return in.word().equalsIgnoreCase("none");
    }
    if (in.take('%')) {
      percent[i] = true;
    } else {
      value *= TransformParser.degrees(in.word());
    }
    values[i] = value;
    return !Double.isNaN(value);
  }
}
