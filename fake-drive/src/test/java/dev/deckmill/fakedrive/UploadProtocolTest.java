package dev.deckmill.fakedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.file.StoredFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadProtocolTest {
  private static final int GRAIN = 256 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private FakeDrive fake;

  @BeforeEach
  void start() throws IOException {
    fake = FakeDrive.start(0, Optional.empty());
  }

  @AfterEach
  void stop() {
    http.close();
    fake.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private URI session() throws Exception {
    HttpResponse<String> started =
        send(
            HttpRequest.newBuilder(
                    fake.url().resolve("/upload/drive/v3/files?uploadType=resumable&fields=*"))
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("X-Upload-Content-Type", "x/y")
                .POST(BodyPublishers.ofString("{\"name\":\"a\"}")));
    assertThat(started.statusCode()).isEqualTo(200);
    return URI.create(started.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> put(URI session, String range, int bytes) throws Exception {
    return send(
        HttpRequest.newBuilder(session)
            .header("Content-Range", range)
            .PUT(BodyPublishers.ofByteArray(new byte[bytes])));
  }

  private static String range(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.headers().firstValue("Range").orElse("-");
  }

  @Test
  void tellsHowFarASessionIs() throws Exception {
    URI session = session();
    assertThat(range(put(session, "bytes */600000", 0))).isEqualTo("308 -");
    assertThat(range(put(session, "bytes 0-262143/600000", GRAIN))).isEqualTo("308 bytes=0-262143");
    assertThat(range(put(session, "bytes */600000", 0))).isEqualTo("308 bytes=0-262143");
    assertThat(put(session, "bytes 262144-599999/600000", 337_856).statusCode()).isEqualTo(200);
    HttpResponse<String> again = put(session, "bytes */600000", 0);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("\"size\" : \"600000\"").contains("md5Checksum");
    assertThat(fake.files()).hasSize(1);
  }

  @Test
  void takesEverythingInOneRequestWithoutARange() throws Exception {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(session()).PUT(BodyPublishers.ofByteArray(new byte[1000])));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void takesAnEmptyFile() throws Exception {
    assertThat(put(session(), "bytes */0", 0).statusCode()).isEqualTo(200);
    assertThat(fake.files().get(0).size()).isZero();
  }

  @Test
  void refusesRangesThatMakeNoSense() throws Exception {
    URI session = session();
    assertThat(put(session, "bytes 0-9/1000000", 10).statusCode()).as("no grain").isEqualTo(400);
    assertThat(put(session, "bytes 262144-524287/600000", GRAIN).statusCode())
        .as("a gap")
        .isEqualTo(400);
    assertThat(put(session, "bytes 0-262143/100", GRAIN).statusCode())
        .as("past the end")
        .isEqualTo(400);
    assertThat(put(session, "bytes 0-262143/700000", 5).statusCode())
        .as("another length than the body")
        .isEqualTo(400);
    assertThat(put(session, "octets 1", 5).statusCode()).as("no range").isEqualTo(400);
  }

  @Test
  void refusesASecondLength() throws Exception {
    URI session = session();
    put(session, "bytes 0-262143/600000", GRAIN);
    assertThat(put(session, "bytes */500000", 0).statusCode()).isEqualTo(400);
  }

  @Test
  void skipsBytesThatItHasAlready() throws Exception {
    URI session = session();
    put(session, "bytes 0-262143/*", GRAIN);
    assertThat(range(put(session, "bytes 0-524287/*", 2 * GRAIN))).isEqualTo("308 bytes=0-524287");
  }

  @Test
  void forgetsSessions() throws Exception {
    URI session = session();
    fake.expireSessions();
    assertThat(put(session, "bytes */*", 0).statusCode()).isEqualTo(404);
    URI gone = session();
    fake.faults().on(CallKind.UPLOAD_STATUS, 1, new Fault.ExpireSession(410));
    assertThat(put(gone, "bytes */*", 0).statusCode()).isEqualTo(410);
    assertThat(put(gone, "bytes */*", 0).statusCode()).isEqualTo(404);
  }

  @Test
  void keepsLessThanItGot() throws Exception {
    fake.faults().on(CallKind.UPLOAD_CHUNK, 1, new Fault.KeepLess(300_000));
    assertThat(range(put(session(), "bytes 0-524287/600000", 2 * GRAIN)))
        .isEqualTo("308 bytes=0-262143");
  }

  @Test
  void dropsTheConnectionBeforeAndAfter() throws Exception {
    URI session = session();
    fake.faults().on(CallKind.UPLOAD_CHUNK, 1, new Fault.ResetBefore());
    assertThatThrownBy(() -> put(session, "bytes 0-262143/600000", GRAIN))
        .isInstanceOf(IOException.class);
    assertThat(range(put(session, "bytes */600000", 0))).isEqualTo("308 -");
    fake.faults().on(CallKind.UPLOAD_CHUNK, 1, new Fault.ResetAfter());
    assertThatThrownBy(() -> put(session, "bytes 0-262143/600000", GRAIN))
        .isInstanceOf(IOException.class);
    assertThat(range(put(session, "bytes */600000", 0))).isEqualTo("308 bytes=0-262143");
  }

  @Test
  void cutsAChunkAndKeepsWhatWasWhole() throws Exception {
    URI session = session();
    fake.faults().on(CallKind.UPLOAD_CHUNK, 1, new Fault.CutAfter(300_000));
    assertThatThrownBy(() -> put(session, "bytes 0-524287/600000", 2 * GRAIN))
        .isInstanceOf(IOException.class);
    assertThat(range(put(session, "bytes */600000", 0))).isEqualTo("308 bytes=0-262143");
  }

  @Test
  void hangsUntilItIsClosed() throws Exception {
    URI session = session();
    fake.faults().on(CallKind.UPLOAD_STATUS, 1, new Fault.Hang(Duration.ofMinutes(10)));
    assertThatThrownBy(
            () ->
                send(
                    HttpRequest.newBuilder(session)
                        .timeout(Duration.ofMillis(300))
                        .header("Content-Range", "bytes */*")
                        .PUT(BodyPublishers.noBody())))
        .isInstanceOf(java.net.http.HttpTimeoutException.class);
  }

  @Test
  void storesADamagedByteWithItsOwnMd5() throws Exception {
    fake.faults().on(CallKind.UPLOAD_CHUNK, 1, new Fault.Damage());
    put(session(), "bytes 0-9/10", 10);
    StoredFile file = fake.files().get(0);
    byte[] stored = java.nio.file.Files.readAllBytes(fake.content(file.id()));
    assertThat(stored).isEqualTo(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    assertThat(file.md5()).isEqualTo(Md5.of(stored));
  }

  @Test
  void refusesAsScriptedOverHttp() throws Exception {
    HttpResponse<String> scripted =
        send(
            HttpRequest.newBuilder(fake.url().resolve("/faults"))
                .POST(
                    BodyPublishers.ofString(
                        "# two kinds\nlist 1x2 429 retry-after=3\nget * 403 domainPolicy\n")));
    assertThat(scripted.statusCode()).isEqualTo(204);
    URI list = fake.url().resolve("/drive/v3/files");
    HttpResponse<String> limited = send(HttpRequest.newBuilder(list));
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).hasValue("3");
    assertThat(limited.body()).contains("rateLimitExceeded").contains("usageLimits");
    send(HttpRequest.newBuilder(list));
    assertThat(send(HttpRequest.newBuilder(list)).statusCode()).isEqualTo(200);
    for (int i = 0; i < 3; i++) {
      assertThat(send(HttpRequest.newBuilder(URI.create(list + "/root"))).body())
          .contains("domainPolicy");
    }
    HttpResponse<String> nonsense =
        send(
            HttpRequest.newBuilder(fake.url().resolve("/faults"))
                .POST(BodyPublishers.ofString("list 1 keep=5")));
    assertThat(nonsense.statusCode()).isEqualTo(400);
  }

  @Test
  void showsWhatItHasAndWhatWasAsked() throws Exception {
    send(HttpRequest.newBuilder(session()).PUT(BodyPublishers.ofByteArray(new byte[1000])));
    String id = fake.files().get(0).id();
    assertThat(send(HttpRequest.newBuilder(fake.url().resolve("/"))).body())
        .contains("/file/d/" + id + "/view")
        .contains("upload-chunk");
    assertThat(send(HttpRequest.newBuilder(fake.url().resolve("/inspect"))).body())
        .contains(id)
        .contains("\"uploadedBytes\" : 1000");
    HttpResponse<String> download =
        send(HttpRequest.newBuilder(fake.url().resolve("/uc?id=" + id)));
    assertThat(download.body()).hasSize(1000);
    assertThat(download.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
    assertThat(send(HttpRequest.newBuilder(fake.url().resolve("/nothing"))).statusCode())
        .isEqualTo(404);
  }
}
