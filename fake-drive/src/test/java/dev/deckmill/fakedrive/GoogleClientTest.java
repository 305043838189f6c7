package dev.deckmill.fakedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import com.google.api.services.drive.model.Permission;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.file.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoogleClientTest {
  private FakeDrive fake;
  private Drive drive;

  static Stream<HttpTransport> transports() {
    return Stream.of(new NetHttpTransport(), new ApacheHttpTransport());
  }

  @BeforeEach
  void start() throws IOException {
    fake = FakeDrive.start(0, Optional.empty());
    drive = client(new ApacheHttpTransport());
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private Drive client(HttpTransport transport) {
    return new Drive.Builder(transport, GsonFactory.getDefaultInstance(), request -> {})
        .setRootUrl(fake.url() + "/")
        .setApplicationName("test")
        .build();
  }

  private String folder(String name, String parent) throws IOException {
    return drive
        .files()
        .create(new File().setName(name).setMimeType(StoredFile.FOLDER).setParents(List.of(parent)))
        .execute()
        .getId();
  }

  @ParameterizedTest
  @MethodSource("transports")
  void uploadsInChunksAndGivesTheFileBack(HttpTransport transport) throws Exception {
    byte[] bytes = new byte[700_000];
    new Random(7).nextBytes(bytes);
    Drive client = client(transport);
    String id = client.files().generateIds().setCount(1).execute().getIds().get(0);
    var create =
        client
            .files()
            .create(
                new File().setId(id).setName("deck.pptx").setAppProperties(Map.of("job", "j1")),
                new ByteArrayContent("application/x-deck", bytes))
            .setFields("id,size,md5Checksum,webViewLink,mimeType,parents");
    create.getMediaHttpUploader().setChunkSize(256 * 1024);
    File made = create.execute();

    assertThat(made.getId()).isEqualTo(id);
    assertThat(made.getSize()).isEqualTo(700_000);
    assertThat(made.getMimeType()).isEqualTo("application/x-deck");
    assertThat(made.getMd5Checksum()).isEqualTo(Md5.of(bytes));
    assertThat(made.getParents()).containsExactly(fake.rootId());
    assertThat(made.getWebViewLink()).startsWith(fake.url().toString()).contains(id);
    assertThat(fake.count(CallKind.UPLOAD_CHUNK)).isEqualTo(3);
    assertThat(fake.uploadedBytes()).isEqualTo(700_000);
    ByteArrayOutputStream back = new ByteArrayOutputStream();
    client.files().get(id).executeMediaAndDownloadTo(back);
    assertThat(back.toByteArray()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("transports")
  void changesMetadataByPatch(HttpTransport transport) throws IOException {
    String id = folder("before", "root");
    client(transport).files().update(id, new File().setName("after")).execute();
    assertThat(drive.files().get(id).execute().getName()).isEqualTo("after");
  }

  @Test
  void givesNewContentToAFileThatIsThere() throws IOException {
    String id =
        drive
            .files()
            .create(new File().setName("a"), new ByteArrayContent("x/y", new byte[10]))
            .execute()
            .getId();
    File changed =
        drive
            .files()
            .update(id, new File(), new ByteArrayContent("x/y", new byte[20]))
            .setFields("id,size")
            .execute();
    assertThat(changed.getId()).isEqualTo(id);
    assertThat(changed.getSize()).isEqualTo(20);
    assertThat(fake.files()).hasSize(1);
  }

  @Test
  void findsFoldersByNameAndParentWithQuotesInTheName() throws IOException {
    String outer = folder("it's \\ here", "root");
    String inner = folder("inner", outer);
    FileList found =
        drive
            .files()
            .list()
            .setQ(
                "name = 'it\\'s \\\\ here' and 'root' in parents and trashed = false and mimeType"
                    + " = 'application/vnd.google-apps.folder'")
            .execute();
    assertThat(found.getFiles()).extracting(File::getId).containsExactly(outer);
    assertThat(drive.files().list().setQ("'" + outer + "' in parents").execute().getFiles())
        .extracting(File::getId)
        .containsExactly(inner);
  }

  @Test
  void givesFewFieldsUnlessAskedForMore() throws IOException {
    String id = folder("f", "root");
    assertThat(drive.files().get(id).execute().getParents()).isNull();
    assertThat(drive.files().get(id).setFields("parents").execute().getParents()).isNotEmpty();
  }

  @Test
  void refusesARepeatedIdAndOneThatWasNeverHandedOut() throws IOException {
    String id = drive.files().generateIds().setCount(1).execute().getIds().get(0);
    drive.files().create(new File().setId(id).setName("a")).execute();
    assertThat(refusal(() -> drive.files().create(new File().setId(id)).execute()))
        .isEqualTo("409 fileIdInUse");
    assertThat(refusal(() -> drive.files().create(new File().setId("1abc")).execute()))
        .isEqualTo("400 invalid");
  }

  @Test
  void refusesAParentThatIsNotThere() {
    assertThat(refusal(() -> folder("f", "nowhere"))).isEqualTo("404 notFound");
  }

  @Test
  void hidesSharedDrivesFromCallersThatDoNotKnowThem() throws IOException {
    String shared = fake.addSharedDrive("Decks");
    File wanted = new File().setName("f").setParents(List.of(shared));
    assertThat(refusal(() -> drive.files().create(wanted).execute())).isEqualTo("404 notFound");
    String id = drive.files().create(wanted).setSupportsAllDrives(true).execute().getId();
    assertThat(drive.files().list().execute().getFiles()).isEmpty();
    assertThat(
            drive
                .files()
                .list()
                .setSupportsAllDrives(true)
                .setIncludeItemsFromAllDrives(true)
                .setCorpora("drive")
                .setDriveId(shared)
                .execute()
                .getFiles())
        .extracting(File::getId)
        .containsExactly(id);
  }

  @Test
  void showsWhatOthersMadeOnlyInASearchThroughTheWholeDrive() throws IOException {
    String shared = fake.addSharedDrive("Decks");
    String id = fake.addForeignFolder("f", shared);
    Drive.Files.List search =
        drive.files().list().setSupportsAllDrives(true).setIncludeItemsFromAllDrives(true);
    assertThat(search.execute().getFiles()).isEmpty();
    assertThat(search.setCorpora("drive").setDriveId(shared).execute().getFiles())
        .extracting(File::getId)
        .containsExactly(id);
  }

  @Test
  void sharesWithAPerson() throws IOException {
    String id = folder("f", "root");
    Permission wanted =
        new Permission().setType("user").setRole("reader").setEmailAddress("a@example.com");
    drive.permissions().create(id, wanted).setSendNotificationEmail(false).execute();
    assertThat(drive.permissions().list(id).execute().getPermissions())
        .extracting(Permission::getRole)
        .containsExactly("reader");
    assertThat(
            refusal(
                () ->
                    drive
                        .permissions()
                        .create(id, new Permission().setType("user").setRole("king"))
                        .execute()))
        .isEqualTo("400 badRequest");
  }

  @Test
  void tellsWhoseDriveItIsOnlyWhenToldWhatToTell() throws IOException {
    assertThat(drive.about().get().setFields("user").execute().getUser().getEmailAddress())
        .isEqualTo("someone@example.com");
    assertThat(refusal(() -> drive.about().get().execute())).isEqualTo("400 required");
  }

  @Test
  void listsInPages() throws IOException {
    for (int i = 0; i < 5; i++) {
      folder("f" + i, "root");
    }
    FileList first = drive.files().list().setPageSize(3).execute();
    FileList second =
        drive.files().list().setPageSize(3).setPageToken(first.getNextPageToken()).execute();
    assertThat(first.getFiles()).hasSize(3);
    assertThat(second.getFiles()).hasSize(2);
    assertThat(second.getNextPageToken()).isNull();
  }

  @Test
  void deletesAFolderWithAllThatIsInIt() throws IOException {
    String outer = folder("outer", "root");
    String inner = folder("inner", outer);
    drive.files().delete(outer).execute();
    assertThat(refusal(() -> drive.files().get(inner).execute())).isEqualTo("404 notFound");
  }

  @Test
  void hasNoRoomBeyondItsQuota() throws IOException {
    fake.close();
    fake = FakeDrive.start(FakeDriveSettings.defaults().withQuotaBytes(0));
    drive = client(new ApacheHttpTransport());
    assertThat(
            refusal(
                () ->
                    drive
                        .files()
                        .create(new File(), new ByteArrayContent("x/y", new byte[1]))
                        .execute()))
        .isEqualTo("403 storageQuotaExceeded");
  }

  private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    GoogleJsonResponseException refused =
        catchThrowableOfType(GoogleJsonResponseException.class, call);
    return refused.getStatusCode() + " " + refused.getDetails().getErrors().get(0).getReason();
  }
}
