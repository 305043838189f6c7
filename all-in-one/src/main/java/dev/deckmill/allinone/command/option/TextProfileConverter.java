package dev.deckmill.allinone.command.option;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a text profile in the API's spelling: {@code google-slides}. */
final class TextProfileConverter implements ITypeConverter<TextProfile> {
  @Override
  public TextProfile convert(String value) {
    String name = value.replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(TextProfile.values())
        .filter(profile -> profile.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is none of powerpoint, google-slides, wps and libreoffice"));
  }
}
