package dev.deckmill.allinone.local;

import dev.deckmill.allinone.process.Guardian;
import dev.deckmill.allinone.process.Launch;
import dev.deckmill.allinone.process.Part;
import dev.deckmill.allinone.process.Supervised;
import dev.deckmill.allinone.process.Supervisor;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The whole of Deckmill on one machine, each part a process of its own: Kafka, PostgreSQL, the
 * stand-in for Google Drive, the four services, and a fetcher of pages by their URLs unless
 * api-service is to do that.
 *
 * <p>Made first and started then, so that Ctrl-C in between finds something to close.
 */
public final class LocalDeckmill implements Closeable {
  private final DataDirectory data;
  private final Ports ports;
  private final KafkaPart kafka;
  private final PostgresPart postgres;
  private final ServiceLaunches launches;
  private final Guardian guardian;
  private final Supervisor supervisor;
  private final List<Supervised> servers = new ArrayList<>();
  private final List<Supervised> services = new ArrayList<>();
  private final List<Supervised> more = new ArrayList<>();
  private boolean closed;

  /** Where the parts listen; the same for the whole life of a set. */
  private record Ports(
      int api,
      int kafka,
      int postgres,
      int drive,
      int converter,
      int packager,
      int delivery,
      int fetcher) {
    static Ports choose(int wantedApi) throws IOException {
      List<Integer> free = FreePorts.take(8);
      return new Ports(
          wantedApi == 0 ? free.get(0) : wantedApi,
          free.get(1),
          free.get(2),
          free.get(3),
          free.get(4),
          free.get(5),
          free.get(6),
          free.get(7));
    }
  }

  /**
   * @param data stays the caller's to close
   * @param apiPort where the API is to answer; 0: anywhere
   * @param environment further settings of all services, by environment variable; stronger than its
   *     own
   */
  public LocalDeckmill(
      Installation installation,
      DataDirectory data,
      int apiPort,
      Lifetime lifetime,
      Map<String, String> environment,
      Supervisor.Events events)
      throws IOException {
    this.data = data;
    this.ports = Ports.choose(apiPort);
    this.kafka = new KafkaPart(installation.servers(), data.directory("kafka"), ports.kafka());
    this.postgres =
        new PostgresPart(installation.servers(), data.directory("postgres"), ports.postgres());
    this.launches = new ServiceLaunches(installation, data, lifetime, apiUrl(), environment);
    this.guardian = Guardian.start();
    this.supervisor = new Supervisor(guardian, events);
  }

  /**
   * Starts everything and waits until it can take jobs.
   *
   * @throws IOException if a part does not come up
   * @throws InterruptedException if it is closed meanwhile
   */
  public void start() throws IOException, InterruptedException {
    List<Supervised> own = List.of(begin(servers, kafka), begin(servers, postgres));
    Supervised fakeDrive = begin(servers, launches.fakeDrive(ports.drive()));
    Supervisor.awaitReady(own);
    String broker = kafka.bootstrapServers();
    List<Supervised> started =
        List.of(
            fakeDrive,
            begin(services, launches.api(ports.api(), ports.delivery(), broker, postgres)),
            begin(services, launches.converter(ports.converter(), broker)),
            begin(services, launches.packager(ports.packager(), broker)),
            begin(services, launches.drive(ports.delivery(), broker, postgres, driveUrl())));
    Supervisor.awaitReady(started);
    if (launches.fetchApart()) {
      beginFetcher();
    }
    data.announce(apiUrl());
  }

  /** Jobs don't wait for it: pages that come as URLs do, in its topic. */
  private synchronized void beginFetcher() throws IOException, InterruptedException {
    refuseIfClosed();
    services.add(supervisor.startLater(launches.fetcher(ports.fetcher(), bootstrapServers())));
  }

  /** Starts one more process of the API, as in an installation that has several of them. */
  public Replica startReplica() throws IOException, InterruptedException {
    int port = FreePorts.take(1).getFirst();
    Supervised begun =
        begin(more, launches.api(port, ports.delivery(), bootstrapServers(), postgres));
    Supervisor.awaitReady(List.of(begun));
    return new Replica(url(port), begun);
  }

  /** A further process of a service, and where it answers. */
  public record Replica(URI url, Supervised process) {}

  private synchronized Supervised begin(List<Supervised> group, Launch launch)
      throws InterruptedException {
    refuseIfClosed();
    Supervised begun = supervisor.start(launch);
    group.add(begun);
    return begun;
  }

  private synchronized Supervised begin(List<Supervised> group, Part part)
      throws InterruptedException {
    refuseIfClosed();
    Supervised begun = supervisor.start(part);
    group.add(begun);
    return begun;
  }

  private void refuseIfClosed() throws InterruptedException {
    if (closed) {
      throw new InterruptedException("ended while it started");
    }
  }

  /** Where its API answers. */
  public URI apiUrl() {
    return url(ports.api());
  }

  /** Where its stand-in for Google Drive answers. */
  public URI driveUrl() {
    return url(ports.drive());
  }

  /** Where the process that fetches pages by their URLs answers, if there is one. */
  public URI fetcherUrl() {
    return url(ports.fetcher());
  }

  private static URI url(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A key for its API. */
  public String apiKey() throws IOException {
    return data.apiKey();
  }

  /** The address of its broker. */
  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** The way into its database. */
  public Database database() {
    return postgres;
  }

  /** The services, and the fetcher if it is a process of its own. */
  public synchronized List<Supervised> services() {
    return List.copyOf(services);
  }

  /** Everything that it keeps running. */
  public List<Supervised> parts() {
    return supervisor.all();
  }

  /** Ends everything: first who writes, then what is written to. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    try {
      Supervisor.stop(more);
      Supervisor.stop(services);
      Supervisor.stop(servers);
    } finally {
      guardian.close();
    }
  }
}
