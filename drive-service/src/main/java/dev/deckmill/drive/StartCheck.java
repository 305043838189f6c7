package dev.deckmill.drive;

import dev.deckmill.contracts.connection.DriveCheck;
import dev.deckmill.contracts.connection.DriveCheckReport;
import dev.deckmill.drive.google.check.DriveChecks;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Looks once, at the start and beside it, whether Drive can be delivered to, and says in the log
 * what is to be done. Orders that come meanwhile are carried out as they can be.
 */
@Singleton
final class StartCheck {
  private static final Logger LOG = Logger.getLogger(StartCheck.class);

  private final DriveChecks checks;
  private volatile String summary = "not finished yet";

  StartCheck(DriveChecks checks) {
    this.checks = checks;
  }

  void look(@Observes StartupEvent start) {
    Thread.ofPlatform().name("drive-check").daemon().start(this::look);
  }

  private void look() {
    DriveCheckReport report = checks.ofConfiguration();
    for (DriveCheck check : report.checks()) {
      switch (check.outcome()) {
        case OK, SKIPPED -> LOG.infof("Drive check: %s: %s", check.name(), check.found());
        case ADVICE, PROBLEM ->
            LOG.warnf("Drive check: %s: %s %s", check.name(), check.found(), check.mend());
      }
    }
    summary = report.good() ? "good" : "has problems; the log and ./deckmill drive check show them";
  }

  /** What was found, in a few words. */
  String summary() {
    return summary;
  }
}
