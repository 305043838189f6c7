package dev.deckmill.drive;

import dev.deckmill.drive.config.DriveConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The service's configuration as the properties would make it. */
public final class TestConfig {
  private TestConfig() {}

  /** Points at a stand-in, with small chunks; {@code more} are keys below deckmill.drive. */
  public static DriveConfig at(URI drive, Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("deckmill.drive.root-url", drive.toString());
    all.put("deckmill.drive.chunk-bytes", "262144");
    all.put("deckmill.drive.timeouts.read", "10s");
    all.put("deckmill.drive.limiter.queries-per-second", "10000");
    more.forEach((key, value) -> all.put("deckmill.drive." + key, value));
    return of(all);
  }

  /** Nothing but these. */
  public static DriveConfig of(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(DriveConfig.class)
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build()
        .getConfigMapping(DriveConfig.class);
  }
}
