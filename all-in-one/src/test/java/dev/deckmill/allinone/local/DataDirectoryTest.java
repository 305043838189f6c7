package dev.deckmill.allinone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir private Path parent;

  private Path root;

  @BeforeEach
  void chooseRoot() {
    root = parent.resolve("data");
  }

  @Test
  void refusesASecondUserAndNamesTheFirst() throws IOException {
    try (var first = DataDirectory.open(root)) {
      assertThat(first.root()).isDirectory();
      assertThatThrownBy(() -> DataDirectory.open(root))
          .isInstanceOf(DataDirectoryInUse.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
    }
    DataDirectory.open(root).close();
  }

  @Test
  void makesAKeyOnceThatOnlyItsOwnerCanRead() throws IOException {
    String key;
    try (var data = DataDirectory.open(root)) {
      key = data.apiKey();
      assertThat(key).hasSizeGreaterThan(24);
    }
    try (var data = DataDirectory.open(root)) {
      assertThat(data.apiKey()).isEqualTo(key);
    }
    assertThat(DataDirectory.apiKey(root)).contains(key);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("api-key"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
        .isEqualTo("rwx------");
  }

  @Test
  void announcesTheAddressAsLongAsItIsUsed() throws IOException {
    var address = URI.create("http://127.0.0.1:8080");
    try (var data = DataDirectory.open(root)) {
      data.announce(address);
      assertThat(DataDirectory.announced(root)).contains(address);
    }
    assertThat(DataDirectory.announced(root)).isEmpty();
  }
}
