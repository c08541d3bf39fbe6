package org.headrace.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headrace.filter.Filter;
import org.headrace.filter.Verdict;
import org.headrace.model.Rule;
import org.headrace.model.Rule.Condition;
import org.headrace.model.Source;
import org.headrace.model.SourceId;
import org.headrace.model.Story;
import org.headrace.model.StoryId;
import org.headrace.store.Store;
import org.headrace.store.StoryMark;

/** Says which stories a selection wants, and remembers it for those that do not change. */
final class StoryJudge {
  private static final int MOST_REMEMBERED = 20_000;

  /** How a rule is named that stands in no line: the least of words. */
  private static final String OF_NO_LINE = "drop in line 0: ";

  private final Selection selection;
  private final Filter filter;
  private final boolean ages;
  private final Set<SourceId> sources = new HashSet<>();
  private final Map<StoryId, Judged> judged = new HashMap<>();

  private record Judged(StoryMark mark, boolean wanted) {}

  StoryJudge(Selection selection, List<Source> listed) {
    this.selection = selection;
    List<Rule> rules = new ArrayList<>(selection.rules());
    if (selection.leastWords() > 0) {
      Condition tooShort = new Condition.ShorterThan(selection.leastWords());
      rules.add(new Rule(Rule.Effect.DROP, 0, List.of(tooShort)));
    }
    filter = Filter.of(rules);
    ages =
        rules.stream()
            .flatMap(rule -> rule.conditions().stream())
            .anyMatch(Condition.OlderThan.class::isInstance);
    listed.stream().filter(this::isNamed).map(Source::id).forEach(sources::add);
  }

  /** Those of {@code marks} whose stories are wanted, in that order. */
  List<StoryMark> wanted(List<StoryMark> marks, Store store, Instant now) {
    if (selection.wantsAll()) {
      return marks;
    }
    List<StoryMark> unknown = marks.stream().filter(mark -> !isJudged(mark)).toList();
    Map<StoryId, StoryMark> byId = new HashMap<>();
    unknown.forEach(mark -> byId.put(mark.id(), mark));
    if (judged.size() > MOST_REMEMBERED) {
      judged.clear();
    }
    for (Story story : store.stories().read(List.copyOf(byId.keySet()))) {
      StoryMark mark = byId.get(story.id());
      if (mark != null) {
        judged.put(story.id(), new Judged(mark, wants(story, now)));
      }
    }
    return marks.stream()
        .filter(
            mark -> {
              Judged verdict = judged.get(mark.id());
              return verdict != null && verdict.wanted;
            })
        .toList();
  }

  /** True if {@code story} is wanted, its topics aside. */
  boolean wants(Story story, Instant now) {
    return refusal(story, now).isEmpty();
  }

  /** Why {@code story} is not wanted, its topics included; empty if it is. */
  Optional<String> objection(Story story, Instant now) {
    List<String> topics = story.face().topics();
    if (!selection.topics().isEmpty() && selection.topics().stream().noneMatch(topics::contains)) {
      return Optional.of("it is of none of the topics " + String.join(", ", selection.topics()));
    }
    return refusal(story, now);
  }

  private Optional<String> refusal(Story story, Instant now) {
    if (!isOfSources(story)) {
      return Optional.of("none of its sources carried it");
    }
    String language = story.face().language();
    if (!isInLanguage(language)) {
      String found = language.isEmpty() ? "an unknown language" : language;
      return Optional.of(
          "it is in %s, not in %s".formatted(found, String.join(", ", selection.languages())));
    }
    return filter.verdict(story.face(), now) instanceof Verdict.Dropped dropped
        ? Optional.of(dropped.rule().replace(OF_NO_LINE, ""))
        : Optional.empty();
  }

  private boolean isJudged(StoryMark mark) {
    Judged known = judged.get(mark.id());
    return known != null && known.mark.equals(mark) && !ages;
  }

  private boolean isNamed(Source source) {
    return selection.sources().stream()
        .anyMatch(
            name ->
                name.equalsIgnoreCase(source.name()) || name.equals(source.address().toString()));
  }

  private boolean isOfSources(Story story) {
    return selection.sources().isEmpty()
        || sources.contains(story.face().source())
        || story.alsoIn().stream().anyMatch(mention -> sources.contains(mention.source()));
  }

  private boolean isInLanguage(String tag) {
    String plain = tag.toLowerCase(Locale.ROOT);
    return selection.languages().isEmpty()
        || selection.languages().stream()
            .map(wanted -> wanted.toLowerCase(Locale.ROOT))
            .anyMatch(wanted -> plain.equals(wanted) || plain.startsWith(wanted + "-"));
  }
}
