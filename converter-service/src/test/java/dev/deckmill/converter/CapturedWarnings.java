package dev.deckmill.converter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged as a warning or worse from now on. */
final class CapturedWarnings extends Handler implements AutoCloseable {
  private final Formatter format = new PatternFormatter("%s");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  CapturedWarnings() {
    setLevel(Level.WARNING);
    LogContext.getLogContext().getLogger("").addHandler(this);
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord record) {
    if (isLoggable(record)) {
      lines.add(format.format(record));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LogContext.getLogContext().getLogger("").removeHandler(this);
  }
}
