package org.headrace.app.command;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headrace.app.Look;
import org.headrace.clean.TextCleaner;
import org.headrace.config.Settings;
import org.headrace.config.SourceBlock;
import org.headrace.model.Entry;
import org.headrace.pipeline.Discovery;
import org.headrace.pipeline.FoundFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the feed of a site, shows what was found, and writes it into the operator's file. */
@Command(
    name = "add",
    description =
        "Find the feed of a site and add it to the list of sources; comments and all the rest "
            + "stay as they are.")
final class AddCommand extends Verb {
  private static final int LONGEST_TITLE = 120;

  @Parameters(paramLabel = "ADDRESS", description = "A feed, or any page of a site.")
  private String address = "";

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "A topic of yours; may be given several times.")
  private List<String> topics = new ArrayList<>();

  @Option(
      names = "--pick",
      arity = "0..1",
      fallbackValue = "0",
      paramLabel = "NUMBER",
      description = "Take this one of several feeds; without a number only show them.")
  private int pick = 1;

  @Option(names = "--private-network", description = "The server lies inside your own network.")
  private boolean privateNetwork;

  @Override
  public Integer call() throws IOException {
    Optional<Settings> settings = settings();
    if (settings.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    URI wanted = address(address);
    try (ListPlace place = ListPlace.of(home(), settings)) {
      SourcesEditor list = SourcesEditor.open(place);
      say("Looking at %s ...", wanted);
      Discovery found;
      try (Look look = new Look(settings.get())) {
        found = look.feeds(wanted, privateNetwork);
      }
      return found.feeds().isEmpty() ? nothing(found) : added(found.feeds(), list, place.name());
    }
  }

  private int nothing(Discovery found) {
    say("No feed was found; %d addresses were asked:", found.asked());
    found.refused().forEach(refusal -> say("  %s: %s", refusal.address(), refusal.reason()));
    found.sitemaps().stream()
        .findFirst()
        .ifPresent(
            sitemap -> say("The site has a sitemap, which can be added as a source: %s", sitemap));
    return HeadraceCommand.FAULT;
  }

  private int added(List<FoundFeed> feeds, SourcesEditor file, String list) throws IOException {
    Instant now = Instant.now();
    for (int i = 0; i < feeds.size(); i++) {
      say("  %d  %s", i + 1, words(feeds.get(i), now));
    }
    if (pick == 0) {
      say("Take one with: headrace add --pick NUMBER %s", address);
      return HeadraceCommand.WELL;
    }
    if (pick < 0 || pick > feeds.size()) {
      throw wrong("--pick must be 1 to " + feeds.size());
    }
    FoundFeed chosen = feeds.get(pick - 1);
    if (file.lists(chosen.address())) {
      say("%s is listed already.", chosen.address());
      return HeadraceCommand.FAULT;
    }
    SourceBlock block =
        new SourceBlock(
            format(chosen) + ", " + entries(chosen),
            title(chosen),
            chosen.address(),
            topics,
            privateNetwork);
    int line = file.add(block);
    file.save();
    print(block.text());
    say(
        "Added to %s, line %d%s.",
        list,
        line,
        feeds.size() > 1 ? " (others: headrace add --pick NUMBER " + address + ")" : "");
    return HeadraceCommand.WELL;
  }

  private static String words(FoundFeed feed, Instant now) {
    List<Entry> entries = feed.feed().entries();
    String newest =
        entries.stream()
            .map(Entry::published)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .map(at -> ", newest " + Ago.of(at, now))
            .orElse("");
    String title = title(feed);
    return "%s  %s  %s%s%s%n     %s"
        .formatted(
            title.isEmpty() ? "(without a title)" : title,
            format(feed),
            entries(feed),
            newest,
            kind(feed),
            feed.address());
  }

  private static String entries(FoundFeed feed) {
    int number = feed.feed().entries().size();
    return number == 1 ? "1 entry" : number + " entries";
  }

  private static String kind(FoundFeed feed) {
    return switch (feed.scope()) {
      case SITE -> "";
      case PART -> ", a part of the site";
      case COMMENTS -> ", comments";
    };
  }

  private static String format(FoundFeed feed) {
    String format = feed.feed().format().toLowerCase(Locale.ROOT);
    return format.startsWith("json") ? "JSON Feed" : format.startsWith("atom") ? "Atom" : "RSS";
  }

  private static String title(FoundFeed feed) {
    return TextCleaner.text(feed.feed().head().title(), LONGEST_TITLE).value();
  }
}
