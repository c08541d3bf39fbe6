package org.headrace.publish.operate;

import java.util.List;
import org.headrace.publish.Frame;

/**
 * What would be published of an address.
 *
 * @param key proves that the form was shown by this program
 * @param form as it was sent; empty fields before the first look
 * @param problem why nothing can be shown, line by line; empty if it can, or nothing was asked
 * @param found what was found at the address, in words; empty if nothing was asked
 * @param yaml the source as it can be put into {@code sources.yaml}; empty if nothing was found
 * @param samples its first articles
 */
public record PreviewPage(
    Frame frame,
    String key,
    Form form,
    String problem,
    String found,
    String yaml,
    List<Sample> samples) {

  public PreviewPage {
    samples = List.copyOf(samples);
  }

  /** What was asked; each a field, empty if it was left so. */
  public record Form(
      String address,
      boolean privateNetwork,
      String topic,
      String body,
      String remove,
      String title) {
    /** Nothing yet. */
    public static final Form EMPTY = new Form("", false, "", "", "", "");
  }

  /**
   * One article.
   *
   * @param link empty if it has none that may be shown
   * @param facts what is known of it
   * @param html the text as it would be published, clean; empty if there is none
   * @param removed lines of the page that are not in the article
   */
  public record Sample(
      String title, String link, List<SourcePage.Fact> facts, String html, List<String> removed) {
    public Sample {
      facts = List.copyOf(facts);
      removed = List.copyOf(removed);
    }
  }
}
