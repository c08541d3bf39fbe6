package org.headrace.app.operate;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Remembers the latest lines of the log, as the terminal shows them. */
public final class RecentLines implements AutoCloseable {
  private static final int MOST = 1_000;
  private static final int LONGEST = 1_000;

  private final Deque<Line> lines = new ArrayDeque<>();
  private final Listener listener = new Listener();

  /** One line; {@code level} is INFO, WARN or ERROR. */
  public record Line(Instant at, String level, String words) {}

  /** Listens from now on. */
  public RecentLines() {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      listener.setContext(root.getLoggerContext());
      listener.start();
      root.addAppender(listener);
    }
  }

  /** The latest lines, the latest first. */
  List<Line> latest() {
    synchronized (lines) {
      return new ArrayList<>(lines).reversed();
    }
  }

  @Override
  public void close() {
    listener.stop();
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.detachAppender(listener);
    }
  }

  private void keep(ILoggingEvent event) {
    String words = event.getFormattedMessage();
    Line line =
        new Line(
            Instant.ofEpochMilli(event.getTimeStamp()),
            event.getLevel().toString(),
            words.substring(0, Math.min(LONGEST, words.length())));
    synchronized (lines) {
      lines.add(line);
      if (lines.size() > MOST) {
        lines.remove();
      }
    }
  }

  private final class Listener extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      keep(event);
    }
  }
}
