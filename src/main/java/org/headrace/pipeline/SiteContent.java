package org.headrace.pipeline;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Source;
import org.headrace.publish.ArchivePart;
import org.headrace.publish.NoticeFeed;
import org.headrace.publish.OutputPath;
import org.headrace.publish.Publication;
import org.headrace.publish.TopicPath;
import org.headrace.store.Store;

/** Puts together what the site has: the whole, the topics, the operator's own feeds, the status. */
final class SiteContent {
  private static final int MOST_NOTICES = 200;

  private static final String STATUS = "status";

  private final Store store;
  private final PublishSettings settings;
  private final URI address;
  private final StoryChoice choice;
  private final Digests digests;
  private List<Source> listed = List.of();
  private long listedAt = -1;
  private volatile Map<String, Archived> archives = Map.of();

  /** A feed that has an archive. */
  private record Archived(Publication publication, Selection selection) {}

  SiteContent(Store store, PublishSettings settings, URI address) {
    this.store = store;
    this.settings = settings;
    this.address = address;
    this.choice = new StoryChoice(store);
    this.digests = new Digests(store);
  }

  /** True if the time has come for something that no story brings about. */
  boolean isDue(Instant now) {
    return settings.outputs().stream()
        .anyMatch(
            output ->
                output.digest().filter(times -> digests.isDue(output, times, now)).isPresent());
  }

  /** What people read; the whole first. */
  List<Publication> publications(Instant now) {
    listed = sources();
    choice.turn(listed);
    List<String> topics = topics();
    FeedArchive archive = new FeedArchive(store, now);
    Map<String, Archived> archived = new LinkedHashMap<>();
    List<Publication> publications = new ArrayList<>();
    Selection whole = settings.selection();
    publications.add(
        publication("", settings.title(), whole, topics, archive, others(topics), now));
    archived.put("", new Archived(publications.getFirst(), whole));
    for (String topic : topics) {
      Selection selection = whole.of(topic);
      String path = TopicPath.of(topic);
      Publication publication =
          publication(path, title(topic), selection, topics, archive, List.of(), now);
      publications.add(publication);
      archived.put(path, new Archived(publication, selection));
    }
    for (OutputSettings output : settings.outputs()) {
      if (output.digest().isEmpty()) {
        publications.add(output(output, topics, now));
      }
    }
    archives = Map.copyOf(archived);
    return publications;
  }

  /** What the program itself has to say, after {@link #publications}. */
  List<NoticeFeed> notices(Instant now) {
    List<NoticeFeed> feeds = new ArrayList<>();
    for (OutputSettings output : settings.outputs()) {
      output.digest().ifPresent(times -> feeds.add(digest(output, times, now)));
    }
    feeds.add(
        new NoticeFeed(
            title(STATUS),
            address,
            STATUS,
            "What the operator should look at.",
            StatusNotices.of(store.sources().troubled(), now).stream().limit(MOST_NOTICES).toList(),
            List.of(),
            settings.generator()));
    return feeds;
  }

  /** A part of the archive by its path below the base, without its ending. */
  Optional<ArchivePart> archivePart(String path, Instant now) {
    int folder = path.lastIndexOf("archive/");
    if (folder < 0 || (folder > 0 && path.charAt(folder - 1) != '/')) {
      return Optional.empty();
    }
    String name = path.substring(folder + "archive/".length());
    return Optional.ofNullable(archives.get(folder == 0 ? "" : path.substring(0, folder - 1)))
        .flatMap(of -> new FeedArchive(store, now).part(name, of.publication(), of.selection()));
  }

  /** Paths of the newest part of each archive, without their endings. */
  List<String> newestParts(Instant now) {
    List<String> paths = new ArrayList<>();
    archives.forEach(
        (path, of) ->
            of.publication()
                .archive()
                .ifPresent(
                    name -> paths.add((path.isEmpty() ? "" : path + "/") + "archive/" + name)));
    return paths;
  }

  /** The whole, as it was put together last; empty before. */
  Optional<Publication> whole() {
    return Optional.ofNullable(archives.get("")).map(Archived::publication);
  }

  /** What stands around a page. */
  Publication frame() {
    return new Publication(
        settings.title(),
        address,
        "",
        List.of(),
        List.of(),
        List.of(),
        settings.generator(),
        settings.hubs(),
        Optional.empty(),
        settings.search(),
        List.of());
  }

  private Publication publication(
      String path,
      String title,
      Selection selection,
      List<String> topics,
      FeedArchive archive,
      List<Publication.Other> others,
      Instant now) {
    return new Publication(
        title,
        address,
        path,
        choice.newest(selection, settings.items(), now),
        listed,
        topics,
        settings.generator(),
        settings.hubs(),
        archive.newest(selection.topics()),
        settings.search(),
        others);
  }

  private Publication output(OutputSettings output, List<String> topics, Instant now) {
    return new Publication(
        output.title(),
        address,
        OutputPath.of(output.name(), output.token()),
        choice.newest(output.selection(), output.items(), now),
        listed,
        topics,
        settings.generator(),
        output.token().isEmpty() ? settings.hubs() : List.of(),
        Optional.empty(),
        settings.search(),
        List.of());
  }

  private NoticeFeed digest(OutputSettings output, DigestSettings times, Instant now) {
    return new NoticeFeed(
        output.title(),
        address,
        OutputPath.of(output.name(), output.token()),
        "The stories of each day, put together at %s.".formatted(times.at()),
        digests.of(output, times, choice, now),
        output.token().isEmpty() ? settings.hubs() : List.of(),
        settings.generator());
  }

  /** What there is to subscribe to beside the whole; those with a token are nobody's business. */
  private List<Publication.Other> others(List<String> topics) {
    List<Publication.Other> others = new ArrayList<>();
    topics.forEach(topic -> others.add(new Publication.Other(title(topic), TopicPath.of(topic))));
    settings.outputs().stream()
        .filter(output -> output.token().isEmpty())
        .map(output -> new Publication.Other(output.title(), OutputPath.of(output.name(), "")))
        .forEach(others::add);
    others.add(new Publication.Other(title(STATUS), STATUS));
    return others;
  }

  private String title(String part) {
    return settings.title().isBlank() ? part : settings.title() + ": " + part;
  }

  private List<String> topics() {
    List<String> wanted = settings.selection().topics();
    return store.stories().topics().stream()
        .filter(topic -> wanted.isEmpty() || wanted.contains(topic))
        .toList();
  }

  /** The list changes rarely and may be long. */
  private List<Source> sources() {
    long edition = store.sources().edition();
    if (edition != listedAt) {
      List<Source> fresh = store.sources().listed();
      listed = fresh.equals(listed) ? listed : List.copyOf(fresh);
      listedAt = edition;
    }
    return listed;
  }
}
