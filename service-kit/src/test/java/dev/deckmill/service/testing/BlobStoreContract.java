package dev.deckmill.service.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.blob.BlobDamagedException;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.blob.BlobWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BlobStore} keeps to. */
public abstract class BlobStoreContract {
  private static final String SHA256_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  /** The store under test; empty. */
  protected abstract BlobStore store();

  /** Changes one stored byte behind the store's back. */
  protected abstract void flipByte(String key, int at) throws IOException;

  /** How many objects there are behind the store's back, half-written ones included. */
  protected abstract long countObjects() throws IOException;

  @ParameterizedTest
  @EnumSource
  void returnsWhatWasPut(Durability durability) throws IOException {
    BlobRef ref = store().put("jobs/j1/deck.pptx", bytes("a deck"), durability);

    assertThat(ref.offset()).isZero();
    assertThat(ref.length()).isEqualTo(6);
    assertThat(store().read(ref)).asString(UTF_8).isEqualTo("a deck");
  }

  @Test
  void readsStretchesOfOneObject() throws IOException {
    BlobRef first;
    BlobRef second;
    BlobRef whole;
    try (BlobWriter writer = store().create("inputs/j1", Durability.DURABLE)) {
      first = writer.append(stream("page one, "));
      second = writer.append(stream("page two"));
      whole = writer.commit();
    }
    assertThat(store().read(second)).asString(UTF_8).isEqualTo("page two");
    assertThat(store().read(first)).asString(UTF_8).isEqualTo("page one, ");
    assertThat(store().read(whole)).asString(UTF_8).isEqualTo("page one, page two");
  }

  @Test
  void holdsAnObjectWithoutBytes() throws IOException {
    BlobRef ref = store().put("empty", new byte[0], Durability.DURABLE);
    assertThat(ref.sha256()).isEqualTo(SHA256_OF_NOTHING);
    assertThat(store().read(ref)).isEmpty();
  }

  @Test
  void holdsObjectsLargerThanItsBuffers() throws IOException {
    byte[] large = new byte[3_000_001];
    new Random(7).nextBytes(large);
    assertThat(store().read(store().put("large", large, Durability.REMAKEABLE))).isEqualTo(large);
  }

  /** Of sizes below, at and beyond those of any buffer, in pieces of every kind. */
  @Test
  void holdsStretchesOfAllSizesInWhateverPiecesTheyAreWritten() throws IOException {
    Random random = new Random(11);
    List<byte[]> contents = new ArrayList<>();
    for (int power : new int[] {0, 14, 15, 16, 17, 15, 14}) {
      for (int more = -1; more <= 1; more++) {
        byte[] content = new byte[(1 << power) + more];
        random.nextBytes(content);
        contents.add(content);
      }
    }
    List<BlobRef> stretches = new ArrayList<>();
    BlobRef whole;
    try (BlobWriter writer = store().create("pieces", Durability.REMAKEABLE)) {
      for (byte[] content : contents) {
        stretches.add(writer.append((OutputStream out) -> writeInPieces(content, out, random)));
      }
      whole = writer.commit();
    }
    for (int i = 0; i < contents.size(); i++) {
      assertThat(store().read(stretches.get(i))).as("stretch %d", i).isEqualTo(contents.get(i));
    }
    assertThat(store().read(whole).length)
        .isEqualTo(contents.stream().mapToInt(content -> content.length).sum());
  }

  @Test
  void holdsAStretchThatComesInPiecesAsLargeAsABuffer() throws IOException {
    byte[] content = new byte[10 << 14];
    new Random(12).nextBytes(content);
    try (BlobWriter writer = store().create("even", Durability.REMAKEABLE)) {
      for (int from = 0; from < content.length; from += 1 << 14) {
        int piece = from;
        writer.append((OutputStream out) -> out.write(content, piece, 1 << 14));
      }
      assertThat(store().read(writer.commit())).isEqualTo(content);
    }
  }

  @Test
  void commitsNothingOfWhichAStretchFailed() throws IOException {
    long before = countObjects();
    try (BlobWriter writer = store().create("broken", Durability.REMAKEABLE)) {
      writer.append(stream("whole"));
      assertThatThrownBy(
              () ->
                  writer.append(
                      (OutputStream out) -> {
                        out.write(1);
                        throw new IOException("the source ends");
                      }))
          .hasMessage("the source ends");
      assertThatThrownBy(writer::commit)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("broken");
    }
    assertThat(countObjects()).isEqualTo(before);
  }

  private static void writeInPieces(byte[] content, OutputStream out, Random random)
      throws IOException {
    int written = 0;
    while (written < content.length) {
      int piece = Math.min(1 + random.nextInt(1 << random.nextInt(18)), content.length - written);
      if (piece == 1) {
        out.write(content[written]);
      } else {
        out.write(content, written, piece);
      }
      written += piece;
    }
  }

  @Test
  void showsNothingBeforeTheCommit() throws IOException {
    BlobRef stretch;
    try (BlobWriter writer = store().create("half", Durability.DURABLE)) {
      stretch = writer.append(stream("half of it"));
      assertThatThrownBy(() -> store().read(stretch)).isInstanceOf(BlobMissingException.class);
    }
  }

  @Test
  void leavesNothingOfAWriterClosedWithoutCommit() throws IOException {
    long before = countObjects();
    try (BlobWriter writer = store().create("dropped", Durability.DURABLE)) {
      writer.append(stream("never mind"));
    }
    assertThat(countObjects()).isEqualTo(before);
  }

