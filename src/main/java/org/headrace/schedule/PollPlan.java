package org.headrace.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.headrace.model.Every;
import org.headrace.model.NextPoll;
import org.headrace.model.PollHints;
import org.headrace.model.PollOutcome;
import org.headrace.model.PollOutcome.Blocked;
import org.headrace.model.PollOutcome.Changed;
import org.headrace.model.PollOutcome.Failed;
import org.headrace.model.PollOutcome.Gone;
import org.headrace.model.PollOutcome.Postponed;
import org.headrace.model.PollOutcome.Unchanged;
import org.headrace.model.PollState;
import org.headrace.model.Source;

/**
 * Decides when a source is asked again. The operator's times hold while a source answers; a server
 * that asks for a pause, and one that does not answer, get it whatever the operator wrote.
 */
public final class PollPlan {
  /** When a source is asked that is never to be asked again. */
  public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Source source;
  private final PollState before;
  private final Instant now;
  private final PollSettings settings;

  private PollPlan(Source source, PollState before, Instant now, PollSettings settings) {
    this.source = source;
    this.before = before;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.settings = settings;
  }

  /**
   * When {@code source} is asked again.
   *
   * @param before what was remembered of it before the poll
   * @param outcome what came of the poll
   * @param now when the poll ended
   */
  public static NextPoll next(
      Source source, PollState before, PollOutcome outcome, Instant now, PollSettings settings) {
    return new PollPlan(source, before, now, settings).after(outcome);
  }

  private NextPoll after(PollOutcome outcome) {
    return switch (outcome) {
      case Changed changed -> answered(news(changed), changed.hints(), changed.keepFor());
      case Unchanged unchanged ->
          answered(
              new Answer(Learning.afterSilence(before, now, settings), "nothing new"),
              PollHints.NONE,
              unchanged.keepFor());
      case Postponed postponed -> postponed(postponed);
      case Gone gone -> new NextPoll(NEVER, plan(), "gone for good: " + gone.reason());
      case Blocked blocked ->
          pause(Spans.longer(plan(), A_DAY), "not let in, asked daily: " + blocked.reason());
      case Failed failed -> failed(failed);
    };
  }

  private Answer news(Changed changed) {
    boolean silent = changed.fresh() <= 0;
    return silent
        ? new Answer(Learning.afterSilence(before, now, settings), "changed, but no new entry")
        : new Answer(
            Learning.afterNews(before, changed.fresh(), changed.known(), now, settings),
            changed.fresh() == 1 ? "1 new entry" : changed.fresh() + " new entries");
  }

  private NextPoll answered(Answer answer, PollHints hints, Optional<Duration> keepFor) {
    return switch (source.every()) {
      case Every.Auto auto -> learned(answer, hints, keepFor);
      case Every.Fixed fixed ->
          in(
              fixed.interval(),
              fixed.interval(),
              answer.words() + "; asked every " + Spans.words(fixed.interval()) + " as set");
      case Every.Cron cron -> atCron(cron, now, answer.words() + "; asked at the times set");
    };
  }

  private NextPoll learned(Answer answer, PollHints hints, Optional<Duration> keepFor) {
    Duration asked =
        hints.ttl().map(ttl -> Spans.shorter(ttl, settings.longest())).orElse(Duration.ZERO);
    Duration kept =
        keepFor.map(keep -> Spans.shorter(keep, settings.longest())).orElse(Duration.ZERO);
    Duration plan = Spans.longer(answer.plan(), asked);
    Duration wait = Spans.longer(plan, kept);
    NextPoll next = in(wait, plan, answer.words() + "; " + why(answer.plan(), plan, wait));
    return quiet(next, hints);
  }

  private static String why(Duration learned, Duration plan, Duration wait) {
    if (wait.compareTo(plan) > 0) {
      return "the server says it stays so for " + Spans.words(wait);
    }
    return plan.compareTo(learned) > 0
        ? "the feed asks to wait " + Spans.words(plan)
        : "asked every " + Spans.words(plan);
  }

  /** Moves a poll out of the hours at which the feed asks not to be read, by a day at most. */
  private NextPoll quiet(NextPoll next, PollHints hints) {
    Instant allowed = QuietHours.after(next.at(), hints);
    Instant latest = now.plus(settings.longest());
    boolean moved = allowed.isAfter(next.at()) && next.at().isBefore(latest);
    Instant at = allowed.isBefore(latest) ? allowed : latest;
    return moved
        ? new NextPoll(at, next.interval(), next.reason() + ", outside the hours the feed names")
        : next;
  }

  private NextPoll postponed(Postponed postponed) {
    Duration asked =
        postponed.retryAfter().map(wait -> Spans.shorter(wait, A_WEEK)).orElseGet(this::backedOff);
    Duration wait = Spans.longer(asked, plan());
    String words = "the server asked to wait until " + CLOCK.format(now.plus(wait));
    return pause(wait, postponed.reason().isBlank() ? words : words + ": " + postponed.reason());
  }

  private NextPoll failed(Failed failed) {
    Duration wait = backedOff();
    String tries = before.failures() > 0 ? " (%d times)".formatted(before.failures() + 1) : "";
    return pause(
        wait, "failed%s, next try in %s: %s".formatted(tries, Spans.words(wait), failed.reason()));
  }

  /** Twice the plan after the first failure, doubled with each further one, up to a day. */
  private Duration backedOff() {
    Duration most = Spans.longer(A_DAY, plan());
    return Spans.doubled(plan(), before.failures() + 1, most);
  }

  /** The wait while all is well. */
  private Duration plan() {
    return switch (source.every()) {
      case Every.Auto auto -> Learning.last(before, settings);
      case Every.Fixed fixed -> fixed.interval();
      case Every.Cron cron -> settings.shortest();
    };
  }

  /** A wait that holds also where the operator named times: then until the first one after it. */
  private NextPoll pause(Duration wait, String reason) {
    return switch (source.every()) {
      case Every.Auto auto -> in(wait, plan(), reason);
      case Every.Fixed fixed -> in(wait, plan(), reason);
      case Every.Cron cron -> atCron(cron, now.plus(wait).minusSeconds(1), reason);
    };
  }

  private NextPoll in(Duration wait, Duration plan, String reason) {
    return new NextPoll(now.plus(wait).plus(Spread.of(source.id(), now, wait)), plan, reason);
  }

  private NextPoll atCron(Every.Cron cron, Instant from, String reason) {
    return CronTimes.after(cron.expression(), cron.zone(), from)
        .map(at -> new NextPoll(at, Spans.between(now, at), reason))
        .orElseGet(
            () ->
                new NextPoll(
                    NEVER, plan(), "no more times in \"%s\"".formatted(cron.expression())));
  }

  /** What was learned, and in words what happened. */
  private record Answer(Duration plan, String words) {}
}
