package dev.deckmill.service.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.BlobRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message may bring as a reference: nothing that leads out of the store. */
class BlobRefTest {
  private static final String SHA256 = "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "7", "jobs/01m8/input", "bundles/j-1/7-1-3f.x", "jobs/_a/Z9", "a-b_c.d"})
  void takesNamesWithSlashesBetween(String key) {
    assertThat(new BlobRef(key, 0, 1, SHA256).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "/a", "a/", "a//b", ".", "..", "a/..", "a/../b", ".a", "a/.b", "-a", "a/-b", "A",
        "_a", "a b", "a\\b", "a\0b", "a%2fb", "é", "a/é"
      })
  void refusesEveryOtherKey(String key) {
    assertThatThrownBy(() -> new BlobRef(key, 0, 1, SHA256))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a blob key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "g", "A", "٠"})
  void refusesWhatIsNoDigest(String digit) {
    assertThatThrownBy(() -> new BlobRef("a", 0, 1, digit.repeat(64)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a SHA-256 in lower-case hex");
    assertThatThrownBy(() -> new BlobRef("a", 0, 1, SHA256 + "0"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
