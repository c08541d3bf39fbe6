package org.headrace.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.headrace.extract.site.RuleSettings;
import org.headrace.fetch.FetchSettings;
import org.headrace.group.GroupSettings;
import org.headrace.group.Strictness;
import org.headrace.pipeline.PublishSettings;
import org.headrace.pipeline.ScrapeSettings;
import org.headrace.schedule.PollSettings;
import org.headrace.store.StoreSettings;
import org.headrace.web.WebSettings;

/**
 * All that {@code headrace.yaml} says, each part for the room it steers.
 *
 * @param contact an address or page where a site's owner reaches the operator; empty if not given
 * @param publish what stands in the feeds
 * @param rules where rules for sites lie
 * @param retention how long articles are remembered after they were last seen
 * @param stages name of the file in {@code config/stages} that says how stages are connected
 */
public record Settings(
    String contact,
    StoreSettings store,
    PublishSettings publish,
    WebSettings web,
    PollSettings poll,
    FetchSettings fetch,
    ScrapeSettings scrape,
    RuleSettings rules,
    GroupSettings duplicates,
    Duration retention,
    String stages,
    Operation operation) {
  static final String STORE = "../data";
  static final String RULES = "rules";

  /** The version of this program; "dev" if it does not run from its jar. */
  public static final String VERSION =
      java.util.Objects.requireNonNullElse(
          Settings.class.getPackage().getImplementationVersion(), "dev");

  /** What counts where the file says nothing; {@code folder} is the file's. */
  public static Settings defaults(Path folder) {
    return new Settings(
        "",
        new StoreSettings(folder.resolve(STORE).normalize().toString()),
        new PublishSettings("Headrace", 200, "Headrace " + VERSION),
        web("127.0.0.1", 8080),
        PollSettings.DEFAULT,
        FetchSettings.standard(VERSION, ""),
        ScrapeSettings.DEFAULT,
        new RuleSettings(Optional.of(folder.resolve(RULES).normalize()), Optional.empty()),
        new GroupSettings(Strictness.SAME_STORY, Duration.ofDays(7)),
        Duration.ofDays(90),
        "single",
        Operation.DEFAULT);
  }

  /** The same, remembered elsewhere. */
  public Settings at(StoreSettings other) {
    return new Settings(
        contact,
        other,
        publish,
        web,
        poll,
        fetch,
        scrape,
        rules,
        duplicates,
        retention,
        stages,
        operation);
  }

  static WebSettings web(String host, int port) {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("[::]");
    String name = everywhere ? "localhost" : host;
    return new WebSettings(host, port, URI.create("http://" + name + ":" + port + "/"));
  }
}
