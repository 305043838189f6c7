package dev.deckmill.api.intake;

import dev.deckmill.contracts.part.SlideSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the client wants its slides to measure.
 *
 * @param size null: what the first page that becomes a slide measures
 */
record SlideSizeOption(@Nullable SlideSize size) {
  static final String ALLOWED =
      "16:9, 4:3, auto, or WIDTHxHEIGHT in inches or pixels such as 10x7.5in or 1280x720px (1 to 56"
          + " inches a side)";

  /** What PowerPoint takes for a new presentation. */
  static final SlideSizeOption WIDE = new SlideSizeOption(new SlideSize(12_192_000, 6_858_000));

  private static final SlideSizeOption STANDARD =
      new SlideSizeOption(new SlideSize(9_144_000, 6_858_000));
  private static final SlideSizeOption AUTO = new SlideSizeOption(null);

  private static final BigDecimal EMU_PER_INCH = BigDecimal.valueOf(914_400);
  private static final BigDecimal PIXELS_PER_INCH = BigDecimal.valueOf(96);
  private static final Pattern SIDES =
      Pattern.compile("(\\d{1,5}(?:\\.\\d{1,4})?)x(\\d{1,5}(?:\\.\\d{1,4})?)(in|px)");

  /** Reads one of {@link #ALLOWED}; empty if it is none. */
  static Optional<SlideSizeOption> parse(String text) {
    return switch (text) {
      case "16:9" -> Optional.of(WIDE);
      case "4:3" -> Optional.of(STANDARD);
      case "auto" -> Optional.of(AUTO);
      default -> sides(text);
    };
  }

  private static Optional<SlideSizeOption> sides(String text) {
    Matcher sides = SIDES.matcher(text);
    if (!sides.matches()) {
      return Optional.empty();
    }
    BigDecimal emuPerUnit =
        sides.group(3).equals("in")
            ? EMU_PER_INCH
            : EMU_PER_INCH.divide(PIXELS_PER_INCH, RoundingMode.UNNECESSARY);
    try {
      return Optional.of(
          new SlideSizeOption(
              new SlideSize(emu(sides.group(1), emuPerUnit), emu(sides.group(2), emuPerUnit))));
    } catch (IllegalArgumentException outOfRange) {
      return Optional.empty();
    }
  }

  private static long emu(String side, BigDecimal emuPerUnit) {
    return new BigDecimal(side)
        .multiply(emuPerUnit)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
