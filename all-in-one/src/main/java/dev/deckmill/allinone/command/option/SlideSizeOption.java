package dev.deckmill.allinone.command.option;

import dev.deckmill.svgpptx.SlideSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A slide size as the command line names it, which is as the API does.
 *
 * @param size null: that of the first page
 */
public record SlideSizeOption(@Nullable SlideSize size) {
  public static final SlideSizeOption AUTO = new SlideSizeOption(null);

  private static final Pattern SIDES =
      Pattern.compile("(\\d{1,5}(?:\\.\\d{1,4})?)x(\\d{1,5}(?:\\.\\d{1,4})?)(in|px)");

  /** SlideSize.STANDARD is ten inches wide. */
  private static final BigDecimal EMU_PER_INCH =
      BigDecimal.valueOf(SlideSize.STANDARD.widthEmu() / 10);

  /** CSS Values 3 §6.2. */
  private static final BigDecimal PIXELS_PER_INCH = BigDecimal.valueOf(96);

  /** Reads it. */
  public static final class Converter implements ITypeConverter<SlideSizeOption> {
    @Override
    public SlideSizeOption convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "16:9" -> new SlideSizeOption(SlideSize.WIDE);
        case "4:3" -> new SlideSizeOption(SlideSize.STANDARD);
        case "auto" -> AUTO;
        // Strings are no closed set.
        default -> new SlideSizeOption(sides(value));
      };
    }
  }

  private static SlideSize sides(String value) {
    Matcher sides = SIDES.matcher(value);
    if (!sides.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is none of 16:9, 4:3, auto and such as 10x7.5in or 1280x720px");
    }
    BigDecimal emuPerUnit =
        sides.group(3).equals("in")
            ? EMU_PER_INCH
            : EMU_PER_INCH.divide(PIXELS_PER_INCH, RoundingMode.UNNECESSARY);
    try {
      return new SlideSize(emu(sides.group(1), emuPerUnit), emu(sides.group(2), emuPerUnit));
    } catch (IllegalArgumentException outOfRange) {
      throw new TypeConversionException("'" + value + "': a slide's sides are 1 to 56 inches");
    }
  }

  private static long emu(String side, BigDecimal emuPerUnit) {
    return new BigDecimal(side)
        .multiply(emuPerUnit)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
