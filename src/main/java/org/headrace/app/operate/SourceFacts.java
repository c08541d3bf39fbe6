package org.headrace.app.operate;

import java.util.ArrayList;
import java.util.List;
import org.headrace.model.Every;
import org.headrace.model.FullText;
import org.headrace.model.PollState;
import org.headrace.model.Source;
import org.headrace.publish.operate.SourcePage.Fact;
import org.headrace.store.SourceStatus;

/** What counts for a source and how it is, each with where it comes from. */
final class SourceFacts {
  private static final String DEFAULT = "default";
  private static final String LISTED = "sources.yaml";

  private SourceFacts() {}

  static List<Fact> of(SourceStatus status, StatusRows rows) {
    Source source = status.source();
    PollState state = status.state();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact("Last poll", state.polled().map(rows::clock).orElse("never"), state.words()));
    facts.add(new Fact("Last new", state.changed().map(rows::clock).orElse("never"), ""));
    facts.add(
        new Fact(
            "Next poll", status.nextPoll().map(rows::clock).orElse("never"), status.nextReason()));
    facts.add(new Fact("Failures in a row", Integer.toString(state.failures()), ""));
    facts.add(new Fact("Articles kept", Integer.toString(status.articles()), ""));
    state.feed().ifPresent(feed -> facts.add(new Fact("Feed found at", feed.toString(), "")));
    facts.add(every(source));
    facts.add(
        new Fact(
            "Full text",
            source.fullText().name().toLowerCase(java.util.Locale.ROOT),
            source.fullText() == FullText.AUTO ? DEFAULT : LISTED));
    facts.add(
        new Fact(
            "Topics",
            source.topics().isEmpty() ? "none" : String.join(", ", source.topics()),
            source.topics().isEmpty() ? DEFAULT : LISTED));
    facts.add(
        new Fact(
            "Rules",
            source.rules().isEmpty() ? "none" : source.rules().size() + " that drop or keep",
            source.rules().isEmpty() ? DEFAULT : LISTED));
    return facts;
  }

  private static Fact every(Source source) {
    return switch (source.every()) {
      case Every.Auto auto -> new Fact("Every", "learned from its news", DEFAULT);
      case Every.Fixed fixed ->
          new Fact(
              "Every",
              fixed.interval().toString().substring(2).toLowerCase(java.util.Locale.ROOT),
              LISTED);
      case Every.Cron cron ->
          new Fact("Every", cron.expression() + " (" + cron.zone() + ")", LISTED);
    };
  }
}
