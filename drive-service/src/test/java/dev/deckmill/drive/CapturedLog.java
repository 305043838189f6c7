package dev.deckmill.drive;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Every line that is logged from now on, with whatever was thrown. */
final class CapturedLog extends Handler {
  private final Formatter format = new PatternFormatter("%c %s%e");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  CapturedLog() {
    setLevel(Level.ALL);
    LogContext.getLogContext().getLogger("").addHandler(this);
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord record) {
    // The stand-in's own server, which in this test shares the process, is not the service.
    if (!record.getLoggerName().startsWith("com.sun.net.httpserver")) {
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
