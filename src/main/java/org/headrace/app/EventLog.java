package org.headrace.app;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.headrace.model.Article;
import org.headrace.model.Grouping;
import org.headrace.model.PollOutcome;
import org.headrace.model.Source;
import org.headrace.pipeline.Journal;
import org.headrace.pipeline.PollWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line for each event worth a person's time; the rest only if asked for. */
public final class EventLog implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm");

  private final String list;

  /** Names lines of {@code list} where something is to be changed there. */
  public EventLog(String list) {
    this.list = list;
  }

  @Override
  public void tell(Event event) {
    switch (event) {
      case Polled polled -> polled(polled);
      case Moved moved -> LOG.warn("{}", MovedSource.words(list, moved.source(), moved.to()));
      case Discovered discovered ->
          LOG.info(
              "{}: {} is no feed; its feed is {} (write that address into sources.yaml, and it is"
                  + " asked without a search)",
              discovered.source().name(),
              discovered.source().address(),
              discovered.feed());
      case Read read -> read(read.article());
      case Ruled ruled ->
          LOG.info("{}: {}: {}", ruled.source().name(), ruled.page(), ruled.remark());
      case LeftOut left ->
          LOG.info(
              "{}: left out \"{}\" ({})",
              left.article().sourceName(),
              left.article().title(),
              left.rule());
      case Grouped grouped -> grouped(grouped);
      case Hub hub -> hub(hub);
      case Published published -> published(published);
    }
  }

  /** Most polls bring nothing: of those not even the words are made unless somebody wants them. */
  private static void polled(Polled polled) {
    if (isNews(polled.outcome()) || LOG.isDebugEnabled()) {
      tell(polled, PollWords.of(polled.outcome()));
    }
  }

  private static boolean isNews(PollOutcome outcome) {
    return switch (outcome) {
      case PollOutcome.Unchanged unchanged -> false;
      case PollOutcome.Changed changed -> changed.fresh() > 0;
      case PollOutcome.Postponed postponed -> true;
      case PollOutcome.Gone gone -> true;
      case PollOutcome.Blocked blocked -> true;
      case PollOutcome.Failed failed -> true;
    };
  }

  private static void tell(Polled polled, String words) {
    Source source = polled.source();
    String next =
        CLOCK.format(polled.next().at().atZone(ZoneId.systemDefault()))
            + " ("
            + polled.next().reason()
            + ")";
    switch (polled.outcome()) {
      case PollOutcome.Unchanged unchanged ->
          LOG.debug("{}: {}, next {}", source.name(), words, next);
      case PollOutcome.Changed changed when changed.fresh() == 0 ->
          LOG.debug("{}: {}, next {}", source.name(), words, next);
      case PollOutcome.Changed changed -> LOG.info("{}: {}, next {}", source.name(), words, next);
      case PollOutcome.Postponed postponed ->
          LOG.info("{}: {}, next {}", source.name(), words, next);
      case PollOutcome.Gone gone -> LOG.warn("{}: {}", source.name(), words);
      case PollOutcome.Blocked blocked -> LOG.warn("{}: {}, next {}", source.name(), words, next);
      case PollOutcome.Failed failed -> LOG.warn("{}: {}, next {}", source.name(), words, next);
    }
  }

  private static void read(Article article) {
    if (article.note().isEmpty()) {
      LOG.debug("{}: read \"{}\"", article.sourceName(), article.title());
    } else {
      LOG.info(
          "{}: \"{}\" has the feed's own text: {}",
          article.sourceName(),
          article.title(),
          article.note());
    }
  }

  private static void grouped(Grouped grouped) {
    if (grouped.grouping() instanceof Grouping.Joins joins) {
      LOG.info("story {}: joined by {} ({})", grouped.story(), joins.rule(), joins.detail());
    }
  }

  private static void hub(Hub hub) {
    String line = "%s: its hub %s %s".formatted(hub.source().name(), hub.hub(), hub.words());
    if (hub.trouble()) {
      LOG.warn("{}", line);
    } else {
      LOG.info("{}", line);
    }
  }

  private static void published(Published published) {
    LOG.debug(
        "published {} stories, {} new or changed", published.stories(), published.changed().size());
  }
}
