package org.headrace.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Access;
import org.headrace.model.Article;
import org.headrace.model.CleanHtml;
import org.headrace.model.Entry;
import org.headrace.model.Every;
import org.headrace.model.Fingerprint;
import org.headrace.model.FullText;
import org.headrace.model.NextPoll;
import org.headrace.model.PlainText;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.model.StableHash;
import org.headrace.model.TextOrigin;
import org.headrace.model.Validators;
import org.headrace.model.Words;

/** What the tests keep in the store. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);
  static final Duration MINUTE = Duration.ofMinutes(1);

  private Samples() {}

  /** A source at {@code host}, read every hour. */
  static Source source(String host, String... topics) {
    return source(URI.create("https://" + host + "/feed"), new Every.Fixed(HOUR), topics);
  }

  static Source source(URI address, Every every, String... topics) {
    return new Source(
        "The " + address.getHost(),
        address,
        List.of(topics),
        every,
        FullText.AUTO,
        false,
        List.of());
  }

  static Source withAccess(Source source, String userAgent) {
    Access.Proxy proxy = new Access.Proxy(URI.create("http://proxy.example:3128"), "u", "${env:P}");
    List<Access.Header> headers = List.of(new Access.Header("X-Key", "${env:K}"));
    Access access = new Access(userAgent, headers, "me", "${file:/p}", "", Optional.of(proxy));
    return new Source(
        source.name(),
        source.address(),
        source.topics(),
        source.every(),
        source.fullText(),
        source.privateNetwork(),
        source.rules(),
        source.page(),
        Optional.of(access),
        source.quiet(),
        source.pollOnly(),
        source.article());
  }

  /** An entry with a version that follows from its words. */
  static PolledEntry entry(String key, String title) {
    Entry entry =
        Entry.builder()
            .id(key)
            .link(URI.create("https://pages.example/" + StableHash.of(key)))
            .title(title)
            .published(NOON.minus(HOUR))
            .build();
    return new PolledEntry(key, StableHash.of(title), entry);
  }

  /** An entry whose page is to be read. */
  static PolledEntry page(String key, String host) {
    PolledEntry plain = entry(key, "Title " + key);
    return new PolledEntry(key, plain.version(), plain.entry(), host);
  }

  /** The next poll in an hour, the host left alone for a minute. */
  static Polled polled(Instant now, PolledEntry... entries) {
    PollState state =
        new PollState(
            new Validators("\"a\"", ""),
            7,
            Optional.of(HOUR),
            Optional.of(now),
            Optional.empty(),
            0,
            "read");
    NextPoll next = new NextPoll(now.plus(HOUR), HOUR, "every hour");
    return new Polled(List.of(entries), state, next, MINUTE);
  }

  /** {@code work} read, with {@code text} as its words. */
  static ReadArticle read(ArticleWork work, String text) {
    return read(work, text, work.entry().published());
  }

  static ReadArticle read(ArticleWork work, String text, Optional<Instant> published) {
    Entry entry = work.entry();
    Article article =
        new Article(
            work.id(),
            work.source().id(),
            work.source().name(),
            entry.id(),
            entry.link(),
            new PlainText(entry.title()),
            List.of(new PlainText("A. Writer")),
            new CleanHtml("<p>" + text + "</p>"),
            text,
            PlainText.EMPTY,
            Optional.empty(),
            work.source().topics(),
            List.of(),
            List.of(),
            "en",
            PlainText.EMPTY,
            published,
            Optional.empty(),
            work.seen(),
            TextOrigin.PAGE,
            "");
    String address = entry.link().map(URI::toString).orElse("");
    return new ReadArticle(article, address, "", fingerprint(text));
  }

  static Fingerprint fingerprint(String text) {
    return new Fingerprint(StableHash.of(text), Words.NONE, 0, Words.NONE);
  }
}
