package dev.deckmill.service.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.service.testing.BlobStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileBlobStoreTest extends BlobStoreContract {
  @TempDir Path root;
  private BlobStore store;

  @BeforeEach
  void open() throws IOException {
    store = new FileBlobStore(root);
  }

  @Override
  protected BlobStore store() {
    return store;
  }

  @Override
  protected void flipByte(String key, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(root.resolve(key));
    bytes[at] ^= 1;
    Files.write(root.resolve(key), bytes);
  }

  @Override
  protected long countObjects() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void sweepsWhatADeadWriterLeftButNotWhatALivingOneWrites() throws IOException {
    Path abandoned = Files.createFile(root.resolve(".unfinished/abandoned"));
    Path current = Files.createFile(root.resolve(".unfinished/current"));
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

    new FileBlobStore(root);

    assertThat(abandoned).doesNotExist();
    assertThat(current).exists();
  }
}
