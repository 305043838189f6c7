package dev.deckmill.api.store.page;

import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.store.stage.StageFigures;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.StageTimings;
import org.jspecify.annotations.Nullable;

/**
 * A page, as far as a client may see it.
 *
 * @param attempts how often a converter began it
 * @param title the slide's title
 * @param timings what its conversion took, if it became a slide
 * @param renditions how its elements came out, if it became a slide
 * @param findingsJson the first of its findings, a JSON array
 * @param findingCount how many there are in all
 * @param figures what else its conversion's stage row holds
 */
public record PageDetails(
    int number,
    String name,
    PageState state,
    int attempts,
    @Nullable String title,
    @Nullable Trouble trouble,
    @Nullable Long queueWaitMillis,
    @Nullable StageTimings timings,
    @Nullable Renditions renditions,
    String findingsJson,
    int findingCount,
    StageFigures.Converted figures) {}
