package dev.deckmill.api.store.deck;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.contracts.part.DeckSlide;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The slides of a deck, in the order of the pages. */
@Singleton
public final class DeckSlides {
  /** Converted pages as their bundles, failed ones as their trouble. */
  public List<DeckSlide> of(Tx tx, Job job) {
    return tx.handle()
        .createQuery(
            """
            select * from api.page
             where tenant = :tenant and job_id = :job and state in ('succeeded', 'degraded', 'failed')
             order by number
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .map((row, context) -> slide(row))
        .list();
  }

  private static DeckSlide slide(ResultSet row) throws SQLException {
    return new DeckSlide(
        row.getInt("number"),
        text(row, "name"),
        ContractColumns.blob(row, "bundle"),
        ContractColumns.trouble(row, "trouble"),
        row.getString("traceparent"));
  }
}
