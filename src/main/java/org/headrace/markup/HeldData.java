package org.headrace.markup;

import org.jsoup.nodes.DataNode;

/**
 * What a script or a style holds, cut out of the page when it is first asked for: it is a large
 * part of most pages, and few readers ask.
 */
final class HeldData extends DataNode {
  private final String html;
  private final int from;
  private final int to;
  private boolean known;

  HeldData(String html, int from, int to) {
    super("");
    this.html = html;
    this.from = from;
    this.to = to;
  }

  @Override
  public String getWholeData() {
    if (!known) {
      setWholeData(html.substring(from, to));
    }
    return super.getWholeData();
  }

  @Override
  public DataNode setWholeData(String data) {
    known = true;
    return super.setWholeData(data);
  }

  @Override
  public String nodeValue() {
    return getWholeData();
  }
}
