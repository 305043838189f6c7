package dev.deckmill.drive;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings under which each tenant connects an account of its own, at a stand-in. */
public final class UserMode {
  public static final String CALLBACK = "http://127.0.0.1:9/v1/drive/callback";

  private UserMode() {}

  /** Keys below deckmill.drive; the files they name are written into {@code dir}. */
  public static Map<String, String> settings(Path dir, URI drive) throws IOException {
    Path client =
        Files.writeString(
            dir.resolve("client.json"),
            """
            {"web": {"client_id": "deckmill-test", "client_secret": "GOCSPX-planted",
              "redirect_uris": ["%s"]}}
            """
                .formatted(CALLBACK));
    Path seal = Files.write(dir.resolve("seal.key"), new byte[32]);
    Map<String, String> all = new HashMap<>();
    all.put("auth", "user");
    all.put("seal-key-file", seal.toString());
    all.put("user.client-file", client.toString());
    all.put("user.redirect-url", CALLBACK);
    all.put("user.authorization-url", drive + "/o/oauth2/v2/auth");
    all.put("user.token-url", drive + "/token");
    all.put("user.revoke-url", drive + "/revoke");
    return all;
  }
}
