package dev.deckmill.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.allinone.project.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files that say where the gateway listens are understood by nginx; the other tests bring their
 * own.
 */
final class GatewayPlacesTest {
  private static final char[] PASSWORD = "only-here".toCharArray();

  @Test
  void thePlainPlaceWithJaegersPageIsValid(@TempDir Path dir) throws Exception {
    Gateway.copyConfiguration(dir);
    Path operators = Files.createDirectory(dir.resolve("operator.d"));
    Files.copy(
        ProjectFiles.at("deploy/gateway/operator.d/jaeger.conf"), operators.resolve("jaeger.conf"));
    assertThat(Gateway.check(dir)).isEmpty();
  }

  @Test
  void thePlaceWithTlsIsValid(@TempDir Path dir) throws Exception {
    Gateway.copyConfiguration(dir);
    writeCertificate(dir);
    String place = Files.readString(dir.resolve("place-tls.conf"));
    assertThat(place)
        .contains("/run/secrets/gateway-certificate.pem", "/run/secrets/gateway-key.pem");
    Files.writeString(dir.resolve("place.conf"), place.replace("/run/secrets", dir.toString()));
    assertThat(Gateway.check(dir)).isEmpty();
  }

  private static void writeCertificate(Path dir) throws Exception {
    Path store = dir.resolve("store.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    int status =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "gateway",
                "-keyalg",
                "EC",
                "-dname",
                "CN=gateway",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("keytool.log").toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(dir.resolve("keytool.log"))).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    writePem(
        dir.resolve("gateway-key.pem"),
        "PRIVATE KEY",
        keys.getKey("gateway", PASSWORD).getEncoded());
    writePem(
        dir.resolve("gateway-certificate.pem"),
        "CERTIFICATE",
        keys.getCertificate("gateway").getEncoded());
  }

  private static void writePem(Path file, String what, byte[] der) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, text, what));
  }
}
