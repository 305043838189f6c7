package dev.deckmill.allinone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.client.JobEvents;
import dev.deckmill.allinone.client.JobEvents.Event;
import dev.deckmill.allinone.client.Submission;
import dev.deckmill.allinone.local.LocalDeckmill.Replica;
import dev.deckmill.allinone.process.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two processes of the API beside each other. */
@ExtendWith(OneSet.class)
class EndToEndReplicasTest {
  private static RunningSet set;
  private static Replica replica;
  private static JobClient here;
  private static JobClient there;

  @BeforeAll
  static void startAnother(RunningSet running) throws Exception {
    set = running;
    replica = set.deckmill().set().startReplica();
    here = set.deckmill().client();
    there = new JobClient(replica.url(), set.deckmill().set().apiKey());
  }

  @AfterAll
  static void endIt() throws IOException {
    Supervisor.stop(List.of(replica.process()));
  }

  @Test
  void aJobOfOneReplicaIsFollowedOnTheOther() throws Exception {
    Job job = here.submit(slowPages("followed"));
    List<Event> seen = new ArrayList<>();
    boolean ignored = follow(there, job, seen, Integer.MAX_VALUE);
    assertThatNothingIsMissing(job, seen);
  }

  @Test
  void aClientThatComesBackToTheOtherReplicaMissesNothing() throws Exception {
    Job job = here.submit(slowPages("dropped"));
    List<Event> seen = new ArrayList<>();
    boolean more = true;
    for (int visit = 0; more; visit++) {
      more = follow(visit % 2 == 0 ? there : here, job, seen, 1 + visit % 2);
    }
    assertThatNothingIsMissing(job, seen);
  }

  private static Submission slowPages(String name) throws IOException {
    List<Path> pages = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      pages.add(set.pages().page("fault-sleep-500-" + name + i + ".svg", name + i));
    }
    return new Submission(pages, Map.of());
  }

  /** Sees so many events after those that were seen, and goes; false if there were none. */
  private static boolean follow(JobClient client, Job job, List<Event> seen, int many)
      throws IOException, InterruptedException {
    String last = seen.isEmpty() ? "0" : seen.getLast().id();
    int before = seen.size();
    try (JobEvents events = client.follow(job.id(), last)) {
      Optional<Event> next = events.next();
      while (next.isPresent()) {
        seen.add(next.get());
        next = seen.size() - before < many ? events.next() : Optional.empty();
      }
    }
    return seen.size() > before;
  }

  private static void assertThatNothingIsMissing(Job job, List<Event> seen) throws Exception {
    assertThat(seen)
        .extracting(event -> Long.valueOf(event.id()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, seen.size()).boxed().toList());
    assertThat(
            set.deckmill()
                .rows("select number from api.job_event where job_id = '" + job.id() + "'"))
        .hasSameSizeAs(seen);
    assertThat(Objects.requireNonNull(seen.getLast().state())).isEqualTo("succeeded");
  }
}
