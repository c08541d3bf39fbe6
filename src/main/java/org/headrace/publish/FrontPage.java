package org.headrace.publish;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.headrace.model.Source;

/**
 * The page with all stories of a feed.
 *
 * @param description one sentence about the feed
 * @param topics the other pages, the whole first
 * @param days newest first
 * @param sources where the stories come from, the first of them if there are many
 * @param moreSources how many more there are; the list for other programs has all
 */
public record FrontPage(
    Frame frame,
    String description,
    List<Topic> topics,
    List<Day> days,
    List<Listed> sources,
    int moreSources) {
  private static final int MOST_SOURCES = 500;

  /** A page to go to. {@code here} is true for the page it is shown on. */
  public record Topic(String name, String path, boolean here) {}

  /** The stories published on one day, UTC. */
  public record Day(String name, List<PublishedStory> stories) {}

  /** A source. {@code host} is its site as people know it. */
  public record Listed(String name, String host) {}

  static FrontPage of(Publication publication, List<PublishedStory> stories) {
    return new FrontPage(
        Frame.of(publication),
        FeedTexts.description(publication),
        topics(publication),
        days(stories),
        publication.sources().stream().limit(MOST_SOURCES).flatMap(FrontPage::listed).toList(),
        Math.max(0, publication.sources().size() - MOST_SOURCES));
  }

  private static List<Topic> topics(Publication publication) {
    if (publication.topics().isEmpty()) {
      return List.of();
    }
    List<Topic> topics = new ArrayList<>();
    topics.add(new Topic("Everything", publication.base(), publication.isWhole()));
    for (String topic : publication.topics()) {
      String path = TopicPath.of(topic);
      String name = LegalText.line(topic);
      topics.add(new Topic(name, publication.base() + path, path.equals(publication.path())));
    }
    return topics;
  }

  private static List<Day> days(List<PublishedStory> stories) {
    Map<LocalDate, List<PublishedStory>> days = new LinkedHashMap<>();
    for (PublishedStory story : stories) {
      LocalDate day = LocalDate.ofInstant(story.published(), ZoneOffset.UTC);
      days.computeIfAbsent(day, first -> new ArrayList<>()).add(story);
    }
    return days.values().stream()
        .map(of -> new Day(PageTime.day(of.get(0).published()), List.copyOf(of)))
        .toList();
  }

  private static Stream<Listed> listed(Source source) {
    return WebAddress.of(source.address())
        .map(WebAddress::siteName)
        .map(host -> new Listed(LegalText.line(source.name()), host))
        .stream();
  }
}
