package dev.deckmill.api.intake;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.part.DeckTarget;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The places that this installation delivers to. */
@Singleton
public final class Deliveries {
  private static final String NONE = "none";

  private final Set<DeckTarget> setUp = EnumSet.noneOf(DeckTarget.class);

  @Inject
  Deliveries(ApiConfig config) {
    this(config.deliveries());
  }

  Deliveries(Set<String> names) {
    names.forEach(name -> setUp.add(target(name)));
  }

  private static DeckTarget target(String name) {
    return DeckTarget.of(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "deckmill.api.deliveries names "
                        + name
                        + "; it may name drive, files and s3, with commas between"));
  }

  /** What a submission may ask for; the first is the default. */
  public List<String> names() {
    return Stream.concat(Stream.of(NONE), setUp.stream().map(DeckTarget::wireName)).toList();
  }

  /**
   * Refuses what is delivered to a place that is not set up.
   *
   * @throws Refusal saying what can be asked for, and what the operator would have to do
   */
  void check(SubmissionOptions options) {
    DeckTarget target = options.deliverTo();
    if (options.folder() != null && !setUp.contains(target)) {
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          ("delivery can't be %s here: this installation is not set up for it; it takes %s. The"
                  + " operator sets up drive-service for it and adds it to deckmill.api.deliveries.")
              .formatted(target.wireName(), String.join(", ", names())));
    }
  }
}
