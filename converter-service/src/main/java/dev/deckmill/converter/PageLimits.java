package dev.deckmill.converter;

import dev.deckmill.svgpptx.SlideOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the engine's limits from the configuration. */
final class PageLimits {
  /**
   * The limits in force.
   *
   * @throws IllegalArgumentException naming the first that is above its cap
   */
  @Produces
  @Singleton
  SlideOptions.Limits limits(ConverterConfig config) {
    ConverterConfig.Limits set = config.limits();
    return new SlideOptions.Limits(
        within("page-bytes", set.pageBytes().asLongValue(), 50L << 20),
        within("depth", set.depth(), 512),
        within("elements", set.elements(), 1_000_000),
        within("entity-expansions", set.entityExpansions(), 10_000),
        Math.toIntExact(within("entity-bytes", set.entityBytes().asLongValue(), 1L << 20)),
        within("path-commands", set.pathCommands(), 200_000),
        within("page-path-commands", set.pagePathCommands(), 1_000_000),
        within("text-chars", set.textChars(), 2_000_000),
        within("instances", set.instances(), 1_000_000),
        within("image-pixels", set.imagePixels(), 25_000_000L),
        within("page-image-pixels", set.pageImagePixels(), 100_000_000L),
        within("raster-pixels", set.rasterPixels(), 64_000_000L));
  }

  private static int within(String name, int value, int cap) {
    return Math.toIntExact(within(name, (long) value, (long) cap));
  }

  private static long within(String name, long value, long cap) {
    if (value < 1 || value > cap) {
      throw new IllegalArgumentException(
          "deckmill.converter.limits." + name + " is " + value + "; it may be 1 to " + cap);
    }
    return value;
  }
}
