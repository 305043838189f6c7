package dev.deckmill.api.events;

import dev.deckmill.api.RolesConfig;
import dev.deckmill.api.store.job.JobEventBell;
import dev.deckmill.service.loop.BackgroundLoop;
import dev.deckmill.service.loop.BackgroundLoops;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Listens, on one thread for all of them, for what happens to jobs, and wakes who follows them. */
@Singleton
final class JobEventListener {
  private static final Duration LISTEN = Duration.ofSeconds(1);
  private static final Duration LONGEST_END = LISTEN.multipliedBy(5);

  private final RolesConfig roles;
  private final JobEventBell bell;
  private final Followers followers;
  private final BackgroundLoops loops;
  private @Nullable BackgroundLoop loop;

  JobEventListener(
      RolesConfig roles, JobEventBell bell, Followers followers, BackgroundLoops loops) {
    this.roles = roles;
    this.bell = bell;
    this.followers = followers;
    this.loops = loops;
  }

  void start(@Observes StartupEvent event) {
    if (roles.api()) {
      loop = loops.start("job-event-bell", LISTEN, self -> listen());
      // Or the streams would hold up the end of the process, which waits for answers under way.
      Runtime.getRuntime().addShutdownHook(new Thread(followers::end, "job-followers-end"));
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    followers.end();
    BackgroundLoop running = loop;
    if (running != null && running.stop(LONGEST_END)) {
      bell.hangUp();
    }
  }

  private void listen() throws InterruptedException {
    Optional<Set<String>> rung = bell.await(LISTEN);
    if (rung.isPresent()) {
      followers.wake(rung.get());
    } else {
      followers.wakeAll();
    }
  }
}
