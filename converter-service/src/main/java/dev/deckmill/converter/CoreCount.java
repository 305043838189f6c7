package dev.deckmill.converter;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Settings that follow from the number of children: as many threads for each topic as pages can be
 * at work, and one more, whose page waits, so that slow ones make room for it; for large jobs,
 * whose answers are gathered, also those that wait for an answer to be sent; and of small jobs no
 * more records at hand than they will soon work on, so that other converters get their share.
 */
@StaticInitSafe
public final class CoreCount implements ConfigSourceFactory {
  private static final String CHILDREN = "deckmill.converter.children";
  private static final String SLOW_LANE = "deckmill.converter.slow-lane";

  private static final int USUAL_SLOW_LANE = 2;

  /**
   * Slow pages to each slot of the slow lane that may be in slots for pages. When these are all
   * taken, as many records wait, the last one for so many pages: less than it takes until the
   * consumer counts as ill.
   */
  private static final int BORROWED = 8;

  /**
   * Pages of large jobs to each child that may wait for their turn, or for their answers to be
   * sent. While pages of small jobs never cease, the last of them waits for nine times as many: at
   * two seconds each, when they go to the slow lane, for twelve minutes, less than it takes until
   * this lane's consumer counts as ill.
   */
  private static final int WAITING = 40;

  /** No more are under way of a job, and each has a thread. */
  private static final int MOST_WAITING = 256;

  /** Below every other source, so that each of them can still be set by itself. */
  private static final int ORDINAL = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    int children = number(context, CHILDREN, Runtime.getRuntime().availableProcessors());
    int slow = number(context, SLOW_LANE, USUAL_SLOW_LANE);
    int atWork = atWork(children, slow);
    String atHand = Integer.toString(2 * children);
    int waiting = Math.min(WAITING * children, MOST_WAITING);
    return List.of(
        new PropertiesConfigSource(
            Map.of(
                CHILDREN,
                Integer.toString(children),
                SLOW_LANE,
                Integer.toString(slow),
                "smallrye.messaging.worker.pages.max-concurrency",
                Integer.toString(atWork),
                "smallrye.messaging.worker.bulk-pages.max-concurrency",
                Integer.toString(atWork + waiting),
                "smallrye.messaging.worker.slow-pages.max-concurrency",
                Integer.toString(slow + Math.min(children - 1, BORROWED * slow)),
                "mp.messaging.incoming.page-convert.max.poll.records",
                atHand,
                "mp.messaging.incoming.page-convert-bulk.max.poll.records",
                Integer.toString(waiting),
                "mp.messaging.incoming.page-convert-slow.max.poll.records",
                Integer.toString(slow)),
            "number of children",
            ORDINAL));
  }

  /** How many pages of one lane are at work or next, with so many children. */
  static int atWork(int children, int slow) {
    return children + slow + 1;
  }

  private static int number(ConfigSourceContext context, String name, int otherwise) {
    @Nullable ConfigValue set = context.getValue(name);
    return set == null || set.getValue() == null
        ? otherwise
        : Integer.parseInt(set.getValue().strip());
  }
}
