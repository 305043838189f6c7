package dev.deckmill.drive.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.connection.ConsentGiven;
import dev.deckmill.contracts.connection.ConsentOpened;
import dev.deckmill.contracts.connection.ConsentPage;
import dev.deckmill.contracts.connection.DriveConnection;
import dev.deckmill.contracts.connection.DriveConnection.State;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.Browser;
import dev.deckmill.drive.Rig;
import dev.deckmill.drive.Servers;
import dev.deckmill.drive.TestConfig;
import dev.deckmill.drive.TestDatabase;
import dev.deckmill.drive.UserMode;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.delivery.DeliveryException;
import dev.deckmill.drive.google.ConnectedDriveTarget;
import dev.deckmill.drive.google.GoogleConsent;
import dev.deckmill.drive.google.GoogleDriveTarget;
import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.store.ConnectionStore;
import dev.deckmill.drive.store.SecretSeal;
import dev.deckmill.drive.store.SessionSeal;
import dev.deckmill.drive.store.UploadStore;
import dev.deckmill.fakedrive.FakeDriveSettings;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Servers
class ConnectionsTest {
  @TempDir Path dir;

  private final Jdbi everything = Jdbi.create(TestDatabase.everything());
  private Rig rig;
  private DriveAccess access;
  private ConnectionStore store;
  private Connections connections;
  private ConnectedDriveTarget target;

  @BeforeEach
  void open() throws Exception {
    rig = new Rig(FakeDriveSettings.defaults().requiringTokens(), Map.of());
    access = DriveAccess.open(config(Map.of()));
    store = TestDatabase.connections(seal("seal.key"));
    connections = connections(Map.of());
    UploadStore uploads = TestDatabase.uploads(SessionSeal.none());
    target =
        new ConnectedDriveTarget(
            access,
            store,
            uploads,
            as ->
                new GoogleDriveTarget(
                    as,
                    uploads,
                    TestDatabase.folders(),
                    TestDatabase.slides(),
                    TestDatabase.pictures(),
                    rig.blobs,
                    config(Map.of())));
  }

  @AfterEach
  void close() throws Exception {
    access.close();
    rig.close();
  }

