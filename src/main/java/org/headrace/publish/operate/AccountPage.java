package org.headrace.publish.operate;

import java.util.List;
import org.headrace.publish.Frame;

/**
 * What became of an entry and of those it was joined with, step by step.
 *
 * @param feeds what each feed that does not take all stories makes of it
 */
public record AccountPage(
    Frame frame, String title, String remark, List<Step> feeds, List<Told> accounts) {

  public AccountPage {
    feeds = List.copyOf(feeds);
    accounts = List.copyOf(accounts);
  }

  /** One entry; {@code link} is empty if it has none that may be shown. */
  public record Told(String source, String title, String link, List<Step> steps) {
    public Told {
      steps = List.copyOf(steps);
    }
  }

  /** One thing that happened; {@code at} is empty if nobody knows when. */
  public record Step(String what, String at, String words) {}
}
