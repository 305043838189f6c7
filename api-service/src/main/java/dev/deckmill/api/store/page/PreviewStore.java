package dev.deckmill.api.store.page;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.PagePreviewFailed;
import dev.deckmill.contracts.message.PagePreviewed;
import dev.deckmill.contracts.message.PreviewMessage;
import dev.deckmill.service.sql.Columns;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Pictures of slides: what they are drawn from, that they are ordered once, where they lie. */
@Singleton
public final class PreviewStore {
  /**
   * A page that somebody wants to see.
   *
   * @param attempt the one that made its slide; null: it is none
   * @param source its bytes; null until they are fetched
   * @param trouble why it is no slide
   */
  public record Subject(
      String name,
      PageState state,
      @Nullable Integer attempt,
      @Nullable BlobRef source,
      @Nullable Trouble trouble) {}

  /**
   * Which picture.
   *
   * @param attempt whose slide it shows
   * @param width in pixels
   */
  public record Key(String jobId, int page, int attempt, int width) {
    static Key of(PreviewMessage message) {
      return new Key(message.jobId(), message.page(), message.attempt(), message.widthPixels());
    }
  }

  /** A picture that was ordered; with neither it is on its way. */
  public record Ordered(@Nullable BlobRef file, @Nullable Trouble trouble) {}

  /** A page of the tenant. */
  public Optional<Subject> subject(Tx tx, String tenant, String jobId, int number) {
    return tx.handle()
        .createQuery(
            """
            select p.*, j.input_key from api.page p join api.job j on j.id = p.job_id
             where p.tenant = :tenant and p.job_id = :job and p.number = :number
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .bind("number", number)
        .map((row, context) -> subject(row))
        .findOne();
  }

  /**
   * Notes that a picture is ordered; false if it is there, or was ordered less than {@code age}
   * ago, or too many are, and is then not to be ordered.
   *
   * @param most how many of the tenant's may be under way, about: of orders at the same moment each
   *     may be the last
   */
  public boolean order(Tx tx, String tenant, Key key, int most, Duration age) {
    return bind(
                tx.handle()
                    .createUpdate(
                        """
                        insert into api.preview as old (tenant, job_id, page, attempt, width)
                        select :tenant, :job, :page, :attempt, :width
                         where :most > (select count(*) from api.preview
                                         where tenant = :tenant and file_key is null and trouble_code is null
                                           and ordered_at > now() - :age * interval '1 millisecond')
                        on conflict (job_id, page, attempt, width) do update
                           set ordered_at = now(), orders = 1, trouble_code = null, trouble_detail = null
                         where old.file_key is null and old.ordered_at < now() - :age * interval '1 millisecond'
                        """),
                tenant,
                key)
            .bind("most", most)
            .bind("age", age.toMillis())
            .execute()
        == 1;
  }

  /** What became of an order. */
  public Optional<Ordered> find(Tx tx, String tenant, Key key) {
    return tx.handle()
        .createQuery(
            """
            select * from api.preview
             where tenant = :tenant and job_id = :job and page = :page and attempt = :attempt and width = :width
            """)
        .bind("tenant", tenant)
        .bind("job", key.jobId())
        .bind("page", key.page())
        .bind("attempt", key.attempt())
        .bind("width", key.width())
        .map(
            (row, context) ->
                new Ordered(
                    ContractColumns.blob(row, "file"), ContractColumns.trouble(row, "trouble")))
        .findOne();
  }

  /**
   * Keeps where a picture lies; false if it is not kept, because one came before or nobody wants it
   * any more.
   */
  public boolean keep(Tx tx, PagePreviewed drawn) {
    BlobRef file = drawn.picture();
    return bind(
                tx.handle()
                    .createUpdate(
                        """
                        update api.preview
                           set file_key = :key, file_offset = :offset, file_length = :length, file_sha256 = :sha256,
                               trouble_code = null, trouble_detail = null
                         where tenant = :tenant and job_id = :job and page = :page and attempt = :attempt
                           and width = :width and coalesce(file_key, :key) = :key
                        """),
                drawn.tenant(),
                Key.of(drawn))
            .bind("key", file.key())
            .bind("offset", file.offset())
            .bind("length", file.length())
            .bind("sha256", file.sha256())
            .execute()
        == 1;
  }

  /** Forgets a picture whose bytes are lost, so that it can be ordered again at once. */
  public void forget(Tx tx, String tenant, String jobId, BlobRef lost) {
    tx.handle()
        .createUpdate(
            """
            update api.preview
               set file_key = null, file_offset = null, file_length = null, file_sha256 = null,
                   ordered_at = '-infinity', orders = 0
             where tenant = :tenant and job_id = :job and file_key = :key
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .bind("key", lost.key())
        .execute();
  }

  /** Keeps why a picture can't be drawn. */
  public void keep(Tx tx, PagePreviewFailed failed) {
    bind(
            tx.handle()
                .createUpdate(
                    """
                    update api.preview set trouble_code = :code, trouble_detail = :detail
                     where tenant = :tenant and job_id = :job and page = :page and attempt = :attempt
                       and width = :width and file_key is null
                    """),
            failed.tenant(),
            Key.of(failed))
        .bind("code", ContractColumns.code(failed.trouble()))
        .bind("detail", ContractColumns.detail(failed.trouble()))
        .execute();
  }

  private static Update bind(Update update, String tenant, Key key) {
    return update
        .bind("tenant", tenant)
        .bind("job", key.jobId())
        .bind("page", key.page())
        .bind("attempt", key.attempt())
        .bind("width", key.width());
  }

  private static Subject subject(ResultSet row) throws SQLException {
    Long attempt = Columns.number(row, "result_attempt");
    return new Subject(
        text(row, "name"),
        PageState.of(text(row, "state")),
        attempt == null ? null : (Integer) attempt.intValue(),
        PageStore.source(row),
        ContractColumns.trouble(row, "trouble"));
  }
}