  private DriveConfig config(Map<String, String> more) {
    try {
      Map<String, String> all = UserMode.settings(dir, rig.fake.url());
      all.putAll(more);
      return TestConfig.at(rig.fake.url(), all);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private SecretSeal seal(String newest, String... older) {
    return SecretSeal.withKeysIn(
        dir.resolve(newest), Arrays.stream(older).map(dir::resolve).toList());
  }

  private Connections connections(Map<String, String> more) {
    DriveConfig config = config(more);
    return new Connections(
        new GoogleConsent(access, config),
        TestDatabase.consents(seal("seal.key")),
        store,
        config.user().consentTime());
  }

  private static String stateOf(ConsentPage page) {
    return page.address().substring(page.address().indexOf("state=") + "state=".length());
  }

  private static ConsentPage open(Connections at, String tenant) throws ConnectionException {
    return at.open(new ConsentOpened(stateOf(at.begin(tenant)), Browser.BROWSER));
  }

  private static ConsentGiven agree(Connections at, String tenant) throws Exception {
    return Browser.agree(open(at, tenant).address());
  }

  private DriveConnection connect() throws Exception {
    return connections.complete(agree(connections, rig.tenant));
  }

  private Delivered deliver(UploadDeck order) throws Exception {
    return target.deliver(order, rig);
  }

  private void refusesToDeliver(UploadDeck order, String mend) {
    assertThatThrownBy(() -> deliver(order))
        .isInstanceOfSatisfying(
            DeliveryException.class,
            e -> {
              assertThat(e.trouble().type()).isEqualTo(ErrorType.DRIVE_AUTH);
              assertThat(e.trouble().detail()).contains(mend);
              assertThat(e.passing()).isFalse();
            });
  }

  private void refuses(ConsentGiven given) {
    assertThatThrownBy(() -> connections.complete(given))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("POST /v1/drive/connection");
  }

  @Test
  void deliversAsTheAccountThatATenantConnected() throws Exception {
    UploadDeck order = rig.order("job", 600_000, "Decks", "Today");
    refusesToDeliver(order, "POST /v1/drive/connection");
    DriveConnection connected = connect();
    assertThat(connected.state()).isEqualTo(State.CONNECTED);
    assertThat(connected.tenant()).isEqualTo(rig.tenant);
    assertThat(connected.account()).isEqualTo("someone@example.com");
    deliver(order);
    assertThat(rig.holdsExactly(order)).isTrue();
    assertThat(connections.status(rig.tenant)).isEqualTo(connected);
  }

  @Test
  void asksWithAChallengeForFilesOfOurOwnAndLastingAccess() throws Exception {
    assertThat(open(connections, rig.tenant).address())
        .contains("code_challenge_method=S256")
        .contains("scope=https://www.googleapis.com/auth/drive.file&")
        .contains("access_type=offline")
        .contains("prompt=consent")
        .doesNotContain("verifier");
  }

  @Test
  void takesEachStateOnce() throws Exception {
    ConsentGiven given = agree(connections, rig.tenant);
    connections.complete(given);
    refuses(given);
    refuses(new ConsentGiven("never-asked-for", "4/code", null, null, Browser.BROWSER));
    assertThat(connections.status(rig.tenant).state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void takesNoConsentAfterItsTime() throws Exception {
    Connections brief = connections(Map.of("user.consent-time", "0s"));
    assertThatThrownBy(() -> open(brief, rig.tenant)).hasMessageContaining("took longer");
    ConsentGiven late = agree(connections, rig.tenant);
    everything.useHandle(
        handle -> handle.execute("update drive.drive_consent set expires_at = now()"));
    refuses(late);
    assertThat(connections.status(rig.tenant).state()).isEqualTo(State.NONE);
  }

  @Test
  void takesNoCodeOfAnotherConsent() throws Exception {
    ConsentGiven mine = agree(connections, rig.tenant);
    ConsentGiven theirs = agree(connections, "other-" + rig.tenant);
    // Their code with my state: its challenge is that of another verifier.
    refuses(new ConsentGiven(mine.state(), theirs.code(), null, null, Browser.BROWSER));
    assertThat(connections.status(rig.tenant).state()).isEqualTo(State.NONE);
  }

  @Test
  void takesAConsentFromNoBrowserButTheOneThatOpenedIt() throws Exception {
    ConsentGiven given = agree(connections, rig.tenant);
    for (String browser : Arrays.asList("c".repeat(64), null)) {
      assertThatThrownBy(
              () ->
                  connections.complete(
                      new ConsentGiven(given.state(), given.code(), null, null, browser)))
          .isInstanceOfSatisfying(
              ConnectionException.class,
              e -> {
                assertThat(e.trouble().type()).isEqualTo(ErrorType.DELIVERY_STATE);
                assertThat(e.trouble().detail()).contains("another browser");
              });
    }
    assertThat(connections.complete(given).state())
        .as("a stranger's try takes nothing from the right browser")
        .isEqualTo(State.CONNECTED);
  }

  @Test
  void opensAConsentForOneBrowserAlone() throws Exception {
    String state = stateOf(connections.begin(rig.tenant));
    connections.open(new ConsentOpened(state, Browser.BROWSER));
    connections.open(new ConsentOpened(state, Browser.BROWSER));
    assertThatThrownBy(() -> connections.open(new ConsentOpened(state, "c".repeat(64))))
        .hasMessageContaining("another browser");
    assertThatThrownBy(() -> connections.open(new ConsentOpened("unasked", Browser.BROWSER)))
        .hasMessageContaining("was not asked for here");
  }

  @Test
  void takesNoConsentOfAnotherTenant() throws Exception {
    ConsentGiven given = agree(connections, rig.tenant);
    refuses(new ConsentGiven(given.state(), given.code(), null, "other", Browser.BROWSER));
    assertThat(connections.status("other").state()).isEqualTo(State.NONE);
    assertThat(connections.status(rig.tenant).state()).isEqualTo(State.NONE);
  }

  @Test
  void saysSoWhenThePersonDoesNotAgree() throws Exception {
    rig.fake.faults().on(CallKind.AUTHORIZE, 1, new Fault.Deny());
    ConsentGiven denied = agree(connections, rig.tenant);
    assertThatThrownBy(() -> connections.complete(denied)).hasMessageContaining("access_denied");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 503})
  void connectsNothingWhenTheTokenEndpointIsAway(int status) throws Exception {
    ConsentGiven given = agree(connections, rig.tenant);
    rig.fake
        .faults()
        .always(
            CallKind.TOKEN,
            status == 0 ? new Fault.ResetBefore() : new Fault.Refuse(status, "backend_error"));
    assertThatThrownBy(() -> connections.complete(given))
        .isInstanceOfSatisfying(
            ConnectionException.class,
            e -> assertThat(e.trouble().type()).isEqualTo(ErrorType.DRIVE_UNAVAILABLE));
    assertThat(connections.status(rig.tenant).state()).isEqualTo(State.NONE);
  }

  @Test
  void keepsTokensSealedAndUselessToAnotherTenant() throws Exception {
    connect();
    String token = store.find(rig.tenant).orElseThrow().refreshToken().orElseThrow();
    assertThat(rig.fake.secrets()).contains(token);
    byte[] stored =
        everything.withHandle(
            handle ->
                handle
                    .createQuery("select token_sealed from drive.drive_token where tenant = ?")
                    .bind(0, rig.tenant)
                    .mapTo(byte[].class)
                    .one());
    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(token);
    String thief = "thief-" + rig.tenant;
    everything.useHandle(
        handle ->
            handle.execute(
                "insert into drive.drive_token"
                    + " select ?, 'c', account, account_sha256, scope, key_id, token_sealed"
                    + " from drive.drive_token where tenant = ?",
                thief,
                rig.tenant));
    assertThat(store.find(thief).orElseThrow().refreshToken()).isEmpty();
    assertThat(connections.status(thief).state()).isEqualTo(State.BROKEN);
  }

  @Test
  void opensWithAnOlderKeyAndSealsWithTheNewOne() throws Exception {
    connect();
    byte[] fresh = new byte[32];
    fresh[0] = 1;
    Files.write(dir.resolve("new.key"), fresh);
    String token = store.find(rig.tenant).orElseThrow().refreshToken().orElseThrow();
    ConnectionStore rotated = TestDatabase.connections(seal("new.key", "seal.key"));
    assertThat(rotated.find(rig.tenant).orElseThrow().refreshToken()).contains(token);
    ConnectionStore afterwards = TestDatabase.connections(seal("new.key"));
    assertThat(afterwards.find(rig.tenant).orElseThrow().refreshToken()).contains(token);
    assertThat(store.find(rig.tenant).orElseThrow().refreshToken())
        .as("the old key opens nothing any more")
        .isEmpty();
  }

  @Test
  void marksAConnectionBrokenWhenTheConsentIsTakenBackAndMendsItByAnother() throws Exception {
    connect();
    rig.fake.revokeConsents();
    UploadDeck order = rig.order("job", 1000);
    refusesToDeliver(order, "POST /v1/drive/connection");
    DriveConnection broken = connections.status(rig.tenant);
    assertThat(broken.state()).isEqualTo(State.BROKEN);
    assertThat(broken.detail()).contains("POST /v1/drive/connection");
    int asked = rig.fake.count(CallKind.TOKEN);
    refusesToDeliver(order, "POST /v1/drive/connection");
    assertThat(rig.fake.count(CallKind.TOKEN)).as("Google is not asked again").isEqualTo(asked);
    connect();
    deliver(order);
    assertThat(rig.holdsExactly(order)).isTrue();
  }

  @Test
  void doesNotTakeARefusedClientForABrokenConnection() throws Exception {
    connect();
    rig.fake.faults().always(CallKind.TOKEN, new Fault.Refuse(401, "invalid_client"));
    refusesToDeliver(rig.order("job", 1000), "deckmill.drive.user.client-file");
    assertThat(connections.status(rig.tenant).state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void givesTheConsentBackWhenATenantDisconnects() throws Exception {
    connect();
    UploadDeck order = rig.order("job", 1000);
    Delivered before = deliver(order);
    assertThat(connections.end(rig.tenant).state()).isEqualTo(State.NONE);
    assertThat(rig.fake.openConsents()).isZero();
    assertThat(connections.end(rig.tenant).state()).as("twice is as good").isEqualTo(State.NONE);
    assertThat(deliver(order)).as("what was delivered stays so").isEqualTo(before);
    refusesToDeliver(rig.order("job-2", 1000), "POST /v1/drive/connection");
  }

  @Test
  void forgetsNothingWhileGoogleCannotBeToldOfIt() throws Exception {
    connect();
    rig.fake.faults().on(CallKind.REVOKE, 1, new Fault.Refuse(503, "backend_error"));
    assertThatThrownBy(() -> connections.end(rig.tenant)).hasMessageContaining("Try again");
    assertThat(connections.status(rig.tenant).state()).isEqualTo(State.CONNECTED);
    assertThat(connections.end(rig.tenant).state()).isEqualTo(State.NONE);
  }

  @Test
  void knowsNothingOfAnotherAccountsFoldersAndFiles() throws Exception {
    connect();
    UploadDeck order = rig.order("job", 1000, "Decks");
    deliver(order);
    store.put(rig.tenant, "else@example.com", "scope", rig.fake.consent("scope"));
    UploadDeck changed =
        new UploadDeck(
            order.jobId(),
            rig.tenant,
            rig.blobs.deck(77, 2000),
            order.fileName(),
            List.of("Decks"),
            null,
            2);
    deliver(changed);
    assertThat(rig.fake.files()).as("one file in each account").hasSize(2);
  }
}
