package dev.deckmill.tracestore.store;

import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** What distinguishes the spans of a trace: ids alone may come twice. */
record SpanKey(ByteString spanId, OffsetDateTime startTime) {
  static SpanKey of(ResultSet row) throws SQLException {
    return new SpanKey(
        ByteString.copyFrom(row.getBytes("span_id")),
        row.getObject("start_time", OffsetDateTime.class));
  }
}
