package org.headrace.behave;

import java.util.List;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.PollOutcome;

/**
 * What came of one behaviour.
 *
 * @param outcomes of each poll, in order
 * @param articles that were read from it, the last form of each
 * @param published what readers see of it
 * @param conversations that the server had about it, feeds, pages and all
 */
record Seen(
    Behaviour behaviour,
    List<PollOutcome> outcomes,
    List<Article> articles,
    List<Published> published,
    List<Conversation> conversations) {

  /** One item of the feed that readers get. */
  record Published(String id, String title, String link, String html) {}

  /** As readers see them. */
  List<String> titles() {
    return published.stream().map(Published::title).toList();
  }

  /** As readers see them; empty ones left out. */
  List<String> links() {
    return published.stream().map(Published::link).filter(link -> !link.isEmpty()).toList();
  }

  /** What stands in the articles, as HTML. */
  List<String> bodies() {
    return articles.stream().map(article -> article.content().value()).toList();
  }

  /** Requests for the feed, in order. */
  List<Asked> polls() {
    return asked("/feed.xml");
  }

  /** Requests at the behaviour's own host: a look for the feeds of another may pass by here. */
  List<Asked> asked(String rest) {
    String home = conversations.isEmpty() ? "" : conversations.getFirst().asked().host();
    return conversations.stream()
        .map(Conversation::asked)
        .filter(asked -> asked.rest().equals(rest) && asked.host().equals(home))
        .toList();
  }

  Optional<PollOutcome> first() {
    return outcomes.stream().findFirst();
  }

  boolean anyBodyHolds(String text) {
    return bodies().stream().anyMatch(body -> body.contains(text));
  }

  /** Words for the operator in the last outcome that has some. */
  String reason() {
    return outcomes.stream()
        .map(
            outcome ->
                switch (outcome) {
                  case PollOutcome.Failed failed -> failed.reason();
                  case PollOutcome.Blocked blocked -> blocked.reason();
                  case PollOutcome.Gone gone -> gone.reason();
                  case PollOutcome.Postponed later -> later.reason();
                  case PollOutcome.Changed changed -> "";
                  case PollOutcome.Unchanged same -> "";
                })
        .filter(reason -> !reason.isEmpty())
        .reduce((before, after) -> after)
        .orElse("");
  }
}
