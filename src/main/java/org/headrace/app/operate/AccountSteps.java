package org.headrace.app.operate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.Grouping;
import org.headrace.model.TextOrigin;
import org.headrace.store.Account;

/** Tells in words what became of an entry, step by step. */
public final class AccountSteps {
  private AccountSteps() {}

  /**
   * One thing that happened.
   *
   * @param what one word: found, text, rules, story
   * @param at when; empty if that is not remembered
   * @param words what came of it, and why
   */
  public record Step(String what, Optional<Instant> at, String words) {}

  /** The steps in the order they were taken. */
  public static List<Step> of(Account account) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            "found",
            Optional.of(account.seen()),
            "in the feed of "
                + account.source().name()
                + " ("
                + account.source().address()
                + ")"
                + (account.paused() ? ", which is no longer listed" : "")));
    steps.add(new Step("text", Optional.empty(), text(account)));
    steps.add(new Step("rules", Optional.empty(), rules(account)));
    steps.add(new Step("story", account.decided(), story(account)));
    return steps;
  }

  /** Its title as it is known best. */
  public static String title(Account account) {
    return account
        .article()
        .map(article -> article.title().value())
        .or(() -> account.entry().map(entry -> entry.title()))
        .filter(title -> !title.isBlank())
        .orElse("(without a title)");
  }

  private static String text(Account account) {
    if (account.article().isEmpty()) {
      String wait = account.reason().isEmpty() ? "its turn has not come yet" : account.reason();
      return account.state() == Account.State.NEW
          ? "waits: "
              + wait
              + (account.attempts() > 0 ? " (asked " + account.attempts() + " times)" : "")
              + account.waitsUntil().map(at -> ", again at " + at).orElse("")
          : "was not read";
    }
    return text(account.article().get());
  }

  /** Where an article has its text from, and why not from its page if it has not. */
  static String text(Article article) {
    String words =
        switch (article.origin()) {
          case PAGE -> "the article found in the page";
          case FEED -> "the feed's own text, which is whole";
          case SUMMARY -> "the feed's summary";
          case TITLE -> "only a headline";
        };
    String why = article.note().isEmpty() ? "" : ": " + article.note();
    boolean short_ = article.origin() == TextOrigin.PAGE || why.isEmpty();
    return words + ", " + article.text().length() + " characters" + (short_ ? "" : why);
  }

  private static String rules(Account account) {
    if (account.state() == Account.State.LEFT) {
      return "left out: " + account.reason();
    }
    int rules = account.source().rules().size();
    return rules == 0
        ? "its source has none"
        : account.state() == Account.State.GROUPED
            ? "kept by the %d of its source".formatted(rules)
            : "not asked yet";
  }

  private static String story(Account account) {
    if (account.grouping().isEmpty()) {
      return account.state() == Account.State.LEFT
          ? "none, for it was left out"
          : "waits for its text";
    }
    String words =
        switch (account.grouping().get()) {
          case Grouping.Joins joins ->
              "joined story %s by %s (%.2f): %s"
                  .formatted(
                      account.story().map(id -> Long.toString(id.value())).orElse("?"),
                      joins.rule(),
                      joins.score(),
                      withoutStop(joins.detail()));
          case Grouping.Begins begins ->
              "began story %s: %s"
                  .formatted(
                      account.story().map(id -> Long.toString(id.value())).orElse("?"),
                      begins.detail().isEmpty() ? begins.rule() : withoutStop(begins.detail()));
        };
    return account.story().isEmpty() ? words + "; it has been forgotten since" : words;
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
