package org.headrace.app.operate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.headrace.model.Source;
import org.headrace.model.SourceId;
import org.headrace.publish.Frame;
import org.headrace.publish.operate.StoriesPage;
import org.headrace.store.Account;
import org.headrace.store.AccountQuery;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;

/** The newest entries, whatever became of them. */
final class StoriesView {
  private static final int MOST = 100;

  private final Store store;
  private final StatusRows rows;
  private final Frame frame;

  StoriesView(Store store, StatusRows rows, Frame frame) {
    this.store = store;
    this.rows = rows;
    this.frame = frame;
  }

  /** Those that {@code asked} wants: q (words of the title), source (its name), topic, state. */
  StoriesPage of(Map<String, String> asked) {
    String words = asked.getOrDefault("q", "").strip();
    String named = asked.getOrDefault("source", "").strip();
    String topic = asked.getOrDefault("topic", "");
    Optional<Account.State> state = state(asked.getOrDefault("state", ""));
    List<Source> sources = store.sources().all().stream().map(SourceStatus::source).toList();
    boolean any = named.isEmpty() && topic.isEmpty();
    List<SourceId> wanted =
        sources.stream()
            .filter(source -> named.isEmpty() || source.name().equalsIgnoreCase(named))
            .filter(source -> topic.isEmpty() || source.topics().contains(topic))
            .map(Source::id)
            .toList();
    List<Account> found =
        !any && wanted.isEmpty()
            ? List.of()
            : store
                .accounts()
                .latest(new AccountQuery(words, any ? List.of() : wanted, state), MOST);
    return new StoriesPage(
        frame,
        words,
        named,
        topic,
        state.map(StoriesView::value).orElse(""),
        Stream.of(Account.State.values())
            .map(one -> new StoriesPage.Choice(value(one), words(one)))
            .toList(),
        sources.stream().flatMap(source -> source.topics().stream()).distinct().sorted().toList(),
        found.stream().map(this::row).toList());
  }

  private StoriesPage.Row row(Account account) {
    return new StoriesPage.Row(
        AccountSteps.title(account),
        frame.base() + "status/entry/" + account.id().value(),
        account.source().name(),
        rows.clock(account.seen()),
        words(account.state()));
  }

  static String words(Account.State state) {
    return switch (state) {
      case NEW -> "waits for its text";
      case READ -> "waits for its story";
      case GROUPED -> "published";
      case LEFT -> "left out";
    };
  }

  private static String value(Account.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Account.State> state(String value) {
    return Stream.of(Account.State.values()).filter(one -> value(one).equals(value)).findFirst();
  }
}
