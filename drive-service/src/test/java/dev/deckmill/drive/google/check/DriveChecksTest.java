package dev.deckmill.drive.google.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.connection.DriveCheck;
import dev.deckmill.contracts.connection.DriveCheckReport;
import dev.deckmill.drive.DriveResource;
import dev.deckmill.drive.TestConfig;
import dev.deckmill.drive.UserMode;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.store.ConnectedAccount;
import dev.deckmill.fakedrive.FakeDrive;
import dev.deckmill.fakedrive.FakeDriveSettings;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check says for each auth mode, word for word. */
class DriveChecksTest {
  @TempDir Path dir;

  private FakeDrive fake;

  @BeforeEach
  void start() throws IOException {
    fake = FakeDrive.start(FakeDriveSettings.defaults().requiringTokens().withQuotaBytes(1L << 32));
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private Map<String, String> serviceAccount() throws IOException {
    Map<String, String> all = new HashMap<>();
    all.put("auth", "service-account");
    all.put(
        "service-account.key-file",
        secret(
            "key.json",
            DriveResource.accountKey(fake.url() + "/token")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    all.put("seal-key-file", secret("seal.key", new byte[32]));
    return all;
  }

  private Map<String, String> delegation() throws IOException {
    Map<String, String> all = serviceAccount();
    all.put("auth", "domain-wide-delegation");
    all.put("service-account.subject", "decks@company.example");
    return all;
  }

  private Map<String, String> user() throws IOException {
    Map<String, String> all = UserMode.settings(dir, fake.url());
    protect(dir.resolve("client.json"));
    protect(dir.resolve("seal.key"));
    return all;
  }

  private String secret(String name, byte[] bytes) throws IOException {
    Path file = Files.write(dir.resolve(name), bytes);
    protect(file);
    return file.toString();
  }

  private static void protect(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
  }

  private DriveConfig config(Map<String, String> settings) {
    return TestConfig.at(fake.url(), settings);
  }

  private String report(Map<String, String> settings, Optional<ConnectedAccount> account) {
    return text(new DriveChecks(config(settings), tenant -> account).of("acme"));
  }

  private String report(Map<String, String> settings) {
    return report(settings, Optional.empty());
  }

  private static String text(DriveCheckReport report) {
    return Stream.concat(
            Stream.of(report.mode() + ": " + report.about()),
            report.checks().stream().map(DriveChecksTest::line))
        .collect(Collectors.joining("\n"));
  }

  private static String line(DriveCheck check) {
    String mend = check.mend() == null ? "" : "\n    -> " + check.mend();
    return check.outcome() + " " + check.name() + ": " + check.found() + mend;
  }

  private static ConnectedAccount account(String token, boolean broken) {
    return new ConnectedAccount("c", "a@b.example", Optional.of(token), Instant.EPOCH, broken);
  }

  @Test
  void aStandIn() {
    fake.close();
    fake = open();
    assertThat(report(Map.of()))
        .isEqualTo(
            """
            none: No credentials: decks go to a stand-in for Google Drive.
            OK Settings: Decks go to 127.0.0.1.
            OK Network and clock: Answers; the clocks agree.
            OK Root folder: In My Drive, and the account may write to it.
            OK Account and room: Called as someone@example.com, and there is room.""");
  }

  private static FakeDrive open() {
    try {
      return FakeDrive.start(FakeDriveSettings.defaults());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aServiceAccountInASharedDrive() throws IOException {
    Map<String, String> settings = serviceAccount();
    settings.put("root-folder", fake.addSharedDrive("Company"));
    assertThat(report(settings))
        .isEqualTo(
            """
            service-account: A service account writes into a shared drive that it is a member of.
            OK Settings: Decks go to 127.0.0.1.
            OK Seal key: 32 bytes, readable.
            OK Service account's key: Well formed, of decks@p.example.
            OK Network and clock: Answers; the clocks agree.
            OK Token: Google hands one out.
            OK Root folder: In a shared drive, and the account may write to it.
            OK Account and room: Called as someone@example.com.""");
  }

  @Test
  void aServiceAccountWithoutASharedDrive() throws IOException {
    assertThat(report(serviceAccount()))
        .endsWith(
            """
            OK Token: Google hands one out.
            PROBLEM Root folder: The folder is not in a shared drive, and a service account has no room of its own: every upload would end with DRIVE_QUOTA.
                -> Make the account a content manager of a shared drive and set deckmill.drive.root-folder to that drive's id or a folder in it; or use domain-wide-delegation or user.""");
  }

  @Test
  void aFolderThatIsNotOpenToTheAccount() throws IOException {
    Map<String, String> settings = serviceAccount();
    settings.put("root-folder", "0Anobody");
    assertThat(report(settings))
        .contains("PROBLEM Root folder: The folder is not there, is not a folder, or is not open")
        .contains("-> Share the folder with the account as an editor");
  }

  @Test
  void keysThatAreMissingOrOpenToOthers() throws IOException {
    Map<String, String> settings = serviceAccount();
    settings.put("seal-key-file", secret("short.key", new byte[31]));
    settings.put("service-account.key-file", dir.resolve("none.json").toString());
    assertThat(report(settings))
        .contains(
            "PROBLEM Seal key: The file of deckmill.drive.seal-key-file has 31 bytes and needs 32.")
        .contains("PROBLEM Service account's key: The service account's key can't be read from")
        .endsWith("SKIPPED Google Drive: Not asked, because of the problems above.");
    Map<String, String> open = serviceAccount();
    open.put("root-folder", fake.addSharedDrive("Company"));
    Files.setPosixFilePermissions(
        dir.resolve("seal.key"), PosixFilePermissions.fromString("r--r--r--"));
    assertThat(report(open))
        .contains(
            "ADVICE Seal key: 32 bytes, readable. Other users of this machine can read or write"
                + " it.\n    -> chmod 400 on the file");
  }

  @Test
  void aKeyThatGoogleDoesNotKnow() throws IOException {
    fake.faults().always(CallKind.TOKEN, new Fault.Refuse(400, "invalid_grant"));
    assertThat(report(serviceAccount()))
        .endsWith(
            """
            PROBLEM Token: Google hands out none: invalid_grant.
                -> Check that the service account and this key of it still exist in Google's console (IAM > Service accounts > Keys) and that this machine's clock is right.""");
  }

  @Test
  void aDelegation() throws IOException {
    assertThat(report(delegation()))
        .isEqualTo(
            """
            domain-wide-delegation: A service account acts for one user of a Google Workspace domain.
            OK Settings: Decks go to 127.0.0.1.
            OK Seal key: 32 bytes, readable.
            OK Service account's key: Well formed, of decks@p.example, acting for decks@company.example.
            OK Network and clock: Answers; the clocks agree.
            OK Token: Google hands one out.
            OK Root folder: In My Drive, and the account may write to it.
            OK Account and room: Called as someone@example.com, and there is room.""");
  }

  @Test
  void aDelegationThatTheDomainHasNotAllowed() throws IOException {
    fake.faults().always(CallKind.TOKEN, new Fault.Refuse(401, "unauthorized_client"));
    assertThat(report(delegation()))
        .endsWith(
            """
            PROBLEM Token: Google hands out none: unauthorized_client.
                -> An administrator of the domain has to allow it: admin.google.com > Security > API controls > Domain-wide delegation, client id 1, scope https://www.googleapis.com/auth/drive. It may take some minutes.""");
  }

  @Test
  void aDelegationThatNamesNobody() throws IOException {
    Map<String, String> settings = delegation();
    settings.remove("service-account.subject");
    assertThat(report(settings))
        .contains("service-account.subject does not say for which user of the domain it acts");
    settings.put("service-account.subject", "decks@company.example");
    settings.put("auth", "service-account");
    assertThat(report(settings)).contains("set it to domain-wide-delegation, or remove the user");
  }

  @Test
  void aUsersAccount() throws IOException {
    String token = fake.consent("https://www.googleapis.com/auth/drive.file");
    String report = report(user(), Optional.of(account(token, false)));
    assertThat(report)
        .isEqualTo(
            """
            user: Each tenant connects a Google account of its own in a browser.
            OK Settings: Decks go to 127.0.0.1.
            OK Seal key: 32 bytes, readable.
            OK OAuth client: Well formed, client id deckmill-test.
            OK Way back from Google: Browsers come back to http://127.0.0.1:9/v1/drive/callback.
            OK Network and clock: Answers; the clocks agree.
            OK Token: Google hands one out.
            OK Root folder: My Drive of the connected account, where Deckmill makes its own folders.
            OK Account and room: Called as someone@example.com, and there is room.""");
    fake.secrets().forEach(secret -> assertThat(report).doesNotContain(secret));
    assertThat(report).doesNotContain("GOCSPX");
  }

  @Test
  void aUsersAccountThatIsNotConnectedOrGone() throws IOException {
    assertThat(report(user()))
        .endsWith(
            """
            PROBLEM Connected account: This tenant has connected no Google account.
                -> POST /v1/drive/connection gives the address of the page on which to agree.""");
    assertThat(report(user(), Optional.of(account("1//gone", false))))
        .contains("PROBLEM Token: Google hands out none: invalid_grant.")
        .contains("in testing Google ends consents after a week");
    assertThat(text(new DriveChecks(config(user()), tenant -> Optional.empty()).ofConfiguration()))
        .endsWith(
            "SKIPPED Connected account: Each tenant connects its own, once everything runs: POST"
                + " /v1/drive/connection.");
  }

  @Test
  void aCallbackThatTheClientDoesNotKnow() throws IOException {
    Map<String, String> settings = user();
    settings.put("user.redirect-url", "https://decks.example/v1/drive/callback");
    assertThat(report(settings))
        .contains("does not list https://decks.example/v1/drive/callback among its redirect URIs");
    settings.put("user.redirect-url", "https://decks.example/");
    assertThat(report(settings)).contains("does not end in /v1/drive/callback");
    settings.put("root-folder", "0Afolder");
    assertThat(report(settings)).contains("Set deckmill.drive.root-folder to root");
  }

  @Test
  void nobodyAnswers() throws IOException {
    Map<String, String> settings = serviceAccount();
    DriveConfig config = config(settings);
    fake.close();
    fake = open();
    assertThat(text(new DriveChecks(config, tenant -> Optional.empty()).of("acme")))
        .contains("PROBLEM Network and clock: 127.0.0.1 could not be reached")
        .contains("deckmill.drive.root-url");
  }
}
