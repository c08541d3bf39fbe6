package org.headrace.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.headrace.app.Home;
import org.headrace.app.SiteLook;
import org.headrace.clean.TextCleaner;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.pipeline.Discovery;
import org.headrace.pipeline.FoundFeed;
import org.headrace.url.WebAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the feeds of a site, for whoever writes the list of sources. */
@Command(
    name = "discover",
    description = "Find the feeds of a site from any of its pages; the best comes first.")
final class DiscoverCommand implements Callable<Integer> {
  private static final int LONGEST_TITLE = 200;
  private static final URI NOWHERE = URI.create("about:blank");

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private HeadraceCommand parent = new HeadraceCommand();

  @Parameters(paramLabel = "ADDRESS", description = "A page of the site.")
  private String address = "";

  @Option(names = "--json", description = "Write the result as JSON.")
  private boolean json;

  @Option(names = "--private-network", description = "Ask a server inside your own network, too.")
  private boolean privateNetwork;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Home home = parent.home();
    Reading<Settings> settings = OperatorFiles.settings(home.settingsFile());
    if (settings.value().isEmpty()) {
      spec.commandLine().getErr().print(settings.report());
      return HeadraceCommand.FAULT;
    }
    Discovery found = SiteLook.at(wanted(), settings.value().get().fetch(), privateNetwork);
    out.print(json ? json(found) : lines(found));
    out.flush();
    return found.feeds().isEmpty() ? HeadraceCommand.FAULT : HeadraceCommand.WELL;
  }

  /** A host alone will do. */
  private URI wanted() {
    String written = address.contains("://") ? address : "https://" + address;
    return WebAddress.of(written, NOWHERE)
        .map(WebAddress::uri)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "\"" + address + "\" is not an http or https address"));
  }

  private static String lines(Discovery found) {
    StringBuilder lines = new StringBuilder();
    for (FoundFeed feed : found.feeds()) {
      lines.append(
          "%s%n    %s, %d entries, %s, %s%n"
              .formatted(
                  feed.address(),
                  feed.feed().format(),
                  feed.feed().entries().size(),
                  kind(feed),
                  title(feed)));
    }
    if (found.feeds().isEmpty()) {
      lines.append("No feed was found; %d addresses were asked:%n".formatted(found.asked()));
      for (Discovery.Refusal refusal : found.refused()) {
        lines.append("    %s: %s%n".formatted(refusal.address(), refusal.reason()));
      }
      for (URI sitemap : found.sitemaps()) {
        lines.append("It has a sitemap, which can be a source: %s%n".formatted(sitemap));
      }
    }
    return lines.toString();
  }

  private static String kind(FoundFeed feed) {
    return switch (feed.scope()) {
      case SITE -> "the whole site";
      case PART -> "a part of the site";
      case COMMENTS -> "comments";
    };
  }

  private static String title(FoundFeed feed) {
    String title = TextCleaner.text(feed.feed().head().title(), LONGEST_TITLE).value();
    return title.isEmpty() ? "without a title" : "\"" + title + "\"";
  }

  private static String json(Discovery found) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    ArrayNode feeds = root.putArray("feeds");
    for (FoundFeed feed : found.feeds()) {
      feeds
          .addObject()
          .put("address", feed.address().toString())
          .put("title", TextCleaner.text(feed.feed().head().title(), LONGEST_TITLE).value())
          .put("format", feed.feed().format())
          .put("entries", feed.feed().entries().size())
          .put("scope", feed.scope().name().toLowerCase(Locale.ROOT))
          .put("sign", feed.sign().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    ArrayNode refused = root.putArray("refused");
    for (Discovery.Refusal refusal : found.refused()) {
      refused
          .addObject()
          .put("address", refusal.address().toString())
          .put("reason", refusal.reason());
    }
    ArrayNode sitemaps = root.putArray("sitemaps");
    found.sitemaps().forEach(sitemap -> sitemaps.add(sitemap.toString()));
    root.put("asked", found.asked());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
