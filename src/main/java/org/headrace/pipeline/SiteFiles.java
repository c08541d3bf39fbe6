package org.headrace.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.headrace.publish.ArchivePart;
import org.headrace.publish.Edition;
import org.headrace.publish.EditionFiles;
import org.headrace.publish.OutputWriter;

/**
 * The whole site as files. The archive is written once a day, part by part, as it may be long and
 * changes little.
 */
final class SiteFiles {
  private final Path folder;
  private final SiteContent content;
  private final InstantSource clock;
  private final Set<String> archived = new TreeSet<>();
  private LocalDate archivedOn = LocalDate.MIN;

  SiteFiles(Path folder, SiteContent content, InstantSource clock) {
    this.folder = folder;
    this.content = content;
    this.clock = clock;
  }

  /** Makes the folder show {@code editions} and the archive, and nothing else of ours. */
  void write(List<Edition> editions) throws IOException {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (!today.equals(archivedOn)) {
      archive(now);
      archivedOn = today;
    }
    EditionFiles.write(folder, editions, archived);
  }

  private void archive(Instant now) throws IOException {
    archived.clear();
    List<String> next = new ArrayList<>(content.newestParts(now));
    while (!next.isEmpty()) {
      String path = next.removeLast();
      Optional<ArchivePart> part = content.archivePart(path, now);
      if (part.isPresent()) {
        archived.addAll(EditionFiles.add(folder, OutputWriter.archive(part.get())));
        String around = path.substring(0, path.lastIndexOf('/') + 1);
        part.get().previous().ifPresent(name -> next.add(around + name));
      }
    }
  }
}
