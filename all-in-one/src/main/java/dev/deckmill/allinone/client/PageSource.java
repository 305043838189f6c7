package dev.deckmill.allinone.client;

import java.nio.file.Path;
import java.util.Objects;

/** Where a page comes from. */
public sealed interface PageSource {
  /** A file of this machine; a ZIP file stands for the pages in it. */
  record OfFile(Path file) implements PageSource {
    public OfFile {
      Objects.requireNonNull(file, "file");
    }
  }

  /** An address, which the API has fetched. */
  record OfUrl(String url) implements PageSource {
    public OfUrl {
      Objects.requireNonNull(url, "url");
    }
  }
}
