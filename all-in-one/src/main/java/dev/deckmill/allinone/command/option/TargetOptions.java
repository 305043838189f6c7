package dev.deckmill.allinone.command.option;

import dev.deckmill.svgpptx.SlideOptions.Fonts;
import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a deck is made for: what to favour, the program that will show it, and its fonts. */
public final class TargetOptions {
  @Option(
      names = "--target",
      paramLabel = "WHAT",
      split = ",",
      converter = Aim.Converter.class,
      description =
          "What to favour: balanced (default), speed, quality or compatibility; or the program that"
              + " will show the deck, as with --text-profile; or both, with a comma between.")
  private List<Aim> aims = List.of();

  @Option(
      names = "--text-profile",
      paramLabel = "PROGRAM",
      converter = TextProfileConverter.class,
      description =
          "Whose text layout to write for: powerpoint (default), google-slides, wps or"
              + " libreoffice.")
  private @Nullable TextProfile textProfile;

  @Option(
      names = "--fonts",
      paramLabel = "WHAT",
      converter = FontsConverter.class,
      description =
          "What becomes of fonts that pages bring along: name (default), for where they are"
              + " installed, or embed, as far as they allow it.")
  private @Nullable Fonts fonts;

  /** What to favour, if that was said. */
  public Optional<Target> target() {
    return aims.stream().flatMap(aim -> aim.favoured().stream()).reduce((first, last) -> last);
  }

  /** The program, if one was named; {@code --text-profile} is the more exact way. */
  public Optional<TextProfile> textProfile() {
    return Optional.ofNullable(textProfile)
        .or(() -> aims.stream().flatMap(aim -> aim.program().stream()).reduce((a, last) -> last));
  }

  /** What becomes of fonts of pages, if that was said. */
  public Optional<Fonts> fonts() {
    return Optional.ofNullable(fonts);
  }

  /** One value of {@code --target}: one of both is there. */
  private record Aim(Optional<Target> favoured, Optional<TextProfile> program) {
    /** Reads it in the API's spelling. */
    static final class Converter implements ITypeConverter<Aim> {
      @Override
      public Aim convert(String value) {
        Aim aim = new Aim(named(Target.values(), value), named(TextProfile.values(), value));
        if (aim.favoured().isEmpty() && aim.program().isEmpty()) {
          throw new TypeConversionException(
              "'"
                  + value
                  + "' is none of speed, balanced, quality and compatibility, nor of powerpoint,"
                  + " google-slides, wps and libreoffice");
        }
        return aim;
      }

      private static <E extends Enum<E>> Optional<E> named(E[] values, String value) {
        String name = value.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst();
      }
    }
  }
}
