package dev.deckmill.allinone.command.option;

import dev.deckmill.svgpptx.SlideOptions.Fonts;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what becomes of fonts in the API's spelling. */
final class FontsConverter implements ITypeConverter<Fonts> {
  @Override
  public Fonts convert(String value) {
    return Arrays.stream(Fonts.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'" + value + "' is neither name nor embed"));
  }
}
