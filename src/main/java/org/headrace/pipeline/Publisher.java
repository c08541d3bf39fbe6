package org.headrace.pipeline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headrace.model.Source;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.headrace.publish.Edition;
import org.headrace.publish.EditionFiles;
import org.headrace.publish.Editions;
import org.headrace.publish.OutputWriter;
import org.headrace.publish.Publication;
import org.headrace.publish.TopicPath;
import org.headrace.store.Store;

/** Makes feeds and pages of the newest stories, once per change. */
public final class Publisher {
  private final Store store;
  private final PublishSettings settings;
  private final URI address;
  private final Editions editions;
  private final Optional<Path> folder;
  private final Journal journal;
  private Map<StoryId, Instant> published = new HashMap<>();
  private List<Source> listed = List.of();
  private long listedAt = -1;
  private long version = -1;
  private boolean stale;

  /**
   * A publisher of what is in {@code store}.
   *
   * @param address where readers find the feeds; ends in "/"
   * @param folder where the same bytes are written as files; empty if nowhere
   */
  public Publisher(
      Store store,
      PublishSettings settings,
      URI address,
      Editions editions,
      Optional<Path> folder,
      Journal journal) {
    this.store = store;
    this.settings = settings;
    this.address = address;
    this.editions = editions;
    this.folder = folder;
    this.journal = journal;
  }

  /**
   * Makes the feeds anew if a story has changed since the last time.
   *
   * @return the stories that are new or changed in them; none the first time after a start
   * @throws IOException if the files cannot be written; the feeds over HTTP are then new already
   */
  public synchronized List<Story> publish() throws IOException {
    if (isCurrent()) {
      return List.of();
    }
    long current = store.stories().version();
    List<Story> newest = store.stories().newest(settings.items(), Optional.empty());
    List<Edition> made = made(newest);
    editions.swap(made);
    List<Story> changed = version < 0 ? List.of() : changed(newest);
    remember(newest, current);
    journal.tell(new Journal.Published(newest.size(), changed));
    if (folder.isPresent()) {
      write(folder.get(), made);
    }
    return changed;
  }

  private void write(Path files, List<Edition> made) throws IOException {
    try {
      EditionFiles.write(files, made);
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

  private List<Edition> made(List<Story> newest) {
    List<Source> sources = sources();
    List<String> topics = store.stories().topics();
    List<Publication> publications = new ArrayList<>();
    publications.add(publication("", newest, sources, topics));
    for (String topic : topics) {
      List<Story> stories = store.stories().newest(settings.items(), Optional.of(topic));
      publications.add(publication(TopicPath.of(topic), stories, sources, topics));
    }
    return OutputWriter.site(publications, editions);
  }

  /** The list changes rarely and may be long. */
  private List<Source> sources() {
    long edition = store.sources().edition();
    if (edition != listedAt) {
      listed = store.sources().listed();
      listedAt = edition;
    }
    return listed;
  }

  private Publication publication(
      String path, List<Story> stories, List<Source> sources, List<String> topics) {
    return new Publication(
        settings.title(), address, path, stories, sources, topics, settings.generator());
  }

  private List<Story> changed(List<Story> newest) {
    return newest.stream()
        .filter(story -> !story.updated().equals(published.get(story.id())))
        .toList();
  }

  private void remember(List<Story> newest, long current) {
    Map<StoryId, Instant> now = new HashMap<>();
    newest.forEach(story -> now.put(story.id(), story.updated()));
    published = now;
    version = current;
    stale = false;
  }
}