  @Test
  void replacesAnObjectAsAWhole() throws IOException {
    BlobRef old = store().put("deck", bytes("old bytes"), Durability.DURABLE);
    BlobRef fresh = store().put("deck", bytes("new"), Durability.DURABLE);
    assertThat(store().read(fresh)).asString(UTF_8).isEqualTo("new");
    assertThatThrownBy(() -> store().read(old)).isInstanceOf(BlobDamagedException.class);
  }

  @Test
  void lastOfTwoWritersOfOneKeyWins() throws Exception {
    try (BlobWriter one = store().create("same", Durability.DURABLE);
        BlobWriter other = store().create("same", Durability.DURABLE)) {
      one.append(stream("from one"));
      other.append(stream("from the other"));
      one.commit();
      BlobRef last = other.commit();
      assertThat(store().read(last)).asString(UTF_8).isEqualTo("from the other");
    }
  }

  @Test
  void tellsOfAMissingObject() {
    BlobRef nowhere = new BlobRef("not/there", 0, 0, SHA256_OF_NOTHING);
    assertThatThrownBy(() -> store().open(nowhere))
        .isInstanceOf(BlobMissingException.class)
        .hasMessageContaining("not/there");
  }

  @Test
  void noticesAFlippedByteInTheStretchAndOnlyThere() throws IOException {
    BlobRef damaged;
    BlobRef sound;
    try (BlobWriter writer = store().create("two", Durability.DURABLE)) {
      damaged = writer.append(stream("0123456789"));
      sound = writer.append(stream("abc"));
      writer.commit();
    }
    flipByte("two", 4);
    assertThatThrownBy(() -> store().read(damaged))
        .isInstanceOf(BlobDamagedException.class)
        .hasMessageContaining("two");
    assertThat(store().read(sound)).asString(UTF_8).isEqualTo("abc");
  }

  @Test
  void neverHandsOutTheLastByteOfADamagedStretch() throws IOException {
    BlobRef ref = store().put("exact", bytes("0123456789"), Durability.DURABLE);
    flipByte("exact", 0);
    try (InputStream in = store().open(ref)) {
      assertThatThrownBy(() -> in.readNBytes(10)).isInstanceOf(BlobDamagedException.class);
    }
  }

  @Test
  void noticesAStretchBeyondTheEnd() throws IOException {
    BlobRef ref = store().put("short", bytes("12345"), Durability.DURABLE);
    BlobRef beyond = new BlobRef("short", 3, 3, ref.sha256());
    assertThatThrownBy(() -> store().open(beyond)).isInstanceOf(BlobDamagedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/etc/passwd", "../up", "a/../b", "a//b", "a/", ".hidden", "a\\b", "ä", "a b"})
  void refusesKeysThatAreNotPlain(String key) throws IOException {
    long before = countObjects();
    assertThatThrownBy(() -> store().put(key, bytes("x"), Durability.REMAKEABLE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(countObjects()).isEqualTo(before);
  }

  @Test
  void deletesOneObjectAndNothingBesideIt() throws IOException {
    BlobRef gone = store().put("jobs/j2/a", bytes("1"), Durability.REMAKEABLE);
    BlobRef kept = store().put("jobs/j2/ab", bytes("2"), Durability.REMAKEABLE);

    store().delete("jobs/j2/a");
    store().delete("jobs/j2/a");

    assertThatThrownBy(() -> store().open(gone)).isInstanceOf(BlobMissingException.class);
    assertThat(store().read(kept)).asString(UTF_8).isEqualTo("2");
  }

  @Test
  void deletesAPrefixAndNothingBesideIt() throws IOException {
    BlobRef gone = store().put("jobs/j1/a/deep", bytes("1"), Durability.DURABLE);
    store().put("jobs/j1/b", bytes("2"), Durability.DURABLE);
    BlobRef kept = store().put("jobs/j10", bytes("3"), Durability.DURABLE);

    store().deleteAll("jobs/j1/");
    store().deleteAll("jobs/j1/");

    assertThatThrownBy(() -> store().open(gone)).isInstanceOf(BlobMissingException.class);
    assertThat(store().read(kept)).asString(UTF_8).isEqualTo("3");
    assertThatThrownBy(() -> store().deleteAll("jobs/j1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReaderNeverSeesHalfAnObjectWhileItIsReplaced() throws Exception {
    byte[] ones = "1".repeat(200_000).getBytes(UTF_8);
    byte[] twos = "2".repeat(200_000).getBytes(UTF_8);
    BlobRef one = store().put("swap", ones, Durability.REMAKEABLE);
    BlobRef two = store().put("swap", twos, Durability.REMAKEABLE);
    var swapping =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 50; i++) {
                putUnchecked(i % 2 == 0 ? ones : twos);
              }
            });
    int whole = 0;
    while (!swapping.isDone() || whole == 0) {
      try {
        assertThat(store().read(whole % 2 == 0 ? one : two)).hasSize(200_000);
        whole++;
      } catch (BlobDamagedException e) {
        assertThat(e).hasMessageContaining("SHA-256"); // the other one, but as a whole
      }
    }
    swapping.get();
  }

  private void putUnchecked(byte[] bytes) {
    try {
      store().put("swap", bytes, Durability.REMAKEABLE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(bytes(text));
  }
}
