package org.headrace.app;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.headrace.config.Fault;
import org.headrace.config.Fault.Severity;
import org.headrace.config.SourcesFile;
import org.headrace.model.Source;
import org.headrace.pipeline.Previewed;

/**
 * What came of asking a source once.
 *
 * @param moved where it has moved for good
 */
public record SourceTrial(Source source, Previewed answer, Optional<URI> moved, Duration took) {

  /** True if something to be read came. */
  public boolean reached() {
    return !(answer instanceof Previewed.Nothing);
  }

  /** One line for the operator. */
  public String line() {
    String took = String.format(Locale.ROOT, "%.1f s", this.took.toMillis() / 1000.0);
    return switch (answer) {
      case Previewed.OfFeed feed ->
          "%-5s %-28s %4d entries   %s%s"
              .formatted(
                  code().isEmpty() ? "ok" : "warn",
                  source.name(),
                  feed.feed().entries().size(),
                  took,
                  remark());
      case Previewed.OfPage page ->
          "warn  %-28s is the page of one article   %s".formatted(source.name(), took);
      case Previewed.Nothing nothing ->
          "warn  %-28s %s   %s".formatted(source.name(), nothing.reason(), took);
    };
  }

  /** What is to be changed in the list because of it. */
  public Optional<Fault> fault(String file, String text) {
    if (code().isEmpty()) {
      return Optional.empty();
    }
    OptionalInt line = SourcesFile.line(text, source.address());
    String row =
        line.isPresent() ? text.lines().skip(line.getAsInt() - 1L).findFirst().orElse("") : "";
    int at = Math.max(0, row.indexOf(source.address().toString()));
    return Optional.of(
        new Fault(
            file,
            line.orElse(1),
            at + 1,
            source.address().toString().length(),
            Severity.WARNING,
            code(),
            source.name() + ": " + words(),
            meant().map(URI::toString).orElse("")));
  }

  private String remark() {
    return code().isEmpty() ? "" : "   " + words();
  }

  private Optional<URI> meant() {
    return moved.or(
        () ->
            answer instanceof Previewed.OfFeed feed && !feed.address().equals(source.address())
                ? Optional.of(feed.address())
                : Optional.empty());
  }

  private String code() {
    if (!reached()) {
      return "source-silent";
    }
    if (moved.isPresent()) {
      return "source-moved";
    }
    if (answer instanceof Previewed.OfPage || meant().isPresent()) {
      return "source-is-page";
    }
    boolean empty = answer instanceof Previewed.OfFeed feed && feed.feed().entries().isEmpty();
    return empty ? "source-empty" : "";
  }

  private String words() {
    return switch (code()) {
      case "source-silent" -> ((Previewed.Nothing) answer).reason();
      case "source-moved" -> "has moved for good";
      case "source-is-page" ->
          meant()
              .map(feed -> "is a page; its feed is " + feed)
              .orElse("is the page of one article");
      default -> "has no entries";
    };
  }
}
