package org.headrace.pipeline;

import java.util.List;
import org.headrace.model.Rule;

/**
 * Which stories a feed is to have. What is empty or 0 asks for nothing.
 *
 * @param topics the operator's: a story must be of one of them
 * @param sources names or addresses: one of them must have carried the story
 * @param languages RFC 5646: the story must be in one of them; "de" means "de-AT" too
 * @param leastWords words its text must have
 * @param fair most of the feed that one source may fill while others have something, in percent
 * @param rules as those of a source
 */
public record Selection(
    List<String> topics,
    List<String> sources,
    List<String> languages,
    int leastWords,
    int fair,
    List<Rule> rules) {
  /** All there is. */
  public static final Selection ALL =
      new Selection(List.of(), List.of(), List.of(), 0, 100, List.of());

  public Selection {
    if (fair < 1 || fair > 100) {
      throw new IllegalArgumentException("a share must be 1 to 100 percent: " + fair);
    }
    topics = List.copyOf(topics);
    sources = List.copyOf(sources);
    languages = List.copyOf(languages);
    rules = List.copyOf(rules);
  }

  /** True if every story of the topics is wanted. */
  boolean wantsAll() {
    return sources.isEmpty() && languages.isEmpty() && leastWords == 0 && rules.isEmpty();
  }

  /** The same for one topic. */
  Selection of(String topic) {
    return new Selection(List.of(topic), sources, languages, leastWords, fair, rules);
  }
}
