package dev.deckmill.converter;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.converter.child.ChildReply;
import dev.deckmill.service.message.TroubleException;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideSize;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The engine's words and those of the messages, which don't know each other. */
final class EngineOptions {
  private EngineOptions() {}

  /**
   * What an order asks of the engine, and how much this installation allows.
   *
   * @throws TroubleException if it asks for something that this version does not know
   */
  static SlideOptions of(ConversionOptions asked, SlideOptions.Limits limits) {
    dev.deckmill.contracts.part.SlideSize size = asked.slideSize();
    return new SlideOptions(
        size == null ? null : new SlideSize(size.widthEmu(), size.heightEmu()),
        constant(SlideOptions.Target.class, "target", asked.target()),
        constant(SlideOptions.TextProfile.class, "textProfile", asked.textProfile()),
        asked.fonts() == null
            ? SlideOptions.Fonts.NAME
            : constant(SlideOptions.Fonts.class, "fonts", asked.fonts()),
        limits);
  }

  /** What a page meets whose order allows it so many bytes, or null: as many as anybody gets. */
  static SlideOptions.Limits within(SlideOptions.Limits limits, @Nullable Long pageBytes) {
    return pageBytes == null || pageBytes >= limits.inflatedBytes()
        ? limits
        : new SlideOptions.Limits(
            pageBytes,
            limits.depth(),
            limits.elements(),
            limits.entityExpansions(),
            limits.entityBytes(),
            limits.pathCommands(),
            limits.pagePathCommands(),
            limits.textChars(),
            limits.instances(),
            limits.imagePixels(),
            limits.pageImagePixels(),
            limits.rasterPixels());
  }

  /** A rejection under the name that the whole system has for it. */
  static Trouble trouble(ChildReply.Rejected rejected) {
    return new Trouble(ErrorType.valueOf(rejected.code().name()), rejected.detail());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String option, String value) {
    try {
      return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new TroubleException(
          ErrorType.OPTION_INVALID,
          "This converter does not know that value of " + option + ".",
          e);
    }
  }
}
