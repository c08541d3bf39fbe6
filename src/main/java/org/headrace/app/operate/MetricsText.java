package org.headrace.app.operate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.headrace.config.Settings;
import org.headrace.store.Counts;
import org.headrace.store.SourceStatus;
import org.headrace.store.Store;
import org.headrace.web.Health;

/**
 * How much there is of everything, as Prometheus reads it. Labels are bounded: words of the
 * program, and the names of so many sources.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition
 *     formats</a>
 */
final class MetricsText {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final int MOST_SOURCES = 500;
  private static final int LONGEST_LABEL = 100;

  private final Store store;
  private final Recent recent;
  private final Supplier<Health> health;
  private final InstantSource clock;

  MetricsText(Store store, Recent recent, Supplier<Health> health, InstantSource clock) {
    this.store = store;
    this.recent = recent;
    this.health = health;
    this.clock = clock;
  }

  byte[] now() {
    StringBuilder text = new StringBuilder();
    Instant now = clock.instant();
    gauge(text, "headrace_info", "Which program this is.");
    text.append("headrace_info{version=\"").append(label(Settings.VERSION)).append("\"} 1\n");
    gauge(text, "headrace_ready", "1 if the program does its work.", health.get().ready() ? 1 : 0);
    Counts counts = store.stories().counts();
    gauge(text, "headrace_sources", "Sources that are asked.", counts.sources());
    gauge(text, "headrace_articles", "Articles that are kept.", counts.articles());
    gauge(text, "headrace_stories", "Stories that are kept.", counts.stories());
    gauge(text, "headrace_articles_joined", "Articles in another's story.", counts.joined());
    gauge(text, "headrace_articles_with_full_text", "Articles with text.", counts.withFullText());
    gauge(
        text,
        "headrace_articles_waiting",
        "Entries that wait for their text or story.",
        store.articles().unfinished(now));
    gauge(
        text,
        "headrace_sources_due",
        "Sources that could be asked.",
        store.turns().sourcesDue(now));
    Runtime runtime = Runtime.getRuntime();
    gauge(
        text,
        "headrace_memory_used_bytes",
        "Memory of the program in use.",
        runtime.totalMemory() - runtime.freeMemory());
    gauge(text, "headrace_memory_most_bytes", "Memory it may use.", runtime.maxMemory());
    counters(text);
    sources(text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void counters(StringBuilder text) {
    String told = "";
    for (Map.Entry<String, Long> one : recent.counts().entrySet()) {
      int brace = one.getKey().indexOf('{');
      String name = brace < 0 ? one.getKey() : one.getKey().substring(0, brace);
      if (!name.equals(told)) {
        text.append("# TYPE ").append(name).append(" counter\n");
        told = name;
      }
      text.append(one.getKey()).append(' ').append(one.getValue()).append('\n');
    }
  }

  private void sources(StringBuilder text) {
    List<SourceStatus> all = StatusRows.listed(store.sources().all());
    List<SourceStatus> told = all.subList(0, Math.min(MOST_SOURCES, all.size()));
    gauge(text, "headrace_source_failures", "Polls in a row that gave no feed.");
    told.forEach(one -> source(text, "failures", one, one.state().failures()));
    gauge(text, "headrace_source_articles", "Articles kept of it.");
    told.forEach(one -> source(text, "articles", one, one.articles()));
    gauge(text, "headrace_source_polled_timestamp_seconds", "When it was last asked.");
    told.forEach(one -> time(text, "polled_timestamp_seconds", one, one.state().polled()));
    gauge(text, "headrace_source_changed_timestamp_seconds", "When it last had news.");
    told.forEach(one -> time(text, "changed_timestamp_seconds", one, one.state().changed()));
    gauge(text, "headrace_source_next_timestamp_seconds", "When it is asked next.");
    told.forEach(one -> time(text, "next_timestamp_seconds", one, one.nextPoll()));
  }

  private static void time(
      StringBuilder text, String name, SourceStatus source, Optional<Instant> at) {
    at.ifPresent(instant -> source(text, name, source, instant.getEpochSecond()));
  }

  /** The id tells sources apart that have one name; an address may hold a secret. */
  private static void source(StringBuilder text, String name, SourceStatus source, long value) {
    text.append("headrace_source_")
        .append(name)
        .append("{source=\"")
        .append(label(source.source().name()))
        .append("\",id=\"")
        .append(Long.toHexString(source.source().id().value()))
        .append("\"} ")
        .append(value)
        .append('\n');
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    gauge(text, name, help);
    text.append(name).append(' ').append(value).append('\n');
  }

  private static void gauge(StringBuilder text, String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private static String label(String value) {
    int end = Math.min(LONGEST_LABEL, value.codePointCount(0, value.length()));
    return value
        .substring(0, value.offsetByCodePoints(0, end))
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replaceAll("\\p{Cntrl}", " ");
  }
}
