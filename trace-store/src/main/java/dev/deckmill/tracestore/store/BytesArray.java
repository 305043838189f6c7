package dev.deckmill.tracestore.store;

import dev.deckmill.tracestore.span.TraceId;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;

/** Values of type {@code bytea[]}, which Jdbi has no name for. */
final class BytesArray {
  private BytesArray() {}

  static Argument of(List<byte[]> values) {
    return (position, statement, context) ->
        statement.setArray(
            position,
            statement.getConnection().createArrayOf("bytea", values.toArray(byte[][]::new)));
  }

  static Argument ofTraces(Collection<TraceId> traces) {
    return of(traces.stream().map(TraceId::bytes).toList());
  }
}
