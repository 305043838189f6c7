package dev.deckmill.drive.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckTarget;
import dev.deckmill.drive.PatternBlobs;
import dev.deckmill.drive.Servers;
import dev.deckmill.drive.TestDatabase;
import dev.deckmill.drive.Unwatched;
import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.delivery.DeliveryException;
import dev.deckmill.drive.delivery.PlaceNames;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Servers
class FilesTargetTest {
  @TempDir Path root;

  private final PatternBlobs blobs = new PatternBlobs();
  private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  private FilesTarget target;

  @BeforeEach
  void open() {
    target = target(Optional.empty());
  }

  private FilesTarget target(Optional<URI> links) {
    return new FilesTarget(root, links, TestDatabase.placedDecks(), blobs);
  }

  private UploadDeck order(String job, BlobRef deck, String name, String... folders) {
    return new UploadDeck(
        job, tenant, deck, name, List.of(folders), null, 1, null, DeckTarget.FILES);
  }

  private UploadDeck order(String job, String... folders) {
    return order(job, blobs.deck(job.hashCode() & 0xffff, 100_000), "Deck.pptx", folders);
  }

  private Delivered deliver(UploadDeck order) throws DeliveryException {
    return target.deliver(order, new Unwatched());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> !Files.isDirectory(path))
          .map(path -> root.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  private byte[] bytes(BlobRef deck) throws IOException {
    try (InputStream in = blobs.open(deck)) {
      return in.readAllBytes();
    }
  }

  private void refuses(UploadDeck order, ErrorType type) {
    assertThatThrownBy(() -> deliver(order))
        .isInstanceOfSatisfying(
            DeliveryException.class,
            e -> {
              assertThat(e.trouble().type()).isEqualTo(type);
              assertThat(e.passing()).isFalse();
              assertThat(e.trouble().detail()).doesNotContain(root.toString());
            });
  }

  @Test
  void putsADeckIntoTheTenantsOwnFolder() throws Exception {
    UploadDeck order = order("job", "Decks", "2026");
    Delivered delivered = deliver(order);
    String path = tenant + "/Decks/2026/Deck.pptx";
    assertThat(delivered.fileId()).isEqualTo(path);
    assertThat(delivered.folderId()).isEqualTo(tenant + "/Decks/2026");
    assertThat(delivered.link()).isEmpty();
    assertThat(delivered.bytes()).isEqualTo(100_000);
    assertThat(files()).containsExactly(path);
    assertThat(Files.readAllBytes(root.resolve(path))).isEqualTo(bytes(order.deck()));
  }

  @Test
  void saysTheSameWhenTheOrderComesAgain() throws Exception {
    UploadDeck order = order("job", "Decks");
    assertThat(deliver(order)).isEqualTo(deliver(order));
    assertThat(files()).hasSize(1);
  }

  @Test
  void linksToWhereTheDirectoryIsServed() throws Exception {
    target = target(Optional.of(URI.create("https://files.example/decks")));
    UploadDeck order = order("job", blobs.deck(1, 10), "Größe 1.pptx", "A & B");
    assertThat(deliver(order).link())
        .contains(
            "https://files.example/decks/" + tenant + "/A%20%26%20B/Gr%C3%B6%C3%9Fe%201.pptx");
  }

  @Test
  void givesDecksOfOneNameNumbersAndKeepsWhatSomebodyElsePutThere() throws Exception {
    Path theirs = Files.createDirectories(root.resolve(tenant + "/Decks")).resolve("Deck.pptx");
    Files.writeString(theirs, "theirs");
    deliver(order("job-1", "Decks"));
    deliver(order("job-2", "Decks"));
    assertThat(files())
        .containsExactly(
            tenant + "/Decks/Deck (2).pptx",
            tenant + "/Decks/Deck (3).pptx",
            tenant + "/Decks/Deck.pptx");
    assertThat(theirs).hasContent("theirs");
  }

  @Test
  void putsTheDeckOfALaterRunInPlaceOfTheEarlierOne() throws Exception {
    deliver(order("job", "Decks"));
    BlobRef changed = blobs.deck(7, 50);
    deliver(order("job", changed, "Deck.pptx", "Decks"));
    assertThat(files()).containsExactly(tenant + "/Decks/Deck.pptx");
    assertThat(Files.readAllBytes(root.resolve(files().get(0)))).isEqualTo(bytes(changed));
  }

  @Test
  void leavesOneFileWhenSeveralProcessesCarryOutTheSameOrders() throws Exception {
    int jobs = 6;
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Callable<Delivered>> work =
          IntStream.range(0, jobs * 3)
              .<Callable<Delivered>>mapToObj(
                  i ->
                      () ->
                          target(Optional.empty())
                              .deliver(order("job-" + i % jobs, "Decks"), new Unwatched()))
              .toList();
      for (Future<Delivered> done : threads.invokeAll(work)) {
        done.get();
      }
    }
    assertThat(files()).hasSize(jobs);
    for (String file : files()) {
      assertThat(Files.size(root.resolve(file))).isEqualTo(100_000);
    }
  }

