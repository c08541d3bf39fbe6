package org.headrace.app;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A part of the work that a node may do alone while others on the same store do the rest. */
public enum Role {
  /** Keeps the list of sources, asks them, and arranges with hubs. */
  POLL(
      "poll-tick",
      "poll",
      "hub-tick",
      "hub",
      "housekeeping-sources",
      "housekeeping-retention",
      "housekeeping-backup"),
  /** Makes articles of entries. */
  SCRAPE("page-tick", "page", "scrape", "housekeeping-unread"),
  /** Decides which story an article tells. */
  DEDUPLICATE("deduplicate", "housekeeping-ungrouped"),
  /** Makes the feeds, tells hubs of them, and offers each new story. */
  PUBLISH("publish", "publish-hubs", "housekeeping-publish", "story-log"),
  /** Serves feeds and pages, and takes what hubs send. It makes the feeds, so it publishes, too. */
  WEB("push", "publish-search");

  private static final Map<String, Role> STAGES =
      Map.of("stage.scrape", SCRAPE, "stage.deduplicate", DEDUPLICATE, "stage.publish", PUBLISH);

  /** Their ids, with commas between. */
  private final String routes;

  Role(String... routes) {
    this.routes = String.join(",", routes);
  }

  /** All of them: what a node does that is told nothing. */
  public static Set<Role> all() {
    return EnumSet.allOf(Role.class);
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** With what the chosen ones bring along. */
  static Set<Role> complete(Set<Role> chosen) {
    Set<Role> complete = EnumSet.noneOf(Role.class);
    complete.addAll(chosen);
    if (chosen.contains(WEB)) {
      complete.add(PUBLISH);
    }
    return complete;
  }

  /** The ids of the routes that do not run where only {@code roles} are; routes of others do. */
  static String routesLeftOut(Set<Role> roles) {
    return Arrays.stream(values())
        .filter(role -> !roles.contains(role))
        .map(role -> role.routes)
        .collect(Collectors.joining(","));
  }

  /**
   * How the stages are connected where only {@code roles} are. A queue in memory that nobody reads
   * would fill up: what others are to do is left to them in the store.
   *
   * @param stages as the operator connects them
   */
  static Map<String, String> connected(Map<String, String> stages, Set<Role> roles) {
    Map<String, String> connected = new TreeMap<>(stages);
    STAGES.forEach(
        (stage, role) -> {
          if (!roles.contains(role) && stages.getOrDefault(stage, "").startsWith("seda:")) {
            connected.put(stage, "bean:elsewhere?method=" + role);
          }
        });
    return connected;
  }
}
