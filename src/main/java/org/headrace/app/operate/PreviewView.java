package org.headrace.app.operate;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Semaphore;
import org.headrace.clean.TextCleaner;
import org.headrace.config.Reading;
import org.headrace.config.SourceBlock;
import org.headrace.config.SourcesFile;
import org.headrace.model.Article;
import org.headrace.model.Source;
import org.headrace.pipeline.Preview;
import org.headrace.pipeline.Previewed;
import org.headrace.publish.Frame;
import org.headrace.publish.operate.PreviewPage;
import org.headrace.publish.operate.PreviewPage.Form;
import org.headrace.publish.operate.PreviewPage.Sample;
import org.headrace.publish.operate.SourcePage.Fact;

/**
 * Looks at an address as a source would, and shows the lines of {@code sources.yaml} that were
 * tried: so what is copied is what was seen.
 */
final class PreviewView {
  private static final int MOST_SAMPLES = 3;
  private static final int MOST_REMOVED = 200;
  private static final int LONGEST_NAME = 120;

  private final Preview preview;
  private final Frame frame;
  private final StatusRows rows;
  private final String key;
  private final Semaphore turn = new Semaphore(1);

  /**
   * Over an ordinary preview.
   *
   * @param key that the form carries
   */
  PreviewView(Preview preview, StatusRows rows, Frame frame, String key) {
    this.preview = preview;
    this.rows = rows;
    this.frame = frame;
    this.key = key;
  }

  /** The form alone, filled with what the address of the page says. */
  PreviewPage form(Map<String, String> asked) {
    return nothing(form(asked, asked.getOrDefault("address", "")), "");
  }

  /** What comes of the form that was sent. */
  PreviewPage of(Map<String, String> sent) {
    Form form = form(sent, sent.getOrDefault("address", ""));
    Optional<SourceBlock> block = block(form, "", form.address());
    if (block.isEmpty()) {
      return nothing(form, "That is no address; it begins with https:// or http://.");
    }
    Reading<List<Source>> reading = read(block.get());
    if (reading.value().isEmpty()) {
      return nothing(form, reading.report());
    }
    if (!turn.tryAcquire()) {
      return nothing(form, "Another look is under way; try again when it has ended.");
    }
    try {
      return shown(form, preview.of(reading.value().get().getFirst(), MOST_SAMPLES));
    } finally {
      turn.release();
    }
  }

  private PreviewPage shown(Form form, Previewed previewed) {
    return switch (previewed) {
      case Previewed.Nothing nothing -> nothing(form, nothing.reason());
      case Previewed.OfPage page ->
          new PreviewPage(
              frame, key, form, "", "The page of one article", "", List.of(sample(page.sample())));
      case Previewed.OfFeed feed ->
          new PreviewPage(
              frame,
              key,
              form,
              "",
              "%s, %d entries, at %s"
                  .formatted(feed.feed().format(), feed.feed().entries().size(), feed.address()),
              block(form, title(feed), feed.address().toString()).map(SourceBlock::text).orElse(""),
              feed.samples().stream().map(this::sample).toList());
    };
  }

  private Sample sample(Previewed.Sample sample) {
    Article article = sample.article();
    LinkedHashMap<String, String> facts = new LinkedHashMap<>();
    sample.dropped().ifPresent(rule -> facts.put("Left out", rule));
    facts.put("Text", AccountSteps.text(article));
    sample
        .page()
        .ifPresent(
            page ->
                facts.put(
                    "Kept",
                    "%d of %d words of the page (%.0f %%)"
                        .formatted(page.kept(), page.words(), page.share() * 100)));
    if (!article.authors().isEmpty()) {
      facts.put(
          "By", String.join(", ", article.authors().stream().map(one -> one.value()).toList()));
    }
    article.published().ifPresent(at -> facts.put("Published", rows.clock(at)));
    String html = article.content().value();
    return new Sample(
        article.title().value(),
        article.link().map(URI::toString).filter(link -> link.startsWith("http")).orElse(""),
        facts.entrySet().stream()
            .map(fact -> new Fact(fact.getKey(), fact.getValue(), ""))
            .toList(),
        html,
        sample.page().map(Previewed.Harvest::removed).orElse(List.of()).stream()
            .limit(MOST_REMOVED)
            .toList());
  }

  private PreviewPage nothing(Form form, String problem) {
    return new PreviewPage(frame, key, form, problem, "", "", List.of());
  }

  private static Form form(Map<String, String> fields, String address) {
    return new Form(
        address.strip(),
        fields.containsKey("private"),
        fields.getOrDefault("topic", "").strip(),
        fields.getOrDefault("body", "").strip(),
        fields.getOrDefault("remove", "").strip(),
        fields.getOrDefault("title", "").strip());
  }

  /**
   * The lines that are tried.
   *
   * @param name of the source; empty if it is not known yet
   */
  private static Optional<SourceBlock> block(Form form, String name, String at) {
    SequencedMap<String, String> article = new LinkedHashMap<>();
    article.put("body", form.body());
    article.put("remove", form.remove());
    article.put("title", form.title());
    article.values().removeIf(String::isEmpty);
    try {
      URI address = new URI(at);
      boolean web =
          address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http");
      return web
          ? Optional.of(
              new SourceBlock(
                  "",
                  name,
                  address,
                  form.topic().isEmpty() ? List.of() : List.of(form.topic()),
                  form.privateNetwork(),
                  article))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String title(Previewed.OfFeed feed) {
    return TextCleaner.text(feed.feed().head().title(), LONGEST_NAME).value();
  }

  private static Reading<List<Source>> read(SourceBlock block) {
    return SourcesFile.read("preview", "sources:\n" + block.text().indent(2));
  }
}
