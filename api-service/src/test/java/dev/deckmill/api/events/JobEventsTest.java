package dev.deckmill.api.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.RolesConfig;
import dev.deckmill.api.store.job.JobEvent;
import dev.deckmill.api.store.job.JobEventBell;
import dev.deckmill.api.store.job.JobEventStore;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.EventStream;
import dev.deckmill.api.testing.EventStream.Event;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.loop.BackgroundLoops;
import dev.deckmill.service.testing.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class JobEventsTest {
  private static final byte[] DECK = {'P', 'K', 3, 4};
  private static final int PAGES = 20;

  @TestHTTPResource URI server;
  @Inject Workers workers;
  @Inject JobFeed feed;
  @Inject Followers followers;
  @Inject BackgroundLoops loops;
  @Inject AppDatabase database;
  @Inject JobEventStore events;
  @Inject JobReader jobs;
  @Inject JobEventWriter jobEvents;
  @Inject ApiConfig config;
  @Inject RolesConfig roles;

  @Inject
  @DataSource("worker")
  Instance<AgroalDataSource> workerSource;

  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void tellsAJobFromWhereItIsToItsEnd() {
    String id = Client.submitted(2, Map.of("onPageError", "skip"));
    try (EventStream stream = EventStream.open(server, id, null)) {
      Event first = stream.next().orElseThrow();
      assertThat(stream.header("Content-Type").orElse("")).startsWith("text/event-stream");
      assertThat(stream.header("X-Accel-Buffering")).contains("no");
      assertThat(first.name()).isEqualTo("job");
      assertThat(JsonPath.from(first.data()).getString("state")).isEqualTo("queued");
      assertThat(JsonPath.from(first.data()).getInt("pages.queued")).isEqualTo(2);

      workers.convert(orders.page(id, 1, 1));
      workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.SVG_INVALID));
      workers.packageDeck(orders.deck(id), DECK);

      List<Event> rest = stream.rest();
      assertThat(states(rest)).containsExactly("converting", "packaging", "partially_succeeded");
      List<String> moved =
          rest.stream()
              .filter(event -> event.name().equals("pages"))
              .flatMap(
                  event ->
                      JsonPath.from(event.data()).<Map<String, Object>>getList("moved").stream())
              .map(page -> page.get("number") + " " + page.get("state"))
              .toList();
      assertThat(moved).contains("1 succeeded", "2 failed");
      assertThat(rest.toString()).contains("SVG_INVALID");
      assertThat(JsonPath.from(rest.getLast().data()).getInt("pages.failed")).isEqualTo(1);
    }
  }

  private static List<String> states(List<Event> events) {
    return events.stream()
        .filter(event -> event.name().equals("job"))
        .map(event -> JsonPath.from(event.data()).getString("state"))
        .toList();
  }

  @Test
  void missesNothingHoweverOftenTheClientDropsOut() {
    String id = Client.submitted(PAGES, Map.of());
    CompletableFuture<Void> way = CompletableFuture.runAsync(() -> runThrough(id));
    List<Event> seen = new ArrayList<>();
    boolean over = false;
    for (int visit = 0; !over; visit++) {
      String last = seen.isEmpty() ? "0" : Long.toString(seen.getLast().id());
      try (EventStream stream = EventStream.open(server, id, last)) {
        over = stream.status() == 204;
        for (int i = 0; i <= visit % 3 && !over; i++) {
          stream.next().ifPresent(seen::add);
        }
      }
    }
    way.join();
    assertThat(seen)
        .extracting(Event::id)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, seen.size()).boxed().toList());
    assertThat(seen).hasSize((int) eventsOf(id));
    assertThat(states(seen)).containsExactly("converting", "packaging", "succeeded");
  }

  private void runThrough(String id) {
    for (int page = 1; page <= PAGES; page++) {
      workers.convert(orders.page(id, page, 1));
    }
    workers.packageDeck(orders.deck(id), DECK);
  }

  @Test
  void tellsInOneReplicaWhatHappensInAnother() throws Exception {
    Followers theirs = new Followers();
    JobFeed other = new JobFeed(database, events, jobs, jobEvents, theirs, config);
    JobEventListener listener =
        new JobEventListener(roles, new JobEventBell(workerSource), theirs, loops);
    listener.start(new StartupEvent());
    try {
      String id = Client.submitted(PAGES, Map.of());
      List<JobEvent> here = follow(feed, id);
      List<JobEvent> there = follow(other, id);
      Awaitility.await().until(() -> followers.count() > 0 && theirs.count() > 0);
      runThrough(id);

      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !there.isEmpty() && there.getLast().last());
      Awaitility.await().until(() -> here.equals(there));
      assertThat(there.getFirst().number()).isEqualTo(1);
    } finally {
      listener.stop(new ShutdownEvent());
    }
  }

  private static List<JobEvent> follow(JobFeed feed, String id) {
    List<JobEvent> told = new java.util.concurrent.CopyOnWriteArrayList<>();
    feed.follow("acme", id, 0).subscribe().with(piece -> told.addAll(piece.events()));
    return told;
  }

  @Test
  void goesOnWhenTheDatabaseHasEndedTheConnectionThatListens() {
    String id = Client.submitted(1, Map.of());
    try (EventStream stream = EventStream.open(server, id, null);
        Handle owner = Rows.as(Role.WORKER)) {
      assertThat(stream.next()).isPresent();
      owner
          .createQuery(
              """
              select count(pg_terminate_backend(pid)) from pg_stat_activity
               where application_name = 'deckmill job event bell'
              """)
          .mapTo(Long.class)
          .one();
      workers.convert(orders.page(id, 1, 1));
      workers.packageDeck(orders.deck(id), DECK);
      assertThat(states(stream.rest())).endsWith("succeeded");
    }
  }

  @Test
  void givesASignOfLifeWhileNothingHappens() {
    String id = Client.submitted(1, Map.of());
    try (EventStream stream = EventStream.open(server, id, null)) {
      assertThat(stream.next()).isPresent();
      CompletableFuture<Optional<Event>> next = CompletableFuture.supplyAsync(stream::next);
      Awaitility.await().until(() -> stream.comments().size() >= 2);
      assertThat(next).isNotDone();
      Client.deed(id, ":cancel").then().statusCode(200);
      assertThat(next.join().orElseThrow().data()).contains("cancelled");
    }
  }

  @Test
  void hasNothingMoreToTellOfAJobAtItsEnd() {
    String id = Client.submitted(1, Map.of());
    Client.deed(id, ":cancel").then().statusCode(200);
    try (EventStream late = EventStream.open(server, id, null)) {
      assertThat(states(late.rest())).containsExactly("cancelled");
    }
    try (EventStream returning = EventStream.open(server, id, "1")) {
      assertThat(returning.status()).isEqualTo(204);
    }
    Client.deed(id, ":retry").then().statusCode(202);
    try (EventStream returning = EventStream.open(server, id, "1")) {
      assertThat(returning.next().orElseThrow().data()).contains("queued");
    }
  }

  /** As many events as are read at once: whether that is all is known by looking for one more. */
  @Test
  void endsWithTheHundredthEvent() {
    String id = Client.submitted(1, Map.of());
    Client.deed(id, ":cancel").then().statusCode(200);
    long events = eventsOf(id);
    while (events < 100) {
      Client.deed(id, ":retry").then().statusCode(202);
      Client.deed(id, ":cancel").then().statusCode(200);
      events = eventsOf(id);
    }
    List<JobFeed.Piece> pieces =
        feed.follow("acme", id, events - 100)
            .collect()
            .asList()
            .await()
            .atMost(Duration.ofSeconds(30));
    assertThat(pieces.stream().mapToInt(piece -> piece.events().size()).sum()).isEqualTo(100);
    assertThat(pieces.getLast().last()).isTrue();
  }

  private static long eventsOf(String id) {
    return Rows.number("select count(*) from api.job_event where job_id = :id", Map.of("id", id));
  }

  @Test
  void tellsNobodyOfAnothersJob() {
    String id = Client.submitted(1, Map.of());
    String other = "events-key-events-key-events-key-events";
    ApiKeys.add("events", other);
    for (String query : List.of("", "?after=0")) {
      given()
          .header("Authorization", "Bearer " + other)
          .get("/v1/jobs/" + id + "/events" + query)
          .then()
          .statusCode(404);
    }
    Client.asked().get("/v1/jobs/" + id + "/events?after=x").then().statusCode(400);
    Client.asked().get("/v1/jobs/" + id + "/events?after=-1").then().statusCode(400);
  }
}
