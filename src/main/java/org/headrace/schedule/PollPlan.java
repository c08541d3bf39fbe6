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
import org.headrace.model.Quiet;
import org.headrace.model.Source;

/**
 * Decides when a source is asked again. The operator's times hold while a source answers; a server
 * that asks for a pause, and one that does not answer, get it whatever the operator wrote.
 */
public final class PollPlan {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration A_WEEK = Duration.ofDays(7);

  /** So long a source without a feed is asked as one that may be back any time. */
  private static final Duration A_MONTH = Duration.ofDays(30);

  /** Longest silence of a hub that brings news which is not taken for a fault of the hub. */
  private static final Duration PATIENCE_WITH_HUB = Duration.ofDays(1);

  private static final int MOST_QUIET_TIMES = 1_000;
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

  /** When {@code source} is asked instead, if it is not to be asked at {@code now}. */
  public static Optional<NextPoll> instead(
      Source source, PollState before, Instant now, PollSettings settings) {
    PollPlan plan = new PollPlan(source, before, now, settings);
    return source
        .quiet()
        .filter(quiet -> quiet.covers(now))
        .map(quiet -> plan.awake(new NextPoll(now, plan.plan(), "due in the quiet hours")));
  }

  private NextPoll after(PollOutcome outcome) {
    return awake(planned(outcome));
  }

  private NextPoll planned(PollOutcome outcome) {
    return switch (outcome) {
      case Changed changed -> answered(news(changed), changed.hints(), changed.keepFor());
      case Unchanged unchanged ->
          answered(
              new Answer(learned(outcome, false), "nothing new", false),
              before.hints().orElse(PollHints.NONE),
              unchanged.keepFor());
      case Postponed postponed -> postponed(postponed);
      case Gone gone -> new NextPoll(NextPoll.NEVER, plan(), "gone for good: " + gone.reason());
      case Blocked blocked -> blocked(blocked);
      case Failed failed -> failed(failed);
    };
  }

  private Answer news(Changed changed) {
    boolean turnedOver = changed.fresh() > 0 && changed.known() == 0 && before.polled().isPresent();
    return new Answer(learned(changed, turnedOver), words(changed.fresh()), changed.fresh() > 0);
  }

  private static String words(int fresh) {
    if (fresh <= 0) {
      return "changed, but no new entry";
    }
    return fresh == 1 ? "1 new entry" : fresh + " new entries";
  }

  private Duration learned(PollOutcome outcome, boolean turnedOver) {
    return Learning.rhythm(before, outcome, now, settings)
        .map(rhythm -> Learning.wait(rhythm, turnedOver, now, settings))
        .orElseGet(() -> Learning.last(before, settings));
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
    if (isPushed(answer)) {
      Duration rare = Spans.longer(answer.plan(), settings.longest().dividedBy(4));
      return in(rare, answer.plan(), answer.words() + "; its hub sends what is new");
    }
    Duration asked =
        hints.ttl().map(ttl -> Spans.shorter(ttl, settings.longest())).orElse(Duration.ZERO);
    Duration kept =
        keepFor.map(keep -> Spans.shorter(keep, settings.longest())).orElse(Duration.ZERO);
    Duration plan = Spans.longer(answer.plan(), asked);
    Duration wait = Spans.longer(plan, kept);
    NextPoll next = in(wait, plan, answer.words() + "; " + why(answer.plan(), plan, wait));
    return quiet(next, hints);
  }

  /** News that a poll finds was not pushed: then the hub is not relied upon. */
  private boolean isPushed(Answer answer) {
    return !answer.news()
        && before
            .pushed()
            .filter(at -> Spans.between(at, now).compareTo(PATIENCE_WITH_HUB) <= 0)
            .isPresent();
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
    if (!allowed.isAfter(next.at()) || !next.at().isBefore(latest)) {
      return next;
    }
    Instant spread = allowed.plus(Spread.of(source.id(), now, next.interval()));
    Instant kept = QuietHours.after(spread, hints).equals(spread) ? spread : allowed;
    Instant at = kept.isBefore(latest) ? kept : latest;
    return new NextPoll(at, next.interval(), next.reason() + ", outside the hours the feed names");
  }

  private NextPoll postponed(Postponed postponed) {
    Duration asked =
        postponed.retryAfter().map(wait -> Spans.shorter(wait, A_WEEK)).orElseGet(this::backedOff);
    Duration wait = Spans.longer(asked, plan());
    String words = "the server asked to wait until " + CLOCK.format(now.plus(wait));
    return pause(wait, postponed.reason().isBlank() ? words : words + ": " + postponed.reason());
  }

  private NextPoll blocked(Blocked blocked) {
    return isQuietForLong()
        ? goneQuiet(blocked.reason())
        : pause(Spans.longer(plan(), A_DAY), "not let in, asked daily: " + blocked.reason());
  }

  private NextPoll failed(Failed failed) {
    if (isQuietForLong()) {
      return goneQuiet(failed.reason());
    }
    Duration wait = backedOff();
    String tries = before.failures() > 0 ? " (%d times)".formatted(before.failures() + 1) : "";
    return pause(
        wait, "failed%s, next try in %s: %s".formatted(tries, Spans.words(wait), failed.reason()));
  }

  private boolean isQuietForLong() {
    return before
        .failing()
        .filter(since -> Spans.between(since, now).compareTo(A_MONTH) >= 0)
        .isPresent();
  }

  private NextPoll goneQuiet(String reason) {
    return pause(
        Spans.longer(plan(), A_WEEK),
        "gone quiet: no feed for %s, asked weekly: %s"
            .formatted(Spans.words(Spans.between(before.failing().orElse(now), now)), reason));
  }

  /** Moves a poll out of the hours at which the operator wants quiet. */
  private NextPoll awake(NextPoll next) {
    return source
        .quiet()
        .filter(quiet -> !next.isNever() && quiet.covers(next.at()))
        .map(quiet -> awake(next, quiet))
        .orElse(next);
  }

  private NextPoll awake(NextPoll next, Quiet quiet) {
    if (source.every() instanceof Every.Cron cron) {
      NextPoll later = next;
      for (int i = 0; i < MOST_QUIET_TIMES && quiet.covers(later.at()); i++) {
        later = atCron(cron, later.at(), next.reason());
      }
      return later;
    }
    Instant end = quiet.endAfter(next.at());
    Duration spread = Spread.of(source.id(), now, next.interval());
    Instant at = quiet.covers(end.plus(spread)) ? end : end.plus(spread);
    return new NextPoll(at, next.interval(), next.reason() + ", after the quiet hours");
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
                    NextPoll.NEVER,
                    plan(),
                    "no more times in \"%s\"".formatted(cron.expression())));
  }

  /** What was learned, and in words what happened. */
  private record Answer(Duration plan, String words, boolean news) {}
}
