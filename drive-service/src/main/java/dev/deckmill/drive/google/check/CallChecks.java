package dev.deckmill.drive.google.check;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpResponse;
import com.google.api.services.drive.model.About;
import com.google.api.services.drive.model.File;
import dev.deckmill.contracts.connection.DriveCheck;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.google.access.RootUrl;
import dev.deckmill.drive.google.access.TokenTrouble;
import dev.deckmill.drive.google.client.DriveClient;
import dev.deckmill.drive.google.client.DriveTroubles;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Asks Google, reading only. */
final class CallChecks {
  private static final Duration SKEW_SEEN = Duration.ofMinutes(1);

  /** Google takes no signed statement whose time is further off. */
  private static final Duration SKEW_REFUSED = Duration.ofMinutes(5);

  private static final long LITTLE_ROOM = 100L * 1024 * 1024;
  private static final String ROOT = "root";
  private static final String FOLDER = "Root folder";
  private static final String ROOM = "Account and room";

  private final DriveConfig config;
  private final DriveAccess access;
  private final List<DriveCheck> checks;

  CallChecks(DriveConfig config, DriveAccess access, List<DriveCheck> checks) {
    this.config = config;
    this.access = access;
    this.checks = checks;
  }

  /** Whether anybody answers, and what time it is there. */
  boolean reaches() {
    String name = "Network and clock";
    try {
      HttpResponse answer =
          access
              .transport()
              .createRequestFactory(DriveAccess.plain(config))
              .buildGetRequest(new GenericUrl(RootUrl.of(config).address() + "drive/v3/about"))
              .setThrowExceptionOnExecuteError(false)
              .execute();
      String date = answer.getHeaders().getDate();
      answer.disconnect();
      checks.add(clock(name, date));
      return true;
    } catch (IOException e) {
      checks.add(
          DriveCheck.problem(
              name,
              RootUrl.of(config).host()
                  + " could not be reached ("
                  + e.getClass().getSimpleName()
                  + ").",
              "Check the network, name resolution and firewall of drive-service, and"
                  + " deckmill.drive.root-url."));
      return false;
    }
  }

  private static DriveCheck clock(String name, String date) {
    Optional<Duration> skew = skew(date);
    if (skew.isEmpty()) {
      return DriveCheck.ok(name, "Answers; the answer has no Date header.");
    }
    Duration off = skew.get().abs();
    String found = "Answers; this machine's clock is " + off.toSeconds() + " s off.";
    String mend = "Keep the clock right, for instance with chrony or systemd-timesyncd.";
    if (off.compareTo(SKEW_REFUSED) >= 0) {
      return DriveCheck.problem(name, found + " Google refuses tokens from 5 minutes on.", mend);
    }
    return off.compareTo(SKEW_SEEN) >= 0
        ? DriveCheck.advice(name, found, mend)
        : DriveCheck.ok(name, "Answers; the clocks agree.");
  }

  private static Optional<Duration> skew(String date) {
    if (date == null) {
      return Optional.empty();
    }
    try {
      Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(there, Clock.systemUTC().instant()));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  /** Whether a token is handed out. */
  boolean token() {
    String name = "Token";
    try {
      access.credentials().orElseThrow().refresh();
      checks.add(DriveCheck.ok(name, "Google hands one out."));
      return true;
    } catch (IOException e) {
      TokenTrouble trouble = TokenTrouble.of(e, config);
      checks.add(DriveCheck.problem(name, trouble.found(), trouble.mend()));
      return false;
    }
  }

  /** Whether the folder that decks go to can be written to, and has room. */
  void place() {
    Optional<File> folder = folder();
    if (folder.isPresent()) {
      room(folder.get().getDriveId() != null);
    }
  }

  private boolean onlyOwnFiles() {
    return config.auth() == DriveConfig.Auth.USER && config.rootFolder().equals(ROOT);
  }

  private Optional<File> folder() {
    if (onlyOwnFiles()) {
      checks.add(
          DriveCheck.ok(
              FOLDER, "My Drive of the connected account, where Deckmill makes its own folders."));
      return Optional.of(new File());
    }
    try {
      File folder = new DriveClient(access.drive()).place(config.rootFolder());
      Optional<DriveCheck> unfit = unfit(folder);
      checks.add(unfit.orElseGet(() -> DriveCheck.ok(FOLDER, where(folder))));
      return unfit.isPresent() ? Optional.empty() : Optional.of(folder);
    } catch (IOException e) {
      checks.add(
          DriveCheck.problem(
              FOLDER,
              DriveTroubles.of(e).trouble().detail() + ".",
              "Share the folder with the account as an editor (in a shared drive: as a content"
                  + " manager), and set deckmill.drive.root-folder to its id: the last part of its"
                  + " address in the browser."));
      return Optional.empty();
    }
  }

  private static String where(File folder) {
    return folder.getDriveId() != null
        ? "In a shared drive, and the account may write to it."
        : "In My Drive, and the account may write to it.";
  }

  private Optional<DriveCheck> unfit(File folder) {
    if (!DriveClient.FOLDER.equals(folder.getMimeType())
        || Boolean.TRUE.equals(folder.getTrashed())) {
      return Optional.of(
          DriveCheck.problem(
              FOLDER,
              "What deckmill.drive.root-folder names is no folder, or lies in the bin.",
              "Name another one."));
    }
    boolean writable =
        folder.getCapabilities() == null
            || !Boolean.FALSE.equals(folder.getCapabilities().getCanAddChildren());
    if (!writable) {
      return Optional.of(
          DriveCheck.problem(
              FOLDER,
              "The account can see the folder but may not put anything into it.",
              "Share it with the account as an editor, or make it a content manager of the shared"
                  + " drive."));
    }
    boolean service = config.auth() == DriveConfig.Auth.SERVICE_ACCOUNT;
    return service && folder.getDriveId() == null
        ? Optional.of(
            DriveCheck.problem(
                FOLDER,
                "The folder is not in a shared drive, and a service account has no room of its own:"
                    + " every upload would end with DRIVE_QUOTA.",
                "Make the account a content manager of a shared drive and set"
                    + " deckmill.drive.root-folder to that drive's id or a folder in it; or use"
                    + " domain-wide-delegation or user."))
        : Optional.empty();
  }

  private void room(boolean sharedDrive) {
    try {
      About about = new DriveClient(access.drive()).about();
      String account = about.getUser().getEmailAddress();
      About.StorageQuota quota = about.getStorageQuota();
      // Without a limit, as a pooled plan or a shared drive has none of its own.
      if (sharedDrive || quota == null || quota.getLimit() == null) {
        checks.add(DriveCheck.ok(ROOM, "Called as " + account + "."));
        return;
      }
      checks.add(
          room(account, quota.getLimit() - Optional.ofNullable(quota.getUsage()).orElse(0L)));
    } catch (IOException e) {
      checks.add(
          DriveCheck.problem(
              ROOM, DriveTroubles.of(e).trouble().detail() + ".", "See the answer's reason."));
    }
  }

  private static DriveCheck room(String account, long left) {
    long megabytes = Math.max(0, left) / (1024 * 1024);
    String found = "Called as " + account + ", with " + megabytes + " MB left.";
    String mend = "Make room in that account, or use a shared drive.";
    if (left <= 0) {
      return DriveCheck.problem(ROOM, found, mend);
    }
    return left < LITTLE_ROOM
        ? DriveCheck.advice(ROOM, found, mend)
        : DriveCheck.ok(ROOM, "Called as " + account + ", and there is room.");
  }
}
