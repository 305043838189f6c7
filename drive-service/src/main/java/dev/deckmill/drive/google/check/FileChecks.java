package dev.deckmill.drive.google.check;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.deckmill.contracts.connection.DriveCheck;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.google.access.OauthClient;
import dev.deckmill.drive.google.access.RootUrl;
import dev.deckmill.drive.google.access.ServiceAccountKey;
import dev.deckmill.drive.store.SealKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at settings and files, and calls nobody. */
final class FileChecks {
  private static final String SETTINGS = "Settings";
  private static final String SEAL = "Seal key";
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private FileChecks() {}

  static List<DriveCheck> of(DriveConfig config) {
    List<DriveCheck> checks = new ArrayList<>();
    checks.add(address(config));
    switch (config.auth()) {
      case NONE -> {}
      case SERVICE_ACCOUNT, DOMAIN_WIDE_DELEGATION -> {
        checks.add(seal(config));
        checks.add(key(config));
      }
      case USER -> {
        checks.add(seal(config));
        checks.add(client(config));
        checks.add(callback(config));
        scope(config).ifPresent(checks::add);
      }
    }
    return checks;
  }

  private static DriveCheck address(DriveConfig config) {
    try {
      RootUrl root = RootUrl.of(config);
      if (config.auth() == DriveConfig.Auth.NONE) {
        root.checkWithoutCredentials();
      } else {
        root.checkWithCredentials();
      }
      return DriveCheck.ok(SETTINGS, "Decks go to " + root.host() + ".");
    } catch (IllegalStateException e) {
      return wrongSetting(SETTINGS, e);
    }
  }

  private static DriveCheck wrongSetting(String name, IllegalStateException e) {
    return DriveCheck.problem(
        name, e.getMessage() + ".", "Change that setting, then start drive-service again.");
  }

  private static DriveCheck seal(DriveConfig config) {
    String make =
        "Make one with: head -c 32 /dev/urandom > FILE; chmod 400 FILE; and set"
            + " deckmill.drive.seal-key-file to it. Keep a copy: without it, connections and"
            + " unfinished uploads have to begin anew.";
    if (config.sealKeyFile().isEmpty()) {
      return DriveCheck.problem(SEAL, "deckmill.drive.seal-key-file is not set.", make);
    }
    Path file = config.sealKeyFile().get();
    try {
      int length = Files.readAllBytes(file).length;
      if (length != SealKeyFile.KEY_BYTES) {
        return DriveCheck.problem(
            SEAL,
            "The file of deckmill.drive.seal-key-file has " + length + " bytes and needs 32.",
            make);
      }
      return readable(SEAL, file, "32 bytes, readable.");
    } catch (IOException e) {
      return DriveCheck.problem(
          SEAL,
          "The file of deckmill.drive.seal-key-file can't be read ("
              + e.getClass().getSimpleName()
              + ").",
          "Check the path and that this process may read it. " + make);
    }
  }

  /** Private files are; others should be. */
  private static DriveCheck readable(String name, Path file, String found) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    boolean open =
        view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
    return open
        ? DriveCheck.advice(
            name,
            found + " Other users of this machine can read or write it.",
            "chmod 400 on the file, owned by the user that drive-service runs as.")
        : DriveCheck.ok(name, found);
  }

  private static DriveCheck key(DriveConfig config) {
    String name = "Service account's key";
    try {
      ServiceAccountCredentials key = ServiceAccountKey.credentials(config, new NetHttpTransport());
      String acting =
          config.serviceAccount().subject().map(user -> ", acting for " + user).orElse("");
      return readable(
          name,
          config.serviceAccount().keyFile().orElseThrow(),
          "Well formed, of " + key.getClientEmail() + acting + ".");
    } catch (IllegalStateException e) {
      return wrongSetting(name, e);
    } catch (IOException e) {
      return DriveCheck.problem(
          name,
          "The permissions of the key file can't be read (" + e.getClass().getSimpleName() + ").",
          "Check the file of deckmill.drive.service-account.key-file.");
    }
  }

  private static DriveCheck client(DriveConfig config) {
    String name = "OAuth client";
    try {
      OauthClient client = OauthClient.of(config);
      Path file = config.user().clientFile().orElseThrow();
      return readable(name, file, "Well formed, client id " + client.id() + ".");
    } catch (IllegalStateException e) {
      return wrongSetting(name, e);
    } catch (IOException e) {
      return DriveCheck.problem(
          name,
          "The permissions of the client's file can't be read ("
              + e.getClass().getSimpleName()
              + ").",
          "Check the file of deckmill.drive.user.client-file.");
    }
  }

  private static DriveCheck callback(DriveConfig config) {
    String name = "Way back from Google";
    try {
      String redirect = OauthClient.redirectUrl(config);
      if (!redirect.endsWith("/v1/drive/callback")) {
        return DriveCheck.problem(
            name,
            "deckmill.drive.user.redirect-url does not end in /v1/drive/callback.",
            "Set it to the public address of this installation with that path.");
      }
      List<String> allowed = OauthClient.of(config).redirectUrls();
      return allowed.isEmpty() || allowed.contains(redirect)
          ? DriveCheck.ok(name, "Browsers come back to " + redirect + ".")
          : DriveCheck.problem(
              name,
              "The OAuth client's file does not list " + redirect + " among its redirect URIs.",
              "In Google's console, add it under APIs & Services > Credentials > the client >"
                  + " Authorised redirect URIs, and download the file again.");
    } catch (IllegalStateException e) {
      return wrongSetting(name, e);
    }
  }

  private static Optional<DriveCheck> scope(DriveConfig config) {
    boolean ownFilesOnly = config.user().scope().endsWith("/drive.file");
    return ownFilesOnly && !config.rootFolder().equals("root")
        ? Optional.of(
            DriveCheck.problem(
                "Root folder",
                "deckmill.drive.root-folder names a folder, but with scope drive.file only folders"
                    + " that Deckmill made can be seen.",
                "Set deckmill.drive.root-folder to root; folders below it are made as orders name"
                    + " them."))
        : Optional.empty();
  }
}
