package dev.deckmill.fakedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.Permission;
import dev.deckmill.fakedrive.file.StoredFile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharingAndCopyTest {
  private static final String SLIDES = "application/vnd.google-apps.presentation";
  private FakeDrive fake;
  private Drive drive;
  private String deck;

  @BeforeEach
  void start() throws IOException {
    fake = FakeDrive.start(0, Optional.empty());
    drive =
        new Drive.Builder(
                new ApacheHttpTransport(), GsonFactory.getDefaultInstance(), request -> {})
            .setRootUrl(fake.url() + "/")
            .setApplicationName("test")
            .build();
    deck = upload(new File().setName("deck.pptx"), 1000);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private String upload(File metadata, int bytes) throws IOException {
    return drive
        .files()
        .create(metadata, new ByteArrayContent("application/x-deck", new byte[bytes]))
        .execute()
        .getId();
  }

  private Permission give(String role) throws IOException {
    return drive
        .permissions()
        .create(
            deck, new Permission().setType("user").setRole(role).setEmailAddress("ann@example.com"))
        .execute();
  }

  private StoredFile stored(String id) {
    return fake.files().stream().filter(file -> file.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void keepsOnePermissionForOnePersonAndCountsTheMails() throws Exception {
    assertThat(give("reader").getId()).isEqualTo(give("writer").getId());
    assertThat(stored(deck).permissions())
        .extracting(StoredFile.Permission::role)
        .containsExactly("writer");
    assertThat(fake.mails()).as("Drive writes one unless told not to").isEqualTo(2);
  }

  @Test
  void convertsACopyWhichHasNoBytesOfItsOwn() throws Exception {
    File made =
        drive
            .files()
            .copy(deck, new File().setName("slides").setMimeType(SLIDES))
            .setFields("id,mimeType,size,md5Checksum,parents")
            .execute();
    assertThat(made.getMimeType()).isEqualTo(SLIDES);
    assertThat(made.getSize()).isNull();
    assertThat(made.getMd5Checksum()).isNull();
    assertThat(made.getParents()).containsExactly(fake.rootId());
    drive
        .files()
        .update(
            made.getId(), new File(), new ByteArrayContent("application/x-deck", new byte[2000]))
        .execute();
    assertThat(stored(made.getId()).mimeType()).as("it stays what it is").isEqualTo(SLIDES);
    assertThat(Files.size(fake.content(made.getId()))).isEqualTo(2000);
  }

  @Test
  void movesAFileAndRefusesASecondFolder() throws Exception {
    String folder =
        drive
            .files()
            .create(new File().setName("f").setMimeType(StoredFile.FOLDER))
            .execute()
            .getId();
    GoogleJsonResponseException refused =
        catchThrowableOfType(
            GoogleJsonResponseException.class,
            () -> drive.files().update(deck, new File()).setAddParents(folder).execute());
    assertThat(refused.getDetails().getErrors().get(0).getReason()).isEqualTo("cannotAddParent");
    drive.files().update(deck, new File()).setAddParents(folder).setRemoveParents("root").execute();
    assertThat(stored(deck).parents()).isEqualTo(List.of(folder));
  }

  @Test
  void remembersRevisionsAcrossARestart() throws Exception {
    java.nio.file.Path dir = Files.createTempDirectory("fake-drive-test");
    String id;
    try (FakeDrive first = FakeDrive.start(0, Optional.of(dir))) {
      Drive client =
          new Drive.Builder(
                  new ApacheHttpTransport(), GsonFactory.getDefaultInstance(), request -> {})
              .setRootUrl(first.url() + "/")
              .setApplicationName("test")
              .build();
      id =
          client
              .files()
              .create(
                  new File().setName("a"), new ByteArrayContent("application/x-a", new byte[10]))
              .setKeepRevisionForever(true)
              .execute()
              .getId();
    }
    try (FakeDrive second = FakeDrive.start(0, Optional.of(dir))) {
      assertThat(second.files().getFirst().id()).isEqualTo(id);
      assertThat(second.files().getFirst().revisions())
          .extracting(StoredFile.Revision::keepForever)
          .containsExactly(true);
    }
  }

  @Test
  void showsPeopleAndRevisionsOnTheInspectionPage() throws Exception {
    give("commenter");
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(fake.url().resolve("/file/d/" + deck + "/view")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(page.body())
        .contains("user ann@example.com")
        .contains("commenter")
        .contains("Revisions");
  }
}
