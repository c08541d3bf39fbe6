package org.headrace.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.headrace.app.operate.AccountSteps;
import org.headrace.config.Settings;
import org.headrace.config.SourcesFile;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.headrace.pipeline.FeedReasons;
import org.headrace.store.Account;
import org.headrace.store.Store;
import org.headrace.store.StoreException;
import org.headrace.url.CanonicalUrl;
import org.headrace.url.HostKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what became of an article, and why: all from the store. */
@Command(
    name = "explain",
    description =
        "Tell what became of an article: found where, kept or left out by which rule, "
            + "joined with what and why, and where its text comes from.")
final class ExplainCommand extends Verb {
  private static final int MOST_TITLED = 10;

  @Parameters(
      paramLabel = "STORY",
      description = "The address of an article, a story's page, id or number, or words of a title.")
  private String wanted = "";

  @Option(names = "--json", description = "Write it as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Optional<Settings> settings = settings();
    if (settings.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    try (Store store = Store.beside(settings.get().store())) {
      List<Account> found = found(store, settings.get());
      if (found.isEmpty()) {
        return unknown(store);
      }
      print(json ? json(found, store, settings.get()) : words(found, store, settings.get()));
      return HeadraceCommand.WELL;
    } catch (StoreException e) {
      say("%s", String.valueOf(e.getMessage()));
      return HeadraceCommand.FAULT;
    }
  }

  private List<Account> found(Store store, Settings settings) {
    Optional<StoryId> story =
        wanted.startsWith("tag:") ? store.accounts().tagged(wanted) : number(settings);
    if (story.isPresent()) {
      return store.accounts().of(story.get());
    }
    if (!wanted.startsWith("http://") && !wanted.startsWith("https://")) {
      return store.accounts().titled(wanted, MOST_TITLED);
    }
    List<Account> at =
        CanonicalUrl.of(wanted, URI.create("about:blank"))
            .map(address -> store.accounts().at(address))
            .orElse(List.of());
    return whole(at, store);
  }

  /** A story's other articles belong to what is to be told of one of them. */
  private static List<Account> whole(List<Account> at, Store store) {
    List<Account> all = new ArrayList<>();
    for (Account account : at) {
      List<Account> more =
          account.story().map(id -> store.accounts().of(id)).orElse(List.of(account));
      more.stream()
          .filter(one -> all.stream().noneMatch(known -> known.id().equals(one.id())))
          .forEach(all::add);
    }
    return all;
  }

  private Optional<StoryId> number(Settings settings) {
    String page = settings.web().publicAddress() + "story/";
    String digits = wanted.startsWith(page) ? wanted.substring(page.length()) : wanted;
    boolean number = !digits.isEmpty() && digits.length() < 20;
    try {
      return number && digits.chars().allMatch(c -> c >= '0' && c <= '9')
          ? Optional.of(new StoryId(Long.parseLong(digits)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private int unknown(Store store) {
    say(
        "Nothing is known of %s: no feed has carried it since the store was made, or it was",
        wanted);
    say("forgotten after the time of retention.");
    Optional<URI> address = CanonicalUrl.of(wanted, URI.create("about:blank"));
    store.sources().all().stream()
        .filter(status -> !status.paused())
        .filter(
            status ->
                address
                    .map(uri -> HostKey.of(uri).equals(HostKey.of(status.source().address())))
                    .orElse(false))
        .forEach(
            status ->
                say(
                    "%s is of the same site; last asked %s: %s",
                    status.source().name(),
                    status.state().polled().map(Ago::clock).orElse("never"),
                    status.state().words()));
    return HeadraceCommand.FAULT;
  }

  private String words(List<Account> accounts, Store store, Settings settings) throws IOException {
    StringBuilder words = new StringBuilder();
    Optional<StoryId> told = Optional.empty();
    for (Account account : accounts) {
      if (account.story().isPresent() && !account.story().equals(told)) {
        told = account.story();
        store
            .stories()
            .find(told.get())
            .ifPresent(
                story -> {
                  words.append(heading(story, account, settings));
                  words.append(feeds(story, store, settings));
                });
      }
      words.append(
          "%n  %s: %s%s%n"
              .formatted(account.source().name(), AccountSteps.title(account), line(account)));
      for (AccountSteps.Step step : AccountSteps.of(account)) {
        words.append(
            "    %-6s %s%s%n"
                .formatted(
                    step.what(),
                    step.words(),
                    step.at().map(at -> ", " + Ago.clock(at)).orElse("")));
      }
    }
    return words.toString();
  }

  private static String heading(Story story, Account account, Settings settings) {
    boolean shown = account.newer() < settings.publish().items();
    return "story %d  %s%n  %s  published %s, %s%n"
        .formatted(
            story.id().value(),
            story.face().title().value(),
            story.tag(),
            Ago.clock(story.published()),
            shown
                ? "number " + (account.newer() + 1) + " of the feed"
                : "no longer in the feed: " + account.newer() + " are newer");
  }

  /** What the feeds that do not take all make of it. */
  private static String feeds(Story story, Store store, Settings settings) {
    StringBuilder words = new StringBuilder();
    for (FeedReasons.Reason reason : reasons(story, store, settings)) {
      words.append(
          "  %s: %s%n"
              .formatted(reason.feed(), reason.wanted() ? "wants it" : "no, " + reason.words()));
    }
    return words.toString();
  }

  private static List<FeedReasons.Reason> reasons(Story story, Store store, Settings settings) {
    return FeedReasons.of(
        story, settings.publish(), store.sources().listed(), InstantSource.system().instant());
  }

  private String line(Account account) throws IOException {
    try (ListPlace place = ListPlace.of(home(), settings())) {
      OptionalInt line = SourcesFile.line(place.read().text(), account.source().address());
      return line.isPresent()
          ? " (" + Path.of(place.name()).getFileName() + ":" + line.getAsInt() + ")"
          : "";
    }
  }

  private static String json(List<Account> accounts, Store store, Settings settings) {
    ArrayNode list = JsonText.array();
    for (Account account : accounts) {
      ObjectNode one = list.addObject();
      one.put("source", account.source().name());
      one.put("title", AccountSteps.title(account));
      account
          .article()
          .flatMap(article -> article.link())
          .ifPresent(link -> one.put("link", link.toString()));
      account.story().ifPresent(story -> one.put("story", Long.toString(story.value())));
      one.put("state", account.state().name().toLowerCase(java.util.Locale.ROOT));
      one.put("seen", account.seen().toString());
      one.put("lastSeen", account.lastSeen().toString());
      ArrayNode feeds = one.putArray("feeds");
      account
          .story()
          .flatMap(store.stories()::find)
          .ifPresent(
              story ->
                  reasons(story, store, settings)
                      .forEach(
                          reason ->
                              feeds
                                  .addObject()
                                  .put("feed", reason.feed())
                                  .put("wanted", reason.wanted())
                                  .put("words", reason.words())));
      ArrayNode steps = one.putArray("steps");
      for (AccountSteps.Step step : AccountSteps.of(account)) {
        ObjectNode told = steps.addObject();
        told.put("step", step.what());
        step.at().ifPresent(at -> told.put("at", at.toString()));
        told.put("words", step.words());
      }
    }
    return JsonText.of(list);
  }
}
