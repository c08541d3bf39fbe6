package org.headrace.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** Answers for one outlet. The only thing it remembers is how often its feed was asked. */
final class Site {
  private static final String RETRY_AFTER_SECONDS = "3";

  /** One page of an article. */
  private record Leaf(Manuscript article, int page) {}

  private final Paper paper;
  private final Words words;
  private final FeedDocument feed;
  private final Template page;
  private final Map<String, Leaf> leaves = new LinkedHashMap<>();
  private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
  private final AtomicInteger asks = new AtomicInteger();

  Site(Paper paper, URI home) {
    this.paper = paper;
    this.words = new Words(paper, home);
    this.feed = new FeedDocument(paper, words);
    this.page = Template.read("styles/" + paper.settings().header("Style") + ".html");
    for (Manuscript article : paper.articles()) {
      for (int number = 1; number <= article.pages(); number++) {
        leaves.put(paper.path(article, number), new Leaf(article, number));
      }
    }
  }

  Outlet outlet() {
    List<URI> pages = new ArrayList<>();
    leaves.keySet().forEach(path -> pages.add(URI.create(words.address(path))));
    return new Outlet(
        paper.key(),
        paper.name(),
        URI.create(words.address("/")),
        URI.create(words.address(feedPath())),
        pages,
        paper.settings().list("Topics"));
  }

  Answer answer(Ask ask) {
    if (!ask.reads()) {
      return Answer.empty(405).with("Allow", "GET, HEAD");
    }
    if (ask.path().equals(feedPath())) {
      return feed(ask);
    }
    Leaf leaf = leaves.get(ask.path());
    if (leaf != null) {
      return packed(html(leaf), ask);
    }
    return ask.path().startsWith("/pictures/") ? picture(ask.path()) : plainPlace(ask);
  }

  private String feedPath() {
    return paper.settings().header("Feed-path");
  }

  private Answer feed(Ask ask) {
    int number = ask.method().equals("GET") ? asks.incrementAndGet() : Math.max(1, asks.get());
    int status = paper.manners().status(number);
    if (status != 200) {
      Answer refusal = Answer.empty(status);
      return status == 429 ? refusal.with("Retry-After", RETRY_AFTER_SECONDS) : refusal;
    }
    Edition edition = paper.manners().edition(number);
    byte[] document = feed.bytes(edition);
    Answer whole = packed(Answer.of(feed.mediaType(), document), ask);
    if (!paper.validators()) {
      return whole;
    }
    Validation validation = Validation.of(document, feed.changed(edition));
    return validation.on(validation.isKnown(ask) ? Answer.empty(304) : whole);
  }

  private Answer html(Leaf leaf) {
    Edition edition = paper.manners().edition(asks.get());
    Scope scope = words.page(leaf.article(), edition, leaf.page());
    Template template = leaf.article().wall() ? Template.read("styles/consent.html") : page;
    return markup(template.fill(scope));
  }

  private Answer markup(String html) {
    return Answer.of(paper.settings().header("Page-type"), paper.bytes(html));
  }

  private Answer picture(String path) {
    return paper.articles().stream()
        .filter(article -> !article.motif().isEmpty())
        .filter(article -> path.equals("/pictures/" + article.slug() + ".png"))
        .findFirst()
        .map(article -> Answer.of("image/png", painted(article)))
        .orElse(Answer.empty(404));
  }

  private byte[] painted(Manuscript article) {
    return pictures.computeIfAbsent(article.slug(), slug -> Painting.of(article.motif(), slug));
  }

  private Answer plainPlace(Ask ask) {
    return switch (ask.path()) {
      case "/" -> packed(markup(Template.read("styles/home.html").fill(front())), ask);
      case "/robots.txt" ->
          Answer.of("text/plain; charset=utf-8", paper.bytes(Shelf.text("robots.txt")));
      case "/site.css" -> Answer.of("text/css", paper.bytes(Shelf.text("site.css")));
      default -> Answer.empty(404);
    };
  }

  private Scope front() {
    List<Scope> entries =
        paper.articles().stream().map(article -> words.entry(article, Edition.FIRST)).toList();
    return words.outlet().put("entries", entries).put("feed-type", mediaTypeAlone());
  }

  private String mediaTypeAlone() {
    return feed.mediaType().split(";", 2)[0];
  }

  private Answer packed(Answer answer, Ask ask) {
    if (!paper.gzip()) {
      return answer;
    }
    Answer varying = answer.with("Vary", "Accept-Encoding");
    return ask.takesGzip()
        ? varying.with("Content-Encoding", "gzip").withBody(gzip(answer.body()))
        : varying;
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
