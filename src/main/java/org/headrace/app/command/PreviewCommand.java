package org.headrace.app.command;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.headrace.app.Look;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.model.Article;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.PlainText;
import org.headrace.model.Source;
import org.headrace.pipeline.Previewed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows what would be published of a feed or of the page of an article; keeps nothing. */
@Command(
    name = "preview",
    description =
        "Show a feed or the page of an article as it would be published, what of the "
            + "page was left out and how much was kept. Needs no settings and keeps nothing.")
final class PreviewCommand extends Verb {
  private static final int MOST_REMOVED = 12;
  private static final int LONGEST_LINE = 90;

  @Parameters(arity = "0..1", paramLabel = "ADDRESS", description = "A feed, a site or an article.")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "One of your sources, with its rules; by name or address.")
  private Optional<String> named = Optional.empty();

  @Option(
      names = "--entries",
      paramLabel = "NUMBER",
      description = "How many articles of a feed are read (default: 3).")
  private int entries = 3;

  @Option(names = "--json", description = "Write it as JSON.")
  private boolean json;

  @Option(names = "--private-network", description = "Ask a server inside your own network, too.")
  private boolean privateNetwork;

  @Override
  public Integer call() throws IOException {
    if (address.isPresent() == named.isPresent()) {
      throw wrong("preview an address, or one of your sources with --source NAME");
    }
    Optional<Settings> settings = settings();
    Optional<Source> source = named.isPresent() ? listed(named.get()) : typed();
    if (settings.isEmpty() || source.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    Previewed shown;
    try (Look look = new Look(settings.get())) {
      shown = look.preview(source.get(), Math.max(1, Math.min(50, entries)));
    }
    return switch (shown) {
      case Previewed.OfFeed feed -> {
        print(json ? json(feed) : words(feed));
        yield HeadraceCommand.WELL;
      }
      case Previewed.OfPage page -> {
        print(json ? JsonText.of(json(page.sample(), true)) : words(page.sample(), true));
        yield HeadraceCommand.WELL;
      }
      case Previewed.Nothing nothing -> {
        say("%s: %s", source.get().address(), nothing.reason());
        yield HeadraceCommand.FAULT;
      }
    };
  }

  private Optional<Source> typed() {
    URI uri = address(address.orElse(""));
    return Optional.of(
        new Source(
            String.valueOf(uri.getHost()),
            uri,
            List.of(),
            new Every.Auto(),
            FullText.AUTO,
            privateNetwork,
            List.of()));
  }

  private Optional<Source> listed(String name) throws IOException {
    Reading<List<Source>> sources = sources(settings());
    err().print(sources.report());
    Optional<Source> found =
        sources.value().orElse(List.of()).stream()
            .filter(
                source ->
                    source.name().equalsIgnoreCase(name)
                        || source.address().toString().equals(name))
            .findFirst();
    if (found.isEmpty()) {
      say("No source is called \"%s\". headrace list shows them.", name);
    }
    return found;
  }

  private static String words(Previewed.OfFeed shown) {
    StringBuilder words = new StringBuilder();
    words.append(
        "%s%n%s, %d entries; the first %d as they would be published:%n"
            .formatted(
                shown.address(),
                shown.feed().format(),
                shown.feed().entries().size(),
                shown.samples().size()));
    shown
        .feed()
        .repairs()
        .forEach(repair -> words.append("  mended: %s%n".formatted(repair.what())));
    shown.samples().forEach(sample -> words.append('\n').append(words(sample, false)));
    return words.toString();
  }

  private static String words(Previewed.Sample sample, boolean whole) {
    Article article = sample.article();
    StringBuilder words = new StringBuilder(article.title().value()).append('\n');
    sample.dropped().ifPresent(rule -> words.append("  left out   %s%n".formatted(rule)));
    article.link().ifPresent(link -> words.append("  link       %s%n".formatted(link)));
    if (!article.authors().isEmpty()) {
      words.append("  by         %s%n".formatted(names(article.authors())));
    }
    article.published().ifPresent(at -> words.append("  published  %s%n".formatted(at)));
    words.append("  text       %s%n".formatted(text(article)));
    sample.page().ifPresent(page -> words.append(words(page)));
    if (whole) {
      words.append('\n').append(article.text()).append('\n');
    } else if (!article.text().isBlank()) {
      words.append("  begins     %s%n".formatted(cut(article.text())));
    }
    return words.toString();
  }

  private static String text(Article article) {
    String origin =
        switch (article.origin()) {
          case PAGE -> "from the page";
          case FEED -> "from the feed, whole";
          case SUMMARY -> "from the feed, a summary";
          case TITLE -> "none, only a headline";
        };
    return origin + (article.note().isEmpty() ? "" : " (" + article.note() + ")");
  }

  private static String words(Previewed.Harvest page) {
    StringBuilder words = new StringBuilder();
    words.append(
        "  kept       %d of %d words of the page (%.0f %%)%n"
            .formatted(page.kept(), page.words(), page.share() * 100));
    page.removed().stream()
        .limit(MOST_REMOVED)
        .forEach(line -> words.append("  removed    %s%n".formatted(cut(line))));
    int more = page.removed().size() - MOST_REMOVED;
    if (more > 0) {
      words.append("             and %d more lines%n".formatted(more));
    }
    return words.toString();
  }

  private static String json(Previewed.OfFeed shown) {
    ObjectNode root = JsonText.object();
    root.put("feed", shown.address().toString());
    root.put("format", shown.feed().format());
    root.put("entries", shown.feed().entries().size());
    ArrayNode articles = root.putArray("articles");
    shown.samples().forEach(sample -> articles.add(json(sample, true)));
    return JsonText.of(root);
  }

  private static ObjectNode json(Previewed.Sample sample, boolean html) {
    Article article = sample.article();
    ObjectNode one = JsonText.object();
    one.put("title", article.title().value());
    article.link().ifPresent(link -> one.put("link", link.toString()));
    ArrayNode authors = one.putArray("authors");
    article.authors().forEach(author -> authors.add(author.value()));
    article.published().ifPresent(at -> one.put("published", at.toString()));
    one.put("origin", article.origin().name().toLowerCase(java.util.Locale.ROOT));
    one.put("note", article.note());
    sample.dropped().ifPresent(rule -> one.put("dropped", rule));
    sample
        .page()
        .ifPresent(
            page -> {
              one.put("pageWords", page.words());
              one.put("keptWords", page.kept());
              ArrayNode removed = one.putArray("removed");
              page.removed().forEach(removed::add);
            });
    one.put("text", article.text());
    if (html) {
      one.put("html", article.content().value());
    }
    return one;
  }

  private static String names(List<PlainText> authors) {
    return String.join(", ", authors.stream().map(PlainText::value).toList());
  }

  private static String cut(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    int end = Math.min(LONGEST_LINE, line.codePointCount(0, line.length()));
    String start = line.substring(0, line.offsetByCodePoints(0, end));
    return start.length() < line.length() ? start + "…" : start;
  }
}
