package org.headrace.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.headrace.app.SharedSettings;
import org.headrace.app.SourcesInStore;
import org.headrace.config.Reading;
import org.headrace.config.Settings;
import org.headrace.model.Source;
import org.headrace.publish.SubscriptionList;
import org.headrace.store.Document;
import org.headrace.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives the list of sources to another program, or as it is. */
@Command(
    name = "export",
    description = {
      "Print the sources as a list of subscriptions: headrace export opml",
      "Print the list as it stands: headrace export yaml",
      "Print who changed the list in the store, and when: headrace export history",
      "Print the settings in the store: headrace export settings"
    })
final class ExportCommand extends Verb {
  private static final int MOST = 200;

  @Parameters(paramLabel = "FORM", description = "opml, yaml, history or settings.")
  private String form = "";

  @Option(
      names = "--edition",
      paramLabel = "NUMBER",
      description = "With yaml: an earlier text of the list in the store, see history.")
  private long edition;

  @Override
  public Integer call() throws IOException {
    if (!List.of("opml", "yaml", "history", "settings").contains(form)) {
      throw wrong("opml, yaml, history and settings can be exported: headrace export opml");
    }
    Optional<Settings> settings = settings();
    if (settings.isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    try (ListPlace place = ListPlace.of(home(), settings)) {
      return switch (form) {
        case "opml" -> opml(settings.get(), place.read());
        case "yaml" -> edition == 0 ? yaml(place.read().text()) : earlier(place);
        case "settings" -> settings(place);
        default -> history(place);
      };
    }
  }

  private int opml(Settings settings, Reading<List<Source>> sources) {
    err().print(sources.report());
    if (sources.value().isEmpty()) {
      return HeadraceCommand.FAULT;
    }
    byte[] opml = SubscriptionList.opml(settings.publish().title(), sources.value().get());
    print(new String(opml, StandardCharsets.UTF_8));
    return HeadraceCommand.WELL;
  }

  private int yaml(String text) {
    print(text);
    return HeadraceCommand.WELL;
  }

  private int earlier(ListPlace place) {
    Optional<Document> found =
        documents(place).stream().filter(one -> one.edition() == edition).findFirst();
    if (found.isEmpty()) {
      say("%s has no edition %d; headrace export history shows them.", place.name(), edition);
      return HeadraceCommand.FAULT;
    }
    return yaml(found.get().body());
  }

  private int settings(ListPlace place) {
    Optional<Document> found =
        place.store().flatMap(store -> store.documents().latest(SharedSettings.DOCUMENT));
    if (found.isEmpty()) {
      say("There are no settings in the store: headrace import settings FILE");
      return HeadraceCommand.FAULT;
    }
    return yaml(found.get().body());
  }

  private int history(ListPlace place) {
    if (!place.inStore()) {
      say("%s is a file; only a list in the store (sources: store) has a history.", place.name());
      return HeadraceCommand.FAULT;
    }
    StringBuilder lines = new StringBuilder();
    for (Document one : documents(place)) {
      lines.append("%6d  %s  %s%n".formatted(one.edition(), one.made(), one.author()));
    }
    return yaml(lines.toString());
  }

  private static List<Document> documents(ListPlace place) {
    return place
        .store()
        .map(Store::documents)
        .map(documents -> documents.history(SourcesInStore.DOCUMENT, MOST))
        .orElse(List.of());
  }
}
