package org.headrace.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headrace.model.Entry;
import org.headrace.model.Feed;
import org.headrace.model.FeedHead;
import org.headrace.model.Page;
import org.headrace.model.Person;

/**
 * Reads a feed of any format, well-formed or not: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON
 * Feed. Nothing a document refers to is ever fetched.
 */
public final class FeedParser {
  /**
   * Raised whenever the same document may give other entries than before: what is remembered of
   * documents, such as their validators, is worth nothing then.
   */
  public static final int VERSION = 1;

  private FeedParser() {}

  /**
   * Reads what a server sent.
   *
   * @throws UnreadableFeedException if it is no feed; the message says what it is instead
   */
  public static Feed parse(Page page) throws UnreadableFeedException {
    RepairLog repairs = new RepairLog();
    Decoded document = ByteSniffer.decode(page.body(), page.contentType(), repairs);
    String base = base(page);
    int start = firstMark(document.text());
    boolean json = start < document.text().length() && document.text().charAt(start) == '{';
    return (json ? json(document, start, base, repairs) : xml(document, base, page, repairs))
        .orElseThrow(() -> new UnreadableFeedException(Stranger.describe(document.text())));
  }

  private static String base(Page page) {
    String location = page.contentLocation().toString();
    return location.startsWith("http:") || location.startsWith("https:")
        ? location
        : page.location().toString();
  }

  /** Where the first character stands that opens XML or JSON. */
  private static int firstMark(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != '<' && text.charAt(at) != '{') {
      at++;
    }
    return at;
  }

  private static Optional<Feed> json(Decoded document, int start, String base, RepairLog repairs) {
    if (!document.text().substring(0, start).isBlank()) {
      repairs.add("something stands before the document");
    }
    Decoded trimmed = new Decoded(document.text().substring(start), document.encoding());
    return JsonFeedReader.read(trimmed, base, repairs);
  }

  private static Optional<Feed> xml(Decoded document, String base, Page page, RepairLog repairs)
      throws UnreadableFeedException {
    XmlElement tree = XmlTree.read(document.text(), base, repairs);
    return FeedDocument.in(tree, repairs)
        .map(
            found -> {
              FeedHead head = inLanguage(head(found), page.contentLanguage());
              return new Feed(
                  found.format(),
                  document.encoding(),
                  head,
                  entries(found, head, repairs),
                  repairs.repairs());
            });
  }

  private static FeedHead head(FeedDocument found) {
    FeedHead head = HeadReader.read(found.head());
    return head.image().isPresent()
        ? head
        : head.toBuilder().image(HeadReader.image(found.root(), List.of())).build();
  }

  /** What has no author is by the feed's, says Atom (RFC 4287, 4.2.1). */
  private static List<Entry> entries(FeedDocument found, FeedHead head, RepairLog repairs) {
    boolean inherits = found.format().startsWith("atom") && !head.authors().isEmpty();
    return found.entries().stream()
        .map(element -> EntryReader.read(element, repairs))
        .map(entry -> inherits && entry.authors().isEmpty() ? by(entry, head) : entry)
        .toList();
  }

  private static Entry by(Entry entry, FeedHead head) {
    List<Person> ofSource = entry.origin().map(FeedHead::authors).orElse(List.of());
    return entry.toBuilder().authors(ofSource.isEmpty() ? head.authors() : ofSource).build();
  }

  /** The header speaks for a feed that does not say itself, if it names one language. */
  private static FeedHead inLanguage(FeedHead head, String header) {
    String tag = header.strip().toLowerCase(Locale.ROOT);
    boolean one = !tag.isEmpty() && tag.indexOf(',') < 0;
    return head.language().isEmpty() && one
        ? head.toBuilder().language(header.strip()).build()
        : head;
  }
}
