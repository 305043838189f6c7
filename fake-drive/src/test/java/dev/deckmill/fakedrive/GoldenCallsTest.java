package dev.deckmill.fakedrive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.Permission;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.file.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Google's own client sends for each call that the stand-in serves, and what it is answered,
 * as {@code golden/NAME.http}; {@code -Dgolden.rewrite=true} writes them anew.
 */
class GoldenCallsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

  /** What is another at each run, each kind numbered in the order of its appearance. */
  private static final Map<String, Pattern> CHANGING = new LinkedHashMap<>();

  static {
    CHANGING.put("UPLOAD", Pattern.compile("AHmUCY[0-9a-f]{32}"));
    CHANGING.put("PERMISSION", Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    CHANGING.put("ROOT", Pattern.compile("0A[A-Za-z0-9_-]{13}U[A-Za-z0-9]{4,6}"));
    CHANGING.put("FILE", Pattern.compile("\\b1[A-Za-z0-9_-]{31}"));
    CHANGING.put("TIME", Pattern.compile("20[0-9-]{8}T[0-9:.]{12}Z"));
    CHANGING.put("HOST", Pattern.compile("127\\.0\\.0\\.1:[0-9]+"));
    CHANGING.put("BOUNDARY", Pattern.compile("__END_OF_PART__[0-9a-f-]+__"));
  }

  private FakeDrive fake;
  private RecordingProxy proxy;
  private Drive drive;

  @BeforeEach
  void start() throws IOException {
    fake = FakeDrive.start(FakeDriveSettings.defaults().withQuotaBytes(10_000_000));
    proxy = new RecordingProxy(fake.url());
    drive =
        new Drive.Builder(
                new ApacheHttpTransport(), GsonFactory.getDefaultInstance(), request -> {})
            .setRootUrl(proxy.url() + "/")
            .setApplicationName("golden")
            .build();
  }

  @AfterEach
  void stop() {
    proxy.close();
    fake.close();
  }

  private void check(String name) throws IOException {
    String said = settled(proxy.taken());
    Path file = GOLDEN.resolve(name + ".http");
    if (REWRITE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, said);
    }
    assertThat(said).as(name).isEqualTo(Files.readString(file));
  }

  private static String settled(String said) {
    String text = said;
    for (Map.Entry<String, Pattern> changing : CHANGING.entrySet()) {
      Map<String, String> names = new LinkedHashMap<>();
      Matcher matcher = changing.getValue().matcher(text);
      text =
          matcher.replaceAll(
              found ->
                  names.computeIfAbsent(
                      found.group(), each -> changing.getKey() + "-" + (names.size() + 1)));
    }
    return text;
  }

  @Test
  void filesAndFolders() throws Exception {
    String id = drive.files().generateIds().setCount(2).execute().getIds().get(0);
    check("files.generateIds");
    String folder =
        drive
            .files()
            .create(
                new File()
                    .setName("Decks")
                    .setMimeType(StoredFile.FOLDER)
                    .setParents(List.of("root")))
            .execute()
            .getId();
    check("files.create-folder");
    upload(id, folder);
    check("files.create-resumable");
    drive.files().get(id).setFields("id,size,md5Checksum,webViewLink,parents").execute();
    check("files.get");
    drive
        .files()
        .list()
        .setQ("name = 'it\\'s.pptx' and '" + folder + "' in parents and trashed = false")
        .setFields("files(id,name)")
        .execute();
    check("files.list-by-name-and-parent");
    drive
        .files()
        .list()
        .setQ("appProperties has { key='job' and value='j1' } and trashed = false")
        .setOrderBy("createdTime")
        .setFields("files(id,appProperties)")
        .execute();
    check("files.list-by-app-property");
    drive
        .files()
        .update(id, new File().setName("other.pptx").setDescription("moved"))
        .setAddParents("root")
        .setRemoveParents(folder)
        .setFields("id,name,description,parents")
        .execute();
    check("files.update-and-move");
    drive
        .files()
        .copy(
            id,
            new File().setName("slides").setMimeType("application/vnd.google-apps.presentation"))
        .setFields("id,name,mimeType,webViewLink,size")
        .execute();
    check("files.copy-to-slides");
    drive.revisions().list(id).setFields("revisions(id,keepForever,md5Checksum,size)").execute();
    check("revisions.list");
    drive.files().delete(id).execute();
    check("files.delete");
  }

  private void upload(String id, String folder) throws IOException {
    var create =
        drive
            .files()
            .create(
                new File()
                    .setId(id)
                    .setName("it's.pptx")
                    .setParents(List.of(folder))
                    .setAppProperties(Map.of("job", "j1")),
                new ByteArrayContent("application/x-deck", new byte[300_000]))
            .setKeepRevisionForever(true)
            .setFields("id,size,md5Checksum");
    create.getMediaHttpUploader().setChunkSize(256 * 1024);
    create.execute();
  }

  @Test
  void permissions() throws Exception {
    String id = drive.files().create(new File().setName("a")).execute().getId();
    proxy.taken();
    String permission =
        drive
            .permissions()
            .create(
                id,
                new Permission()
                    .setType("user")
                    .setRole("reader")
                    .setEmailAddress("ann@example.com"))
            .setSendNotificationEmail(false)
            .execute()
            .getId();
    check("permissions.create-user");
    drive
        .permissions()
        .create(
            id, new Permission().setType("anyone").setRole("reader").setAllowFileDiscovery(false))
        .execute();
    check("permissions.create-anyone");
    drive.permissions().update(id, permission, new Permission().setRole("writer")).execute();
    check("permissions.update");
    drive.permissions().get(id, permission).setFields("id,role,emailAddress").execute();
    check("permissions.get");
    drive.permissions().list(id).setFields("permissions(id,type,role,emailAddress)").execute();
    check("permissions.list");
    drive.permissions().delete(id, permission).execute();
    check("permissions.delete");
    assertThat(fake.mails()).isZero();
  }

  @Test
  void sharedDrivesAndRoom() throws Exception {
    String shared = fake.addSharedDrive("Company");
    drive.drives().get(shared).execute();
    check("drives.get");
    drive.drives().list().execute();
    check("drives.list");
    drive
        .files()
        .list()
        .setCorpora("drive")
        .setDriveId(shared)
        .setSupportsAllDrives(true)
        .setIncludeItemsFromAllDrives(true)
        .execute();
    check("files.list-in-shared-drive");
    drive.about().get().setFields("user,storageQuota").execute();
    check("about.get");
  }

  @Test
  void refusals() throws Exception {
    refused(() -> drive.files().get("nowhere").execute());
    check("refused.not-found");
    fake.faults()
        .on(
            CallKind.ABOUT,
            1,
            new Fault.Refuse(429, "rateLimitExceeded", java.util.OptionalInt.of(3)));
    refused(() -> drive.about().get().setFields("user").execute());
    check("refused.rate");
  }

  private interface Call {
    Object make() throws IOException;
  }

  private static void refused(Call call) throws IOException {
    try {
      throw new AssertionError("answered: " + call.make());
    } catch (GoogleJsonResponseException e) {
      assertThat(Optional.ofNullable(e.getDetails())).isPresent();
    }
  }
}
