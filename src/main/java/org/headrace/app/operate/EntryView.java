package org.headrace.app.operate;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.model.ArticleId;
import org.headrace.model.Story;
import org.headrace.pipeline.FeedReasons;
import org.headrace.pipeline.PublishSettings;
import org.headrace.publish.Frame;
import org.headrace.publish.operate.AccountPage;
import org.headrace.store.Account;
import org.headrace.store.Store;

/** What became of an entry and of those it was joined with. */
final class EntryView {
  private final Store store;
  private final StatusRows rows;
  private final Frame frame;
  private final PublishSettings settings;
  private final InstantSource clock;

  /** Over what is kept, and the feeds that are made of it. */
  EntryView(
      Store store, StatusRows rows, Frame frame, PublishSettings settings, InstantSource clock) {
    this.store = store;
    this.rows = rows;
    this.frame = frame;
    this.settings = settings;
    this.clock = clock;
  }

  /** Empty if there is no such entry. */
  Optional<AccountPage> page(ArticleId id) {
    return store.accounts().find(id).map(this::page);
  }

  private AccountPage page(Account asked) {
    List<Account> all =
        asked.story().map(story -> store.accounts().of(story)).orElse(List.of(asked));
    List<AccountPage.Told> told = new ArrayList<>();
    for (Account account : all.isEmpty() ? List.of(asked) : all) {
      List<AccountPage.Step> steps =
          AccountSteps.of(account).stream()
              .map(
                  step ->
                      new AccountPage.Step(
                          step.what(), step.at().map(rows::clock).orElse(""), step.words()))
              .toList();
      String link =
          account
              .article()
              .flatMap(article -> article.link())
              .map(Object::toString)
              .filter(address -> address.startsWith("http"))
              .orElse("");
      told.add(
          new AccountPage.Told(account.source().name(), AccountSteps.title(account), link, steps));
    }
    String remark =
        asked.story().isEmpty()
            ? "It is in no story."
            : asked.newer() < settings.items()
                ? "Number %d of the feed.".formatted(asked.newer() + 1)
                : "No longer in the feed: %d stories are newer.".formatted(asked.newer());
    return new AccountPage(frame, AccountSteps.title(asked), remark, feeds(asked), told);
  }

  private List<AccountPage.Step> feeds(Account asked) {
    Optional<Story> story = asked.story().flatMap(store.stories()::find);
    return story.stream()
        .flatMap(
            found ->
                FeedReasons.of(found, settings, store.sources().listed(), clock.instant()).stream())
        .map(
            reason ->
                new AccountPage.Step(
                    reason.feed(), "", reason.wanted() ? "wants it" : "no, " + reason.words()))
        .toList();
  }
}
