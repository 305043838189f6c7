package dev.deckmill.converter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.PublishFailedException;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ResultBatcherTest {
  private final KeptMessages publisher = new KeptMessages();

  @Test
  void answersWaitForEachOther() {
    ResultBatcher answers = new ResultBatcher(publisher, Duration.ofMinutes(10), 100);
    ResultBatcher.Expected third = answers.expect();
    CompletableFuture<Void> first = sending(answers, 1);
    CompletableFuture<Void> second = sending(answers, 2);

    await().until(() -> answers.count() == 2);
    assertThat(publisher.sent()).isEmpty();
    assertThat(first).isNotDone();

    third.close();
    first.join();
    second.join();
    assertThat(publisher.sent()).extracting(Outgoing::id).containsExactlyInAnyOrder("1", "2");
    answers.close();
  }

  @Test
  void theLastOneExpectedTakesThoseAlongThatWait() throws Exception {
    ResultBatcher answers = new ResultBatcher(publisher, Duration.ofMinutes(10), 100);
    try (ResultBatcher.Expected last = answers.expect()) {
      CompletableFuture<Void> first = oneThatWaits(answers);
      last.sendAndWait(answer(2));
      first.join();
    }
    assertThat(publisher.sent()).extracting(Outgoing::id).containsExactly("1", "2");
    answers.close();
  }

  @Test
  void enoughOfThemWaitNoLonger() {
    ResultBatcher answers = new ResultBatcher(publisher, Duration.ofMinutes(10), 2);
    answers.expect();
    CompletableFuture<Void> first = sending(answers, 1);
    CompletableFuture<Void> second = sending(answers, 2);
    first.join();
    second.join();
    assertThat(publisher.sent()).extracting(Outgoing::id).containsExactlyInAnyOrder("1", "2");
    answers.close();
  }

  @Test
  void nobodyIsLeftWaitingAtTheEnd() {
    ResultBatcher answers = new ResultBatcher(publisher, Duration.ofMinutes(10), 100);
    answers.expect();
    CompletableFuture<Void> first = oneThatWaits(answers);
    answers.close();
    first.join();
    assertThat(publisher.sent()).extracting(Outgoing::id).containsExactly("1");
  }

  @Test
  void theMomentEnds() {
    ResultBatcher answers = new ResultBatcher(publisher, Duration.ofMillis(1), 100);
    answers.expect();
    sending(answers, 1).join();
    sending(answers, 2).join();
    assertThat(publisher.sent()).extracting(Outgoing::id).containsExactly("1", "2");
    answers.close();
  }

  @Test
  void whoeverWaitsIsToldOfAFailure() {
    ResultBatcher answers = new ResultBatcher(publisher, Duration.ofMillis(1), 100);
    publisher.breakDown();
    assertThatThrownBy(() -> answers.expect().sendAndWait(answer(1)))
        .isInstanceOf(PublishFailedException.class)
        .hasRootCauseMessage("the broker is away");
    answers.close();
  }

  private static CompletableFuture<Void> oneThatWaits(ResultBatcher answers) {
    CompletableFuture<Void> one = sending(answers, 1);
    await().until(() -> answers.count() == 1);
    return one;
  }

  private static CompletableFuture<Void> sending(ResultBatcher answers, int number) {
    return CompletableFuture.runAsync(
        () -> {
          try (ResultBatcher.Expected coming = answers.expect()) {
            coming.sendAndWait(answer(number));
          } catch (PublishFailedException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> Thread.ofPlatform().daemon().start(task));
  }

  private static Outgoing answer(int number) {
    return new Outgoing(
        Integer.toString(number),
        Topics.PAGE_RESULT,
        "job-1",
        new PageStarted("job-1", "acme", number, 1, "here/1", 0),
        Context.root());
  }
}
