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
 * Settings that follow from the number of children: as many threads for each lane, and no more
 * records at hand than they will soon work on, so that other converters get their share.
 */
@StaticInitSafe
public final class CoreCount implements ConfigSourceFactory {
  private static final String CHILDREN = "deckmill.converter.children";

  /** Below every other source, so that each of them can still be set by itself. */
  private static final int ORDINAL = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    @Nullable ConfigValue set = context.getValue(CHILDREN);
    int children =
        set == null || set.getValue() == null
            ? Runtime.getRuntime().availableProcessors()
            : Integer.parseInt(set.getValue().strip());
    String threads = Integer.toString(children);
    String atHand = Integer.toString(2 * children);
    return List.of(
        new PropertiesConfigSource(
            Map.of(
                CHILDREN,
                threads,
                "smallrye.messaging.worker.pages.max-concurrency",
                threads,
                "smallrye.messaging.worker.bulk-pages.max-concurrency",
                threads,
                "mp.messaging.incoming.page-convert.max.poll.records",
                atHand,
                "mp.messaging.incoming.page-convert-bulk.max.poll.records",
                atHand),
            "number of children",
            ORDINAL));
  }
}
