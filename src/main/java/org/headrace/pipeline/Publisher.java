package org.headrace.pipeline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.headrace.publish.Edition;
import org.headrace.publish.Editions;
import org.headrace.publish.NoticeFeed;
import org.headrace.publish.Press;
import org.headrace.publish.Publication;
import org.headrace.store.Store;

/** Makes feeds and pages of the newest stories, once per change. */
public final class Publisher {
  /** How often it is looked whether the status of a source has changed. */
  private static final Duration STATUS_EVERY = Duration.ofMinutes(1);

  private final Store store;
  private final URI address;
  private final Editions editions;
  private final Optional<SiteFiles> files;
  private final HubPings hubs;
  private final InstantSource clock;
  private final Journal journal;
  private final SiteContent content;
  private final Press press;
  private final Set<String> untold = new LinkedHashSet<>();
  private Map<StoryId, Instant> published = new HashMap<>();
  private List<NoticeFeed> notices = List.of();
  private Instant noticesAt = Instant.MIN;
  private long version = -1;
  private boolean stale;

  /**
   * A publisher of what is in {@code store}.
   *
   * @param address where readers find the feeds; ends in "/"
   * @param folder where the same bytes are written as files; empty if nowhere
   * @param hubs are told when feeds have changed
   */
  public Publisher(
      Store store,
      PublishSettings settings,
      URI address,
      Editions editions,
      Optional<Path> folder,
      HubPings hubs,
      InstantSource clock,
      Journal journal) {
    this.store = store;
    this.address = address;
    this.editions = editions;
    this.hubs = hubs;
    this.clock = clock;
    this.journal = journal;
    content = new SiteContent(store, settings, address);
    press = new Press(editions);
    StoryPages pages = new StoryPages(store, content, settings.selection(), clock);
    files = folder.or(settings::folder).map(place -> new SiteFiles(place, content, clock));
    editions.elsewhere(pages::find);
  }

  /**
   * Makes the feeds anew if a story has changed since the last time.
   *
   * @return the stories that are new or changed in them; none the first time after a start
   * @throws IOException if the files cannot be written; the feeds over HTTP are then new already
   */
  public synchronized List<Story> publish() throws IOException {
    Instant now = clock.instant();
    if (isCurrent() && !content.isDue(now) && !hasNews(now)) {
      return List.of();
    }
    long current = store.stories().version();
    List<Publication> publications = content.publications(now);
    if (stale || content.isDue(now) || isTimeToLook(now)) {
      look(now); // not at each story: what a source is doing changes slowly
    }
    List<Edition> made = press.print(publications, notices);
    List<Edition> fresh = made.stream().filter(this::isFresh).toList();
    editions.swap(made);
    List<Story> newest = publications.getFirst().stories();
    List<Story> changed = version < 0 ? List.of() : changed(newest);
    remember(newest, current);
    journal.tell(new Journal.Published(newest.size(), changed));
    fresh.stream().filter(feed -> !feed.link().isEmpty()).map(this::place).forEach(untold::add);
    if (files.isPresent()) {
      write(files.get(), made);
    }
    hubs.changed(List.copyOf(untold));
    untold.clear();
    return changed;
  }

  /** What stands around every page. */
  public Publication frame() {
    return content.frame();
  }

  private void write(SiteFiles place, List<Edition> made) throws IOException {
    try {
      place.write(made);
    } catch (IOException e) {
      stale = true; // so that the next call writes them again
      throw e;
    }
  }

  /** True if the feeds and their files show all that is in the store. */
  public synchronized boolean isCurrent() {
    return store.stories().version() == version && !stale;
  }

  /** Makes the feeds anew at the next call, though no story may have changed. */
  public synchronized void sourcesChanged() {
    stale = true;
  }

  /** True if what the operator is to know has changed. */
  private boolean hasNews(Instant now) {
    if (!isTimeToLook(now)) {
      return false;
    }
    List<NoticeFeed> before = notices;
    look(now);
    stale |= !notices.equals(before); // until they are published
    return stale;
  }

  private void look(Instant now) {
    notices = content.notices(now);
    noticesAt = now;
  }

  private boolean isTimeToLook(Instant now) {
    return !noticesAt.plus(STATUS_EVERY).isAfter(now);
  }

  private boolean isFresh(Edition edition) {
    return editions.find(edition.path()).filter(before -> before == edition).isEmpty();
  }

  private String place(Edition edition) {
    return address + edition.path().substring(1);
  }

  private List<Story> changed(List<Story> newest) {
    List<Story> changed = new ArrayList<>();
    for (Story story : newest) {
      if (!story.updated().equals(published.get(story.id()))) {
        changed.add(story);
      }
    }
    return changed;
  }

  private void remember(List<Story> newest, long current) {
    Map<StoryId, Instant> now = new HashMap<>();
    newest.forEach(story -> now.put(story.id(), story.updated()));
    published = now;
    version = current;
    stale = false;
  }
}
