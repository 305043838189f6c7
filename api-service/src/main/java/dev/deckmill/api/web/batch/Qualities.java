package dev.deckmill.api.web.batch;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import org.jspecify.annotations.Nullable;

/** What the inherited API's qualities and presets are called here. */
final class Qualities {
  private Qualities() {}

  /**
   * The target that stands for them.
   *
   * @param quality goes before the preset
   * @throws Refusal if it is none that there is
   */
  static String target(@Nullable String quality, @Nullable String preset) {
    return quality == null ? ofPreset(preset == null ? "default" : preset) : ofQuality(quality);
  }

  private static String ofPreset(String preset) {
    return switch (preset) {
      case "minimal" -> ofQuality("fast");
      case "default" -> ofQuality("balanced");
      case "aggressive" -> ofQuality("high");
      default -> throw invalid("preprocessing_preset is minimal, default or aggressive.");
    };
  }

  private static String ofQuality(String quality) {
    return switch (quality) {
      case "fast" -> "speed";
      case "balanced" -> "balanced";
      case "high" -> "quality";
      default -> throw invalid("quality is fast, balanced or high.");
    };
  }

  /** The quality that stands for a target. */
  static String ofTarget(String target) {
    return switch (target) {
      case "speed" -> "fast";
      case "quality" -> "high";
      default -> "balanced";
    };
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(ErrorType.OPTION_INVALID, detail);
  }
}
