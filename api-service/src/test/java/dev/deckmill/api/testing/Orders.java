package dev.deckmill.api.testing;

import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.JobMessage;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.message.Wire;
import dev.deckmill.service.testing.TestTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the service tells on Kafka from the moment this was opened on, as the workers hear it. */
public final class Orders implements AutoCloseable {
  private final TestTopic convert = TestTopic.open(Topics.PAGE_CONVERT);
  private final TestTopic convertBulk = TestTopic.open(Topics.PAGE_CONVERT_BULK);
  private final TestTopic preview = TestTopic.open(Topics.PAGE_PREVIEW);
  private final TestTopic packaging = TestTopic.open(Topics.DECK_PACKAGE);
  private final TestTopic upload = TestTopic.open(Topics.DECK_UPLOAD);
  private final TestTopic events = TestTopic.open(Topics.JOB_EVENTS);

  /** The record that orders an attempt at a page. */
  public ConsumerRecord<String, byte[]> pageRecord(String jobId, int page, int attempt) {
    return convert.await(
        record -> {
          ConvertPage order = read(record, ConvertPage.class);
          return order.jobId().equals(jobId) && order.page() == page && order.attempt() == attempt;
        });
  }

  /** The order of an attempt at a page. */
  public ConvertPage page(String jobId, int page, int attempt) {
    return read(pageRecord(jobId, page, attempt), ConvertPage.class);
  }

  /** The orders of a job's pages so far. */
  public List<ConvertPage> pagesSoFar(String jobId) {
    return ofJob(convert.soFar(), jobId, ConvertPage.class);
  }

  /** The orders of a large job's pages, as soon as there are so many. */
  public List<ConvertPage> bulkPages(String jobId, int count) {
    return convertBulk
        .await(count, record -> read(record, ConvertPage.class).jobId().equals(jobId))
        .stream()
        .map(record -> read(record, ConvertPage.class))
        .toList();
  }

  /** The orders of a large job's pages so far. */
  public List<ConvertPage> bulkPagesSoFar(String jobId) {
    return ofJob(convertBulk.soFar(), jobId, ConvertPage.class);
  }

  /** The order to draw a page. */
  public PreviewPage preview(String jobId, int page) {
    return read(
        preview.await(
            record -> {
              PreviewPage order = read(record, PreviewPage.class);
              return order.jobId().equals(jobId) && order.page() == page;
            }),
        PreviewPage.class);
  }

  /** The orders to draw a job's pages so far. */
  public List<PreviewPage> previewsSoFar(String jobId) {
    return ofJob(preview.soFar(), jobId, PreviewPage.class);
  }

  /** The orders of a job's deck, as soon as there are so many. */
  public List<PackageDeck> decks(String jobId, int count) {
    return packaging
        .await(count, record -> read(record, PackageDeck.class).jobId().equals(jobId))
        .stream()
        .map(record -> read(record, PackageDeck.class))
        .toList();
  }

  /** The record that orders a job's deck. */
  public ConsumerRecord<String, byte[]> deckRecord(String jobId) {
    return packaging.await(record -> read(record, PackageDeck.class).jobId().equals(jobId));
  }

  /** The order of a job's deck. */
  public PackageDeck deck(String jobId) {
    return read(deckRecord(jobId), PackageDeck.class);
  }

  /** The orders of decks so far. */
  public List<PackageDeck> decksSoFar(String jobId) {
    return ofJob(packaging.soFar(), jobId, PackageDeck.class);
  }

  /** The order of the deck in a run of a job. */
  public PackageDeck deckOfRun(String jobId, int run) {
    return read(
        packaging.await(
            record -> {
              PackageDeck order = read(record, PackageDeck.class);
              return order.jobId().equals(jobId) && order.isOfRun(run);
            }),
        PackageDeck.class);
  }

  /** The order to deliver the deck in a run of a job. */
  public UploadDeck uploadOfRun(String jobId, int run) {
    return read(
        upload.await(
            record -> {
              UploadDeck order = read(record, UploadDeck.class);
              return order.jobId().equals(jobId) && order.isOfRun(run);
            }),
        UploadDeck.class);
  }

  /** The record that orders the delivery of a job's deck. */
  public ConsumerRecord<String, byte[]> uploadRecord(String jobId) {
    return upload.await(record -> read(record, UploadDeck.class).jobId().equals(jobId));
  }

  /** The order to deliver a job's deck. */
  public UploadDeck upload(String jobId) {
    return read(uploadRecord(jobId), UploadDeck.class);
  }

  /** The orders to deliver so far. */
  public List<UploadDeck> uploadsSoFar(String jobId) {
    return ofJob(upload.soFar(), jobId, UploadDeck.class);
  }

  /** The public events of a job that are of a type, as soon as there are so many. */
  public <M extends Record & JobMessage> List<M> events(String jobId, Class<M> type, int count) {
    return events
        .await(
            count,
            record ->
                record.key().equals(jobId)
                    && typeOf(type).ceType().equals(TestTopic.header(record, "ce_type")))
        .stream()
        .map(record -> read(record, type))
        .toList();
  }

  private static MessageType typeOf(Class<?> body) {
    return Arrays.stream(MessageType.values())
        .filter(type -> type.body() == body)
        .findFirst()
        .orElseThrow();
  }

  private static <M extends Record & Message> List<M> ofJob(
      List<ConsumerRecord<String, byte[]>> records, String jobId, Class<M> type) {
    return records.stream()
        .map(record -> read(record, type))
        .filter(message -> message.jobId().equals(jobId))
        .toList();
  }

  /** What a record says. */
  public static <M extends Record> M read(ConsumerRecord<String, byte[]> record, Class<M> type) {
    try {
      return Wire.read(record.value(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    convert.close();
    convertBulk.close();
    preview.close();
    packaging.close();
    upload.close();
    events.close();
  }
}
