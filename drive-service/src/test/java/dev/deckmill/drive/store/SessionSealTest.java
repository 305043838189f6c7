package dev.deckmill.drive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSealTest {
  private static final String SESSION = "https://www.googleapis.com/upload?upload_id=secret";

  @TempDir Path dir;

  private SessionSeal keyed(int first) throws IOException {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return SessionSeal.withKeyIn(Files.write(dir.resolve("key" + first), key));
  }

  @Test
  void opensWhatItSealed() throws IOException {
    assertThat(keyed(1).open(keyed(1).seal(SESSION, "t", "j"), "t", "j")).hasValue(SESSION);
    SessionSeal none = SessionSeal.none();
    assertThat(none.open(none.seal(SESSION, "t", "j"), "t", "j")).hasValue(SESSION);
  }

  @Test
  void showsNothingAndIsNeverTheSameTwice() throws IOException {
    byte[] once = keyed(1).seal(SESSION, "t", "j");
    assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    assertThat(keyed(1).seal(SESSION, "t", "j")).isNotEqualTo(once);
  }

  @Test
  void opensNothingForAnotherTenantJobOrKey() throws IOException {
    byte[] bytes = keyed(1).seal(SESSION, "t", "j");
    assertThat(keyed(1).open(bytes, "t2", "j")).isEmpty();
    assertThat(keyed(1).open(bytes, "t", "j2")).isEmpty();
    assertThat(keyed(2).open(bytes, "t", "j")).isEmpty();
    assertThat(SessionSeal.none().open(bytes, "t", "j")).isEmpty();
  }

  @Test
  void believesNothingUnsealedOrChangedOnceItHasAKey() throws IOException {
    assertThat(keyed(1).open(SessionSeal.none().seal(SESSION, "t", "j"), "t", "j")).isEmpty();
    byte[] bytes = keyed(1).seal(SESSION, "t", "j");
    bytes[bytes.length - 1] ^= 1;
    assertThat(keyed(1).open(bytes, "t", "j")).isEmpty();
    assertThat(keyed(1).open(new byte[] {1}, "t", "j")).isEmpty();
  }

  @Test
  void wantsAKeyOf32Bytes() throws IOException {
    Path key = Files.write(dir.resolve("short"), new byte[31]);
    assertThatThrownBy(() -> SessionSeal.withKeyIn(key)).hasMessageContaining("head -c 32");
  }
}
