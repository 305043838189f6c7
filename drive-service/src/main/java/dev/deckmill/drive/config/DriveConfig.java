package dev.deckmill.drive.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set about the drive-service itself. */
@ConfigMapping(prefix = "deckmill.drive")
public interface DriveConfig {
  /** Where Drive is: Google's API, or a stand-in such as fake-drive. */
  @WithDefault("https://www.googleapis.com/")
  URI rootUrl();

  /**
   * Says that a root URL which is neither Google's nor on this machine may be trusted with decks,
   * and with the credentials if there are any.
   */
  @WithDefault("false")
  boolean trustRootUrl();

  /** How calls are authorised; without credentials only a stand-in can be called. */
  @WithDefault("none")
  Auth auth();

  /** The service account, where calls are authorised by one. */
  ServiceAccount serviceAccount();

  /** How users' own accounts are connected, where calls are authorised by them. */
  User user();

  /**
   * What api-service shows when it asks about connections, at least 32 characters, the same as
   * {@code deckmill.api.drive-link.token}; without it such questions are not answered.
   */
  Optional<String> linkToken();

  /**
   * The folder or shared drive that folder paths begin in where an order names none; {@code root}
   * is the account's own My Drive, in which a service account has no room.
   */
  @WithDefault("root")
  String rootFolder();

  /** Bytes in one request of an upload, a multiple of 256 KiB. */
  @WithDefault("8M")
  MemorySize chunkBytes();

  /**
   * A file with 32 random bytes, readable by this service alone, which seals what the database
   * remembers of unfinished uploads. Needed wherever there are credentials.
   */
  Optional<Path> sealKeyFile();

  /**
   * Files with the keys that sealed before, separated by commas: what they sealed can still be
   * opened, and is sealed anew when it is. With them a key can be replaced.
   */
  Optional<List<Path>> oldSealKeyFiles();

  /** The directory that decks go to with {@code delivery=files}. */
  FileDelivery files();

  /** The bucket that decks go to with {@code delivery=s3}. */
  S3 s3();

  /** How long an answer is waited for. */
  Timeouts timeouts();

  /** How often a call that failed for a passing reason is made again. */
  Retry retry();

  /** How many calls are made at most. */
  Limiter limiter();

  /** When Drive is left alone for a while. */
  Breaker breaker();

  /** How many pictures of a deck's slides are sent to Drive at the same time, from 1 to 10. */
  @WithDefault("3")
  int picturesAtOnce();

  /** How calls are authorised. */
  enum Auth {
    /** Not at all. */
    NONE,
    /** By a service account's key, into a shared drive. */
    SERVICE_ACCOUNT,
    /**
     * By a service account's key on behalf of one user, which an administrator of the domain has
     * allowed.
     */
    DOMAIN_WIDE_DELEGATION,
    /** By an account that each tenant connects in a browser. */
    USER;

    /** As it is written in the configuration. */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The service account. */
  interface ServiceAccount {
    /** Its key, the JSON file that Google hands out. */
    Optional<Path> keyFile();

    /** What it asks leave for; writing into shared drives needs all of Drive. */
    @WithDefault("https://www.googleapis.com/auth/drive")
    String scope();

    /** With {@code domain-wide-delegation}: the address of the user it acts for. */
    Optional<String> subject();

    /** Where tokens are fetched, if elsewhere than the key file says. */
    Optional<URI> tokenUrl();
  }

  /** How users' own accounts are connected. */
  interface User {
    /** The OAuth client of type "Web application", the JSON file that Google hands out. */
    Optional<Path> clientFile();

    /**
     * Where Google sends browsers back to: {@code /v1/drive/callback} as the outside reaches it;
     * has to be one of the client's redirect URIs.
     */
    Optional<URI> redirectUrl();

    /**
     * What users are asked for; {@code drive.file} shows us the files that we make, and no other.
     */
    @WithDefault("https://www.googleapis.com/auth/drive.file")
    String scope();

    /** How long a user may take to agree. */
    @WithDefault("10m")
    Duration consentTime();

    /** Google's page that asks users. */
    @WithDefault("https://accounts.google.com/o/oauth2/v2/auth")
    URI authorizationUrl();

    /** Where codes are exchanged and tokens fetched. */
    @WithDefault("https://oauth2.googleapis.com/token")
    URI tokenUrl();

    /** Where tokens are given back. */
    @WithDefault("https://oauth2.googleapis.com/revoke")
    URI revokeUrl();
  }

  /** The directory that decks go to with {@code delivery=files}. */
  interface FileDelivery {
    /** The directory, which has to be there; without it there is no such delivery. */
    Optional<Path> directory();

    /** What links to decks begin with, if something serves the directory over HTTP. */
    Optional<URI> linkBase();
  }

  /** The bucket that decks go to with {@code delivery=s3}. */
  interface S3 {
    /** The bucket, which has to be there; without it there is no such delivery. */
    Optional<String> bucket();

    /** What keys begin with, before the tenant; ends with a slash if it is to be a folder. */
    Optional<String> prefix();

    /** The region; other servers than Amazon's take any. */
    @WithDefault("us-east-1")
    String region();

    /** Where the server is, if it is not Amazon's. */
    Optional<URI> endpoint();

    /** Whether the bucket stands in the path of addresses, as other servers mostly want it. */
    @WithDefault("false")
    boolean pathStyle();

    /** The credentials: a file as the aws command line has it, with a profile {@code default}. */
    Optional<Path> credentialsFile();

    /** Bytes in one part of an upload, from 5M; as many are held in memory for each delivery. */
    @WithDefault("8M")
    MemorySize partBytes();

    /** What links to decks begin with, if something serves the bucket over HTTP. */
    Optional<URI> linkBase();
  }

  /** How long an answer is waited for. */
  interface Timeouts {
    /** Until a connection stands. */
    @WithDefault("10s")
    Duration connect();

    /** Until the next bytes of an answer come. */
    @WithDefault("60s")
    Duration read();
  }

  /** How often a call that failed for a passing reason is made again. */
  interface Retry {
    /** Tries in all, as long as none of them brings the upload forward. */
    @WithDefault("8")
    int tries();

    /** The wait before the second try, which doubles with each one after. */
    @WithDefault("1s")
    Duration firstDelay();

    /** What the wait doubles up to. */
    @WithDefault("16s")
    Duration longestDelay();

    /** How much longer Drive may ask to wait. */
    @WithDefault("60s")
    Duration longestRetryAfter();

    /** When an upload is given up although it gets forward. */
    @WithDefault("20m")
    Duration giveUpAfter();
  }

  /** How many calls are made at most. */
  interface Limiter {
    /**
     * Calls a second that this process makes, spread evenly; all processes that use one Google
     * project together have to stay below its quota, which is 12,000 a minute at first.
     */
    @WithDefault("10")
    int queriesPerSecond();

    /** How long a call waits for its turn before the try counts as failed. */
    @WithDefault("60s")
    Duration longestWait();
  }

  /** When Drive is left alone for a while. */
  interface Breaker {
    /** If so many percent of the latest calls failed (429, 5xx, or no answer). */
    @WithDefault("50")
    float failurePercent();

    /** How many calls the latest ones are; before there were so many, nothing is decided. */
    @WithDefault("20")
    int window();

    /** For how long; then a few calls show whether Drive works again. */
    @WithDefault("30s")
    Duration pause();
  }
}
