package dev.deckmill.service.blob;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the services of an installation keep the bytes they share. */
@ConfigMapping(prefix = "deckmill.blobs")
public interface BlobConfig {
  /** The directory of the blob store; every service of an installation names the same one. */
  @WithDefault("data/blobs")
  Path directory();
}
