package org.headrace.publish;

import java.net.URI;
import java.util.List;
import org.headrace.model.Source;

/** The list of sources for other programs. */
public final class SubscriptionList {
  private static final URI NOWHERE = URI.create("http://localhost/");

  private SubscriptionList() {}

  /** As an OPML 2.0 document in UTF-8. */
  public static byte[] opml(String title, List<Source> sources) {
    return OpmlWriter.write(new Publication(title, NOWHERE, "", List.of(), sources, List.of(), ""));
  }
}
