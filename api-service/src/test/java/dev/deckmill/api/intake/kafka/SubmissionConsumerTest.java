package dev.deckmill.api.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.SubmitHeaders;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.testing.Rows;
import dev.deckmill.service.testing.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@Servers
final class SubmissionConsumerTest {
  private static final String ACCEPTED = MessageType.JOB_ACCEPTED.ceType();
  private static final String REFUSED = MessageType.JOB_REFUSED.ceType();

  @Inject BlobStore blobs;
  private final TestTopic submit = TestTopic.open(Topics.JOB_SUBMIT);
  private final TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.JOB_SUBMIT));
  private final TestTopic events = TestTopic.open(Topics.JOB_EVENTS);
  private final Orders orders = new Orders();
  private final String id = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    submit.close();
    dead.close();
    events.close();
    orders.close();
  }

  @Test
  void takesACloudEventInBinaryMode() throws IOException {
    send(binary(Client.KEY), submission("Binary"));

    String job = acceptedJob(id);
    Client.job(job).then().statusCode(200).body("title", equalTo("Binary"));
    assertThat(blobs.read(orders.page(job, 1, 1).source())).isEqualTo(Client.svg(1));
  }

  @Test
  void takesACloudEventInStructuredMode() {
    Map<String, String> headers =
        Map.of(
            "content-type",
            "application/cloudevents+json; charset=UTF-8",
            SubmitHeaders.KEY,
            Client.KEY);
    send(headers, structured(submission("Structured")));

    Client.job(acceptedJob(id)).then().body("title", equalTo("Structured"));
  }

  private String structured(String data) {
    return """
        {"specversion":"1.0","id":"%s","source":"/shop","type":"%s","data":%s}"""
        .formatted(id, SubmitHeaders.TYPE, data);
  }

  @Test
  void takesBareJsonWhoseKeyIsTheSubmissionsId() {
    send(Map.of(SubmitHeaders.KEY, Client.KEY), submission("Bare"));

    Client.job(acceptedJob(id)).then().body("title", equalTo("Bare"));
  }

  @Test
  void takesAPageByItsUrl() {
    String submission =
        "{\"title\":\"By URL\",\"sources\":[{\"name\":\"a\",\"url\":\"https://pages.invalid/a.svg\"}]}";
    Schemas.checked(SubmitHeaders.TYPE, submission.getBytes(UTF_8));
    send(binary(Client.KEY), submission);

    Client.job(acceptedJob(id))
        .then()
        .statusCode(200)
        .body("title", equalTo("By URL"))
        .body("pages.total", equalTo(1));
  }

  @Test
  void takesAnUploadByItsId() throws IOException {
    String upload =
        Client.asked()
            .contentType("image/svg+xml")
            .body(Client.svg(7))
            .post("/v1/uploads")
            .jsonPath()
            .getString("id");
    send(binary(Client.KEY), "{\"sources\":[{\"upload\":\"%s\"}]}".formatted(upload));

    assertThat(blobs.read(orders.page(acceptedJob(id), 1, 1).source())).isEqualTo(Client.svg(7));
  }

  @Test
  void makesOneJobOfASubmissionHoweverOftenItIsSent() {
    for (int i = 0; i < 5; i++) {
      send(binary(Client.KEY), submission("Often " + id));
    }

    List<ConsumerRecord<String, byte[]>> answers = events.await(5, record -> isAnswer(record, id));
    assertThat(answers.stream().map(ConsumerRecord::key).distinct()).hasSize(1);
    assertThat(answers.stream().map(record -> TestTopic.header(record, "ce_id")).distinct())
        .hasSize(1);
    assertThat(jobsTitled("Often " + id)).isOne();
  }

  @Test
  void keepsTheIdsOfTenantsAndOfSourcesApart() {
    String other = "other-key-" + UUID.randomUUID();
    ApiKeys.add("tenant-" + id, other);
    Map<String, String> elsewhere = binary(Client.KEY);
    elsewhere.put("ce_source", "/elsewhere");
    send(binary(Client.KEY), submission("Same"));
    send(binary(other), submission("Same"));
    send(elsewhere, submission("Same"));

    assertThat(events.await(3, record -> isAnswer(record, id)).stream().map(ConsumerRecord::key))
        .doesNotHaveDuplicates();
  }

  @Test
  void continuesTheTraceOfTheSender() {
    String trace = UUID.randomUUID().toString().replace("-", "");
    Map<String, String> headers = binary(Client.KEY);
    headers.put("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
    send(headers, submission("Traced"));

    String job = acceptedJob(id);
    Client.job(job).then().body("traceId", equalTo(trace));
    assertThat(TestTopic.header(orders.pageRecord(job, 1, 1), "traceparent"))
        .startsWith("00-" + trace);
  }

  @Test
  void answersARefusedSubmissionAndPutsItIntoTheDeadLetters() {
    send(binary(Client.KEY), "{\"sources\":[],\"title\":\"Empty\"}");

    refused(id, ErrorType.SOURCE_MISSING);
    ConsumerRecord<String, byte[]> letter = letter();
    assertThat(TestTopic.header(letter, "deckmill-error-code")).isEqualTo("SOURCE_MISSING");
    assertThat(TestTopic.header(letter, SubmitHeaders.KEY)).as("a secret").isNull();
  }

  @Test
  void refusesAnIdThatComesWithOtherContent() {
    send(binary(Client.KEY), submission("One"));
    acceptedJob(id);
    send(binary(Client.KEY), submission("Another"));

    JsonNode problem = refused(id, ErrorType.IDEMPOTENCY_CONFLICT);
    assertThat(problem.path("status").asInt()).isEqualTo(422);
  }

  @Test
  void refusesWhatItCantRead() {
    send(binary(Client.KEY), "{");
    refused(id, ErrorType.MESSAGE_INVALID);
    assertThat(TestTopic.header(letter(), "deckmill-error-code")).isEqualTo("MESSAGE_INVALID");
  }

  @ParameterizedTest
  @MethodSource("whatRestRefuses")
  void refusesWhatRestRefusesWithTheSameCode(ErrorType code, String submission) {
    send(binary(Client.KEY), submission);

    assertThat(refused(id, code).path("status").asInt()).isEqualTo(code.status());
  }

  private static List<Arguments> whatRestRefuses() {
    String page = "{\"inline\":\"<svg/>\"}";
    return List.of(
        Arguments.of(ErrorType.OPTION_INVALID, sources(page, ",\"target\":\"best\"")),
        Arguments.of(
            ErrorType.OPTION_INVALID,
            sources(page, ",\"delivery\":\"drive\",\"folder\":\"{who}\"")),
        Arguments.of(
            ErrorType.OPTION_INVALID,
            sources(page, ",\"delivery\":\"drive\",\"share\":\"owner:ann@example.com\"")),
        Arguments.of(
            ErrorType.FOLDER_PATTERN,
            sources(page, ",\"delivery\":\"drive\",\"folder\":\"a/../b\"")),
        Arguments.of(ErrorType.NOT_FOUND, sources("{\"upload\":\"nothing\"}", "")),
        Arguments.of(
            ErrorType.OPTION_INVALID, sources("{\"url\":\"https://example.com/a\\u0000b\"}", "")),
        Arguments.of(
            ErrorType.LIMIT_PAGES, sources(String.join(",", Collections.nCopies(31, page)), "")),
        Arguments.of(
            ErrorType.LIMIT_PAGE_BYTES,
            sources("{\"inline\":\"%s\"}".formatted("x".repeat(4001)), "")));
  }

  private static String sources(String sources, String options) {
    return "{\"sources\":[%s]%s}".formatted(sources, options);
  }

  @Test
  void refusesOneMoreJobThanATenantMayHaveUnfinished() {
    String tenant = "full-" + id;
    String key = "full-key-" + id;
    ApiKeys.add(tenant, key);
    Rows.change(
        """
        insert into api.job (tenant, id, title, state, conversion, delivery, on_page_error, target, text_profile,
                             folder_path, pages, input_key, deadline_at)
        select :tenant, left(:tenant, 20) || n, 't', 'queued', 'pending', 'none', 'skip', 'balanced', 'powerpoint',
               '{}', 1, 'jobs/none/input', now() + interval '1 day'
          from generate_series(1, 1000) n
        """,
        Map.of("tenant", tenant));
    send(binary(key), submission("One more"));

    assertThat(refused(id, ErrorType.QUOTA_JOBS).path("retryable").asBoolean()).isTrue();
  }

  @Test
  void refusesAnEventOfAnotherType() {
    Map<String, String> headers = binary(Client.KEY);
    headers.put("ce_type", "com.example.other");
    send(headers, submission("Other"));
    refused(id, ErrorType.MESSAGE_INVALID);
  }

  @Test
  void refusesABatchOfEvents() {
    Map<String, String> headers = binary(Client.KEY);
    headers.put("content-type", "application/cloudevents-batch+json");
    send(headers, "[]");
    refused(id, ErrorType.MEDIA_TYPE);
  }

  @Test
  void takesNothingWithoutAValidKeyAndTellsTheDeadLettersAlone() {
    Map<String, String> keyless = binary("not-a-key");
    send(keyless, submission("Nobody's"));
    assertThat(TestTopic.header(letter(), "deckmill-error-code")).isEqualTo("UNAUTHENTICATED");
    keyless.remove(SubmitHeaders.KEY);
    send(keyless, submission("Nobody's"));
    dead.await(2, record -> id.equals(record.key()));

    assertThat(events.soFar()).noneMatch(record -> new String(record.value(), UTF_8).contains(id));
  }

  @Test
  void holdsATenantToItsRateButNotWhatWasAcceptedBefore() {
    String tenant = "rate-" + id;
    String key = "rate-key-" + id;
    ApiKeys.add(tenant, key);
    send(binary(key), submission("Rated"));
    acceptedJob(id);
    Rows.change(
        "update api.submission_rate set used_until = now() + interval '1 hour' where tenant = :tenant",
        Map.of("tenant", tenant));

    String next = UUID.randomUUID().toString();
    Map<String, String> headers = binary(key);
    headers.put("ce_id", next);
    send(headers, submission("Rated"));
    JsonNode problem = refused(next, ErrorType.QUOTA_SUBMISSIONS);
    assertThat(problem.path("retryable").asBoolean()).isTrue();
    send(binary(key), submission("Rated"));
    events.await(2, record -> isAnswer(record, id));
  }

  private Map<String, String> binary(String key) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id);
    headers.put("ce_source", "/shop");
    headers.put("ce_type", SubmitHeaders.TYPE);
    headers.put("content-type", "application/json");
    headers.put(SubmitHeaders.KEY, key);
    return headers;
  }

  private static String submission(String title) {
    String submission =
        "{\"title\":\"%s\",\"sources\":[{\"name\":\"a.svg\",\"inline\":\"%s\"}]}"
            .formatted(title, new String(Client.svg(1), UTF_8));
    Schemas.checked(SubmitHeaders.TYPE, submission.getBytes(UTF_8));
    return submission;
  }

  private void send(Map<String, String> headers, String value) {
    List<Header> written =
        headers.entrySet().stream()
            .<Header>map(
                header -> new RecordHeader(header.getKey(), header.getValue().getBytes(UTF_8)))
            .toList();
    submit.send(id, value.getBytes(UTF_8), written);
  }

  private String acceptedJob(String submission) {
    return events.await(record -> isAnswer(record, submission)).key();
  }

  private static boolean isAnswer(ConsumerRecord<String, byte[]> record, String submission) {
    return ACCEPTED.equals(TestTopic.header(record, "ce_type"))
        && Schemas.checked(ACCEPTED, record.value())
            .path("submissionId")
            .asText()
            .equals(submission);
  }

  private JsonNode refused(String submission, ErrorType code) {
    ConsumerRecord<String, byte[]> answer =
        events.await(
            record ->
                submission.equals(record.key())
                    && REFUSED.equals(TestTopic.header(record, "ce_type")));
    JsonNode problem = Schemas.checked(REFUSED, answer.value()).path("problem");
    assertThat(problem.path("code").asText()).isEqualTo(code.name());
    return problem;
  }

  private ConsumerRecord<String, byte[]> letter() {
    return dead.await(record -> id.equals(record.key()));
  }

  private static long jobsTitled(String title) {
    return Rows.number("select count(*) from api.job where title = :title", Map.of("title", title));
  }
}
