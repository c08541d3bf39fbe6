package org.headrace.pipeline;

import java.net.URI;
import java.util.List;
import org.headrace.model.Article;
import org.headrace.model.Grouping;
import org.headrace.model.NextPoll;
import org.headrace.model.PollOutcome;
import org.headrace.model.Source;
import org.headrace.model.Story;
import org.headrace.model.StoryId;

/** Is told what happens, for whoever wants to show it. Must not block. */
public interface Journal {
  /** What happened. */
  sealed interface Event {}

  /** A source was asked. */
  record Polled(Source source, PollOutcome outcome, NextPoll next) implements Event {}

  /** A feed has said on several days that it has moved for good, and is asked there from now on. */
  record Moved(Source source, URI to) implements Event {}

  /** The feed of a source that is a site was found. */
  record Discovered(Source source, URI feed) implements Event {}

  /** An entry has its text. */
  record Read(Article article) implements Event {}

  /** What the rules for a site did, or failed to do, on a page. */
  record Ruled(Source source, URI page, String remark) implements Event {}

  /** An article is not wanted. {@code rule} says in words why, such as the rule of the operator. */
  record LeftOut(Article article, String rule) implements Event {}

  /** An article has its story. */
  record Grouped(StoryId story, Grouping grouping) implements Event {}

  /**
   * Something came of an arrangement with a hub. {@code words} go on where "its hub" begins.
   *
   * @param trouble true if somebody should look
   */
  record Hub(Source source, URI hub, String words, boolean trouble) implements Event {}

  /** The feeds were made anew. {@code changed} are the stories new or changed in them. */
  record Published(int stories, List<Story> changed) implements Event {}

  /** Tells of one event. */
  void tell(Event event);
}
