package org.headrace.discover;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headrace.discover.Candidate.Sign;
import org.headrace.model.WordList;
import org.headrace.url.CanonicalUrl;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Where the common systems keep their feeds: see {@code well-known-places.txt}. */
final class Places {
  private static final String EVERYWHERE = "Everywhere";
  private static final int MOST_OF_LINKS = 2;
  private static final List<Publisher> PUBLISHERS = read();

  private Places() {}

  /**
   * A system that makes sites.
   *
   * @param marks any of them shows that a page was made with it
   * @param places relative to the home of the site
   */
  private record Publisher(String name, List<Evaluator> marks, List<String> places) {
    boolean made(Document page) {
      return marks.stream().anyMatch(mark -> page.selectFirst(mark) != null);
    }
  }

  /** The places that the systems use of which the page carries a mark. */
  static List<Candidate> usual(Document document, PageLinks links, URI location, URI home) {
    Set<URI> places = new LinkedHashSet<>();
    for (Publisher publisher : PUBLISHERS) {
      if (publisher.made(document)) {
        publisher.places().forEach(place -> places.addAll(of(place, links, location, home)));
      }
    }
    return candidates(places, Sign.USUAL);
  }

  /** The places where sites of any making often have a feed. */
  static List<Candidate> everywhere(PageLinks links, URI location, URI home) {
    Set<URI> places = new LinkedHashSet<>();
    for (Publisher publisher : PUBLISHERS) {
      if (publisher.name().equals(EVERYWHERE)) {
        publisher.places().forEach(place -> places.addAll(of(place, links, location, home)));
      }
    }
    return candidates(places, Sign.GUESSED);
  }

  private static List<URI> of(String place, PageLinks links, URI location, URI home) {
    int any = place.indexOf("{any}");
    if (any >= 0) {
      return links.segmentsAfter(place.substring(0, any), MOST_OF_LINKS).stream()
          .flatMap(segment -> CanonicalUrl.resolve(place.replace("{any}", segment), home).stream())
          .toList();
    }
    String path = Optional.ofNullable(location.getRawPath()).orElse("/");
    String own = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return CanonicalUrl.resolve(place.replace("{path}", own), home).stream().toList();
  }

  private static List<Candidate> candidates(Set<URI> places, Sign sign) {
    return places.stream()
        .map(place -> new Candidate(place, "", sign, FeedWords.scope(place.toString(), "")))
        .toList();
  }

  /** A name at the margin, then its marks and places. */
  private static List<Publisher> read() {
    List<Publisher> publishers = new ArrayList<>();
    for (String line : WordList.lines(Places.class, "well-known-places.txt")) {
      if (!Character.isWhitespace(line.charAt(0))) {
        publishers.add(new Publisher(line.strip(), new ArrayList<>(), new ArrayList<>()));
      } else {
        String[] words = line.strip().split("\\s+", 2);
        Publisher last = publishers.getLast();
        switch (words[0]) {
          case "mark" -> last.marks().add(QueryParser.parse(words[1]));
          case "place" -> last.places().add(words[1]);
          default -> throw new IllegalStateException("the program is broken: " + line);
        }
      }
    }
    return List.copyOf(publishers);
  }
}