  @Test
  void goesOnAfterAKilledTryWithoutATrace() throws Exception {
    UploadDeck order = order("job", "Decks");
    BlobRef lost = blobs.deck(9, 10);
    blobs.lose(lost);
    assertThatThrownBy(() -> deliver(order("job", lost, "Deck.pptx", "Decks")))
        .isInstanceOf(DeliveryException.class);
    // What a kill in the middle of writing leaves is named after the job.
    deliver(order);
    Path folder = root.resolve(tenant + "/Decks");
    assertThat(files()).containsExactly(tenant + "/Decks/Deck.pptx");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "a/b", "a\\b", " ", "a\u0000b"})
  void refusesNamesThatLeadElsewhere(String name) throws Exception {
    refuses(order("job", blobs.deck(1, 10), "Deck.pptx", name), ErrorType.NAME_INVALID);
    refuses(order("job", blobs.deck(1, 10), name, "Decks"), ErrorType.NAME_INVALID);
    assertThat(files()).isEmpty();
  }

  @Test
  void followsNoLink(@TempDir Path elsewhere) throws Exception {
    Path own = Files.createDirectories(root.resolve(tenant));
    Files.createSymbolicLink(own.resolve("Decks"), elsewhere);
    refuses(order("job", "Decks"), ErrorType.DRIVE_FOLDER);
    Path file = Files.writeString(elsewhere.resolve("file"), "theirs");
    Files.createSymbolicLink(Files.createDirectory(own.resolve("More")).resolve("Deck.pptx"), file);
    deliver(order("job-2", "More"));
    assertThat(file).hasContent("theirs");
    assertThat(files()).contains(tenant + "/More/Deck (2).pptx");
  }

  @Test
  void keepsTenantsApartWhateverTheyAreCalled() {
    assertThat(PlaceNames.ofTenant("..")).isEqualTo("%2E%2E");
    assertThat(PlaceNames.ofTenant("a/../b")).isEqualTo("a%2F..%2Fb");
    assertThat(PlaceNames.ofTenant("%2E")).isEqualTo("%252E");
    assertThat(PlaceNames.ofTenant("acme")).isEqualTo("acme");
  }

  @Test
  void cutsNamesThatFileSystemsDoNotTake() throws Exception {
    String name = "名".repeat(120) + ".pptx";
    UploadDeck order = order("job", blobs.deck(1, 10), name, "集".repeat(120));
    Delivered delivered = deliver(order);
    assertThat(delivered.fileId()).endsWith("名.pptx");
    assertThat(files()).containsExactly(delivered.fileId());
  }

  @Test
  void startsWithADirectoryAlone() throws Exception {
    Path file = Files.writeString(root.resolve("file"), "");
    assertThatThrownBy(
            () -> new FilesTarget(file, Optional.empty(), TestDatabase.placedDecks(), blobs))
        .hasMessageContaining("deckmill.drive.files.directory");
  }
}
