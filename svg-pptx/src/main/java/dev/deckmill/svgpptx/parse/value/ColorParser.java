package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.ir.Rgba;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * CSS colours (CSS Color 4 §4 to §10, CSS Color 5 §3 to §6) to sRGB. {@code currentColor} alone is
 * for the caller, who knows it; what follows a colour, as SVG 1.1's {@code icc-color()}, is passed
 * over.
 */
public final class ColorParser {
  private static final Rgba TRANSPARENT = new Rgba(0, 0);
  private static final int MOST_NESTING = 16;

  private final ValueReader in;
  private final ColorContext context;
  private final int nesting;

  private ColorParser(ValueReader in, ColorContext context, int nesting) {
    this.in = in;
    this.context = context;
    this.nesting = nesting;
  }

  /** The colour, or null where the text is none. */
  public static @Nullable Rgba parse(String text) {
    ValueReader in = new ValueReader(text);
    in.skipSpace();
    Rgba color = next(in);
    return color != null && endsAt(in) ? color : null;
  }

  /** The colour at the cursor, which moves past it; null where there is none. */
  public static @Nullable Rgba next(ValueReader in) {
    return in.take('#') ? hex(in) : new ColorParser(in, ColorContext.INITIAL, 0).named();
  }

  /** The colour, {@code currentColor} included; null where the text is none. */
  public static @Nullable Rgba parse(String text, ColorContext context) {
    ValueReader in = new ValueReader(text);
    Srgb color = new ColorParser(in, context, 0).any();
    return color != null && endsAt(in) ? color.clipped() : null;
  }

  /** Whether nothing but what SVG 1.1 had for printers follows. */
  private static boolean endsAt(ValueReader in) {
    in.skipSpace();
    return in.atEnd() || in.rest().regionMatches(true, 0, "icc-color(", 0, 10);
  }

  /** Whether a colour, or a paint, isn't the same wherever it stands. */
  public static boolean dependsOnContext(String text) {
    String lower = text.indexOf('(') < 0 ? "" : text.toLowerCase(Locale.ROOT);
    return lower.contains("light-dark(") || lower.contains("currentcolor");
  }

  /** As CSS writes it, in a form that {@link #parse(String)} reads back as the same colour. */
  public static String format(Rgba color) {
    return color.alpha() == 1
        ? String.format(Locale.ROOT, "#%06x", color.rgb())
        : "rgb("
            + (color.rgb() >> 16 & 0xff)
            + " "
            + (color.rgb() >> 8 & 0xff)
            + " "
            + (color.rgb() & 0xff)
            + " / "
            + color.alpha()
            + ")";
  }

  private @Nullable Rgba named() {
    int start = in.position();
    String name = in.word().toLowerCase(Locale.ROOT);
    if (in.take('(')) {
      Srgb color = function(name);
      if (color == null) {
        in.moveTo(start);
      }
      return color == null ? null : color.clipped();
    }
    Rgba known = keyword(name);
    if (known == null) {
      in.moveTo(start);
    }
    return known;
  }

  private @Nullable Rgba keyword(String name) {
    Integer rgb = context.dark() ? ColorNames.darkSystem(name) : null;
    rgb = rgb == null ? ColorNames.rgb(name) : rgb;
    return rgb != null ? new Rgba(rgb, 1) : name.equals("transparent") ? TRANSPARENT : null;
  }

  /** A colour inside of another; not rounded where it is a function. */
  private @Nullable Srgb any() {
    in.skipSpace();
    if (nesting > MOST_NESTING) {
      return null;
    }
    int start = in.position();
    if (in.take('#')) {
      Rgba hex = hex(in);
      return hex == null ? null : Srgb.of(hex);
    }
    String name = in.word().toLowerCase(Locale.ROOT);
    if (in.take('(')) {
      return new ColorParser(in, context, nesting + 1).function(name);
    }
    Rgba color = name.equals("currentcolor") ? context.current() : keyword(name);
    if (color == null) {
      in.moveTo(start);
    }
    return color == null ? null : Srgb.of(color);
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

  /** What a function gives, the cursor behind its opening bracket and then behind its end. */
  private @Nullable Srgb function(String name) {
    return switch (name) {
      case "light-dark" -> lightDark();
      case "color-mix" -> mix();
      default -> components(name);
    };
  }

  private @Nullable Srgb lightDark() {
    Srgb light = any();
    boolean comma = in.skipComma();
    Srgb dark = any();
    in.skipSpace();
    return light == null || dark == null || !comma || !in.take(')')
        ? null
        : context.dark() ? dark : light;
  }

  private @Nullable Srgb mix() {
    in.skipSpace();
    ColorMix mix = method();
    if (mix == null) {
      return null;
    }
    double p1 = percentage();
    Srgb a = any();
    p1 = Double.isNaN(p1) ? percentage() : p1;
    boolean comma = in.skipComma();
    double p2 = percentage();
    Srgb b = any();
    p2 = Double.isNaN(p2) ? percentage() : p2;
    in.skipSpace();
    return a == null || b == null || !comma || !in.take(')') ? null : mix.of(a, p1, b, p2);
  }

  /** {@code in SPACE WAY hue,}; OKLab where it is left out. */
  private @Nullable ColorMix method() {
    int start = in.position();
    if (!in.word().equalsIgnoreCase("in")) {
      in.moveTo(start);
      return new ColorMix(ColorSpace.OKLAB, "shorter");
    }
    in.skipSpace();
    ColorSpace space = ColorSpace.named(in.word().toLowerCase(Locale.ROOT));
    in.skipSpace();
    String way = in.word().toLowerCase(Locale.ROOT);
    if (!way.isEmpty()) {
      in.skipSpace();
      if (!in.word().equalsIgnoreCase("hue") || space == null || space.hue() < 0) {
        return null;
      }
    }
    return space == null || !in.skipComma() ? null : new ColorMix(space, way);
  }

  /** A percentage at the cursor; NaN, and the cursor stays, where there is none. */
  private double percentage() {
    in.skipSpace();
    int start = in.position();
    double value = in.number();
    if (!Double.isNaN(value) && in.take('%')) {
      return value;
    }
    in.moveTo(start);
    return Double.NaN;
  }

  private @Nullable Srgb components(String name) {
    in.skipSpace();
    int start = in.position();
    Srgb origin = null;
    if (in.peek() == 'f' || in.peek() == 'F') {
      if (in.word().equalsIgnoreCase("from")) {
        origin = any();
        if (origin == null) {
          return null;
        }
        in.skipSpace();
      } else {
        in.moveTo(start);
      }
    }
    ColorSpace space = space(name);
    if (space == null) {
      return null;
    }
    return new ColorComponents(in, space, name.startsWith("rgb"), origin).color();
  }

  private @Nullable ColorSpace space(String function) {
    return switch (function) {
      case "rgb", "rgba" -> ColorSpace.SRGB;
      case "hsl", "hsla" -> ColorSpace.HSL;
      case "hwb" -> ColorSpace.HWB;
      case "lab" -> ColorSpace.LAB;
      case "lch" -> ColorSpace.LCH;
      case "oklab" -> ColorSpace.OKLAB;
      case "oklch" -> ColorSpace.OKLCH;
      case "color" -> {
        ColorSpace named = ColorSpace.named(in.word().toLowerCase(Locale.ROOT));
        yield named != null && named.isPredefined() ? named : null;
      }
      default -> null;
    };
  }
}
