package dev.deckmill.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Everything that can be set about the api-service itself. */
@ConfigMapping(prefix = "deckmill.api")
public interface ApiConfig {
  /**
   * An API key that is valid from the start, at least 32 characters; the one of an earlier start is
   * not valid any more. Without it only the keys in the database are.
   */
  Optional<String> bootstrapKey();

  /** The tenant of the bootstrap key. */
  @WithDefault("default")
  String bootstrapTenant();

  /** How long an upload is kept for submissions that name it. */
  @WithDefault("1d")
  Duration keepUploads();

  /**
   * Where people look at Jaeger's pages, such as https://jaeger.example; without it no answer links
   * to them.
   */
  Optional<URI> jaegerUi();

  /**
   * The places that a submission may have its deck delivered to, of {@code drive}, {@code files}
   * and {@code s3}: those that drive-service is set up for.
   */
  @WithDefault("drive")
  Set<String> deliveries();

  /** How drive-service is asked about tenants' Google accounts. */
  DriveLink driveLink();

  /** What a submission may ask for. */
  Limits limits();

  /** How often a page is tried. */
  Retry retry();

  /** How decisions are sent. */
  Relay relay();

  /** How pages are ordered. */
  Dispatch dispatch();

  /** How what got stuck is found. */
  Reaper reaper();

  /** How jobs are followed. */
  Events events();

  /** How drive-service is asked about tenants' Google accounts. */
  interface DriveLink {
    /**
     * Where drive-service answers, such as http://drive-service:8080; without it nobody can connect
     * an account or have the delivery checked.
     */
    Optional<URI> url();

    /** What drive-service wants to be shown, its {@code deckmill.drive.link-token}. */
    Optional<String> token();
  }

  /** What a submission may ask for; each has a cap above which the service does not start. */
  interface Limits {
    /** Pages in a job, cap 10,000. */
    @WithDefault("500")
    int pages();

    /** Bytes of one page, as it comes and once it is inflated, cap 50 MB. */
    @WithDefault("10M")
    MemorySize pageBytes();

    /** Bytes of all pages of a job, cap 4 GB. */
    @WithDefault("500M")
    MemorySize jobBytes();

    /** Bytes of a request's body, cap 512 MB. */
    @WithDefault("100M")
    MemorySize bodyBytes();

    /** How many times its size an entry of a ZIP file may expand to past 1 MB, cap 500. */
    @WithDefault("200")
    int inflateRatio();

    /** How long the conversion of a page may take once it began, cap 60 s. */
    @WithDefault("15s")
    Duration pageTime();

    /** How long a job may take, cap 6 h. */
    @WithDefault("30m")
    Duration jobDeadline();

    /** Unfinished jobs of a tenant, cap 100,000. */
    @WithDefault("1000")
    int unfinishedJobs();

    /** Submissions of a tenant in a minute, in the long run, cap 60,000. */
    @WithDefault("60")
    int submissionsPerMinute();

    /** Submissions of a tenant at once, cap 1,000. */
    @WithDefault("20")
    int submissionsBurst();
  }

  /** How often a page is tried. */
  interface Retry {
    /** Attempts in all while the trouble may pass. */
    @WithDefault("8")
    int transientAttempts();

    /** Attempts that may end the process that makes them. */
    @WithDefault("2")
    int crashAttempts();

    /** The wait before a second attempt, which doubles with each one after. */
    @WithDefault("1s")
    Duration firstDelay();

    /** What the wait doubles up to. */
    @WithDefault("16s")
    Duration longestDelay();
  }

  /** How pages are ordered. */
  interface Dispatch {
    /**
     * How many pages of a job may be ordered and without a result, from 1; the others follow as
     * results come in. Few enough that the results of a giant never keep those of others waiting.
     */
    @WithDefault("192")
    int window();
  }

  /** How decisions are sent. */
  interface Relay {
    /** Messages that are sent at once. */
    @WithDefault("500")
    int batch();

    /** How long to wait without a notification before the table is looked at again. */
    @WithDefault("1s")
    Duration poll();

    /** How long the broker may take to acknowledge a batch before it is sent again. */
    @WithDefault("30s")
    Duration ackTimeout();
  }

  /** How what got stuck is found. */
  interface Reaper {
    /** How often to look. */
    @WithDefault("5s")
    Duration every();

    /**
     * What an attempt is given beyond the page's time limit before it counts as lost: long enough
     * for Kafka to hand the order of a killed converter to another one.
     */
    @WithDefault("20s")
    Duration grace();

    /**
     * How long an order may go without being begun, or one for a deck without being answered,
     * before it is sent once more.
     */
    @WithDefault("10m")
    Duration resendAfter();

    /**
     * How long a submission may take to become a job before the bytes that are left of it are
     * removed.
     */
    @WithDefault("2h")
    Duration intakeGrace();

    /** How long a message is remembered in order to drop it when it comes again. */
    @WithDefault("2d")
    Duration rememberMessages();

    /** How long an Idempotency-Key stands for the submission it came with. */
    @WithDefault("7d")
    Duration rememberKeys();
  }

  /** How jobs are followed. */
  interface Events {
    /** How often a follower to whom nothing happens is given a sign of life. */
    @WithDefault("15s")
    Duration heartbeat();
  }
}
