package org.headrace.app.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.model.ArticleId;
import org.headrace.publish.Frame;
import org.headrace.publish.operate.AccountPage;
import org.headrace.store.Account;
import org.headrace.store.Store;

/** What became of an entry and of those it was joined with. */
final class EntryView {
  private final Store store;
  private final StatusRows rows;
  private final Frame frame;
  private final int items;

  /**
   * Over what is kept.
   *
   * @param items how many stories a feed holds
   */
  EntryView(Store store, StatusRows rows, Frame frame, int items) {
    this.store = store;
    this.rows = rows;
    this.frame = frame;
    this.items = items;
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
            : asked.newer() < items
                ? "Number %d of the feed.".formatted(asked.newer() + 1)
                : "No longer in the feed: %d stories are newer.".formatted(asked.newer());
    return new AccountPage(frame, AccountSteps.title(asked), remark, told);
  }
}
