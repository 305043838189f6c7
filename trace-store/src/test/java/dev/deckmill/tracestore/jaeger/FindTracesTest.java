package dev.deckmill.tracestore.jaeger;

import static dev.deckmill.tracestore.testing.Spans.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.deckmill.tracestore.jaeger.wire.FindTraceIDsRequest;
import dev.deckmill.tracestore.jaeger.wire.FindTraceSummariesRequest;
import dev.deckmill.tracestore.jaeger.wire.FoundTraceID;
import dev.deckmill.tracestore.jaeger.wire.TraceQueryParameters;
import dev.deckmill.tracestore.jaeger.wire.TraceSummary;
import dev.deckmill.tracestore.testing.Servers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class FindTracesTest {
  private static final Duration ONE_SECOND = seconds(1);
  private static final Duration FOUR_SECONDS = seconds(4);
  private static final Duration SIX_SECONDS = seconds(6);

  @Inject JaegerClient jaeger;
  private SearchedTraces there;

  @BeforeEach
  void write() {
    there = new SearchedTraces(jaeger);
  }

  @Test
  void findsTagsWhereverTheyAreOnOneSpan() {
    for (var tags : List.of(SearchedTraces.TAGS, SearchedTraces.TYPED)) {
      assertThat(jaeger.found(there.query().addAllAttributes(tags)))
          .containsExactlyInAnyOrder(
              there.onSpan,
              there.onEvent,
              there.onResource,
              there.onScope,
              there.scattered,
              there.slowWithTags);
    }
    assertThat(jaeger.found(there.query().addAttributes(text("t", "not there")))).isEmpty();
  }

  @Test
  void findsTagsTogetherWithAName() {
    assertThat(jaeger.found(tagged().setOperationName("turn"))).containsExactly(there.slowWithTags);
    assertThat(jaeger.found(tagged().setOperationName("work")))
        .hasSize(5)
        .doesNotContain(there.slowWithTags);
  }

  @Test
  void findsTagsTogetherWithADuration() {
    assertThat(jaeger.found(between(tagged()))).containsExactly(there.slowWithTags);
    assertThat(jaeger.found(tagged().setDurationMax(ONE_SECOND)))
        .hasSize(5)
        .doesNotContain(there.slowWithTags);
  }

  @Test
  void findsTagsTogetherWithANameAndADuration() {
    assertThat(jaeger.found(between(tagged()).setOperationName("turn")))
        .containsExactly(there.slowWithTags);
    assertThat(jaeger.found(between(tagged()).setOperationName("work"))).isEmpty();
    assertThat(jaeger.found(tagged().setDurationMax(ONE_SECOND).setOperationName("work")))
        .hasSize(5);
    assertThat(jaeger.found(tagged().setDurationMax(ONE_SECOND).setOperationName("turn")))
        .isEmpty();
  }

  @Test
  void findsNamesAndDurations() {
    assertThat(jaeger.found(turning()))
        .containsExactlyInAnyOrder(there.slow, there.notSlow, there.slowWithTags);
    assertThat(jaeger.found(turning().setDurationMax(ONE_SECOND))).containsExactly(there.notSlow);
    assertThat(jaeger.found(between(turning())))
        .containsExactlyInAnyOrder(there.slow, there.slowWithTags);
    assertThat(jaeger.found(between(there.query())))
        .containsExactlyInAnyOrder(there.slow, there.slowWithTags);
    assertThat(jaeger.found(there.query().setDurationMin(FOUR_SECONDS)))
        .containsExactlyInAnyOrder(there.slow, there.slowWithTags);
    assertThat(jaeger.found(there.query().setDurationMax(ONE_SECOND)))
        .hasSize(7)
        .doesNotContain(there.slow, there.slowWithTags);
  }

  @Test
  void findsAllTracesOfAServiceInATime() {
    assertThat(jaeger.found(there.query())).hasSize(9).doesNotContain(there.early, there.elsewhere);
    TraceQueryParameters.Builder yesterday =
        there
            .query()
            .setStartTimeMin(WireTimes.timestamp(there.start.minusSeconds(90_000)))
            .setStartTimeMax(WireTimes.timestamp(there.start.minusSeconds(3_600)));
    assertThat(jaeger.found(yesterday)).containsExactly(there.early);
    assertThat(jaeger.found(there.query().setServiceName(there.otherService)))
        .containsExactly(there.elsewhere);
    assertThat(jaeger.found(there.query().setServiceName("nobody"))).isEmpty();
  }

  @Test
  void findsTheLatestFirstAndNoMoreThanAskedFor() {
    assertThat(jaeger.found(there.query().setSearchDepth(2)))
        .containsExactly(there.slowWithTags, there.notSlow);
  }

  @Test
  void searchesAllServicesUnlessOneIsNamed() {
    assertThat(jaeger.found(tagged().clearServiceName()))
        .contains(there.elsewhere, there.onSpan, there.slowWithTags);
    assertThat(
            jaeger.found(
                there
                    .query()
                    .clearServiceName()
                    .addAttributes(text("service.name", there.otherService))))
        .containsExactly(there.elsewhere);
  }

  @Test
  void takesTheZeroTimeOfGoForNone() {
    Timestamp zero = Timestamp.newBuilder().setSeconds(-62_135_596_800L).build();
    assertThat(jaeger.found(there.query().setStartTimeMin(zero).setStartTimeMax(zero)))
        .contains(there.early, there.onSpan);
  }

  @Test
  void findsIdsWithWhenTheTracesWere() {
    List<FoundTraceID> found =
        jaeger
            .reader()
            .findTraceIDs(FindTraceIDsRequest.newBuilder().setQuery(between(tagged())).build())
            .getTraceIdsList();
    assertThat(found)
        .extracting(FoundTraceID::getTraceId)
        .containsExactly(ByteString.copyFrom(there.slowWithTags.bytes()));
    assertThat(found.getFirst().getStart()).isEqualTo(found.getFirst().getEnd());
    assertThat(found.getFirst().getStart().getSeconds())
        .isEqualTo(there.start.plusSeconds(8).getEpochSecond());
  }

  @Test
  void sumsUpWhatItFinds() {
    List<TraceSummary> lines = new ArrayList<>();
    jaeger
        .reader()
        .findTraceSummaries(
            FindTraceSummariesRequest.newBuilder()
                .setQuery(there.query().setSearchDepth(4))
                .build())
        .forEachRemaining(answer -> lines.addAll(answer.getSummariesList()));
    assertThat(lines).hasSize(4);
    TraceSummary last = lines.getLast();
    assertThat(last.getTraceId()).isEqualTo(ByteString.copyFrom(there.onTwoSpans.bytes()));
    assertThat(last.getRootServiceName()).isEqualTo(there.service);
    assertThat(last.getRootOperationName()).isEqualTo("work");
    assertThat(last.getSpanCount()).isEqualTo(2);
    assertThat(last.getServices(0).getSpanCount()).isEqualTo(2);
    assertThat(last.getMaxEndTimeUnixNano() - last.getMinStartTimeUnixNano()).isEqualTo(1_000_000);
  }

  @Test
  void refusesWhatItWouldAnswerWrongly() {
    assertThatThrownBy(() -> jaeger.found(there.query().setFilter(ByteString.copyFromUtf8("x"))))
        .hasMessageContaining("UNIMPLEMENTED");
    assertThatThrownBy(() -> jaeger.found(there.query().setSearchDepth(-1)))
        .hasMessageContaining("INVALID_ARGUMENT");
    assertThatThrownBy(() -> jaeger.found(there.query().setDurationMin(seconds(-1))))
        .hasMessageContaining("INVALID_ARGUMENT");
    assertThatThrownBy(
            () ->
                jaeger.found(
                    there
                        .query()
                        .setStartTimeMin(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))))
        .hasMessageContaining("INVALID_ARGUMENT");
  }

  private TraceQueryParameters.Builder tagged() {
    return there.query().addAllAttributes(SearchedTraces.TAGS);
  }

  private TraceQueryParameters.Builder turning() {
    return there.query().setOperationName("turn");
  }

  private static TraceQueryParameters.Builder between(TraceQueryParameters.Builder query) {
    return query.setDurationMin(FOUR_SECONDS).setDurationMax(SIX_SECONDS);
  }

  private static Duration seconds(long seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }
}
