package dev.deckmill.fakedrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeDriveMainTest {
  @TempDir Path dir;

  private Process start(String... args) throws Exception {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        java.util.List.of(
            "-cp", System.getProperty("java.class.path"), FakeDriveMain.class.getName()));
    command.addAll(java.util.List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static URI address(Process process) throws Exception {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).startsWith("fake-drive listening on http://127.0.0.1:");
    return URI.create(line.substring(line.indexOf("http")));
  }

  @Test
  void saysWhereItListensAndEndsWithItsParent() throws Exception {
    Process process = start("--data", dir.toString(), "--with-parent");
    address(process);
    assertThat(process.isAlive()).isTrue();
    process.getOutputStream().close();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void keepsFilesAcrossRestartsAndForgetsHalfUploads() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    String id;
    try (FakeDrive first = FakeDrive.start(0, java.util.Optional.of(dir))) {
      for (String range : new String[] {"bytes 0-9/10", "bytes 0-262143/999999"}) {
        URI start = first.url().resolve("/upload/drive/v3/files?uploadType=resumable");
        String session =
            http.send(
                    HttpRequest.newBuilder(start).POST(BodyPublishers.noBody()).build(),
                    BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        int bytes = range.contains("9/10") ? 10 : 262_144;
        http.send(
            HttpRequest.newBuilder(URI.create(session))
                .header("Content-Range", range)
                .PUT(BodyPublishers.ofByteArray(new byte[bytes]))
                .build(),
            BodyHandlers.discarding());
      }
      id = first.files().get(0).id();
    }
    Process second = start("--data", dir.toString(), "--with-parent");
    URI url = address(second);
    assertThat(
            http.send(
                    HttpRequest.newBuilder(url.resolve("/uc?id=" + id)).build(),
                    BodyHandlers.ofByteArray())
                .body())
        .isEqualTo(new byte[10]);
    assertThat(dir.resolve("parts")).isEmptyDirectory();
    second.getOutputStream().close();
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void explainsItselfWhenAnOptionIsUnknown() throws Exception {
    Process process = start("--prot", "1");
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
  }
}
