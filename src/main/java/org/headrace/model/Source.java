package org.headrace.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the operator listed: a feed, a sitemap, a page that lists entries, or a site.
 *
 * @param name shown to readers; never empty (the host of the address if the operator gave none)
 * @param address absolute http(s)
 * @param topics the operator's own, in the order written; empty if none
 * @param every when to ask
 * @param fullText whether the page behind an entry is read
 * @param privateNetwork true if addresses inside the operator's own network may be asked for it
 * @param rules which of its entries are wanted, in the order written; empty if all are
 * @param page how entries are found in the page at the address; empty if it is no such page
 * @param access how it is to be asked; empty if as any other
 * @param quiet hours at which it is not to be asked; empty if there are none
 * @param pollOnly true if no hub is to send what is new of it
 * @param article how the article is found in the pages behind its entries; empty if the program
 *     finds it
 */
public record Source(
    String name,
    URI address,
    List<String> topics,
    Every every,
    FullText fullText,
    boolean privateNetwork,
    List<Rule> rules,
    Optional<PageRules> page,
    Optional<Access> access,
    Optional<Quiet> quiet,
    boolean pollOnly,
    Optional<ArticleRules> article) {

  public Source {
    if (!address.isAbsolute()) {
      throw new IllegalArgumentException("source address must be absolute: " + address);
    }
    topics = List.copyOf(topics);
    rules = List.copyOf(rules);
  }

  /** A source of which the operator says no more. */
  public Source(
      String name,
      URI address,
      List<String> topics,
      Every every,
      FullText fullText,
      boolean privateNetwork,
      List<Rule> rules) {
    this(
        name,
        address,
        topics,
        every,
        fullText,
        privateNetwork,
        rules,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** What the operator said about its server. */
  public Trust trust() {
    return new Trust(address, privateNetwork, access);
  }

  /** The same source at the same address keeps its id, whatever else the operator changes. */
  public SourceId id() {
    return new SourceId(StableHash.of(address.toString()));
  }
}
