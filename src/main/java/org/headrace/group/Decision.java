package org.headrace.group;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.headrace.model.Arrival;
import org.headrace.model.Grouping;
import org.headrace.model.Grouping.Begins;
import org.headrace.model.Grouping.Joins;
import org.headrace.model.Marks;
import org.headrace.model.StoryId;
import org.jspecify.annotations.Nullable;

/**
 * Which story one arrival belongs to. The rules are asked from the surest to the boldest; the first
 * that answers decides, for the story of the article it finds most like.
 */
final class Decision {
  private static final double SAME_TEXT_SCORE = 0.9;
  private static final double SAME_STORY_SCORE = 0.7;
  private static final double SUPPORT_SCORE = 0.1;
  private static final double SUPPORT_SHARE = 0.6;
  private static final double ALL_NEW = 0.2;
  private static final double HOURS_OF_A_PAGE = 12;
  private static final int MOST_OF_TITLE = 120;
  private static final int WORDS_OF_A_TEXT = 30;
  private static final int WORDS_OF_A_SURE_TEXT = 20;
  private static final double LIKE_TITLE = 0.3;

  private static final int MOST_PEERS = 24;

  private static final Comparator<Peer> EARLIEST =
      Comparator.comparing((Peer peer) -> peer.arrival().seen())
          .thenComparingLong(peer -> peer.arrival().id().value());

  private static final Comparator<Known> BY_ID =
      Comparator.comparingLong(known -> known.id().value());

  private final Arrival arrival;
  private final Peers peers;
  private final Strictness strictness;
  private final Reading reading;
  private final int[] tags;
  private @Nullable List<Peer> linked;

  Decision(Arrival arrival, Peers peers, Strictness strictness) {
    this.arrival = arrival;
    this.peers = peers;
    this.strictness = strictness;
    reading = new Reading(arrival, peers.sight());
    tags = reading.approached();
  }

  /** What the article will be found by. */
  Marks marks() {
    return new Marks(arrival.fingerprint().body().length(), tags);
  }

  Grouping grouping() {
    return rules().map(Supplier::get).flatMap(Optional::stream).findFirst().orElseGet(this::none);
  }

  private Stream<Supplier<Optional<Grouping>>> rules() {
    return switch (strictness) {
      case OFF -> Stream.of();
      case SAME_LINK -> Stream.of(this::sameLink, this::sameCanonical);
      case SAME_TEXT ->
          Stream.of(
              this::sameLink, this::sameCanonical, this::sameText, () -> nearCopy(SAME_TEXT_SCORE));
      case SAME_STORY ->
          Stream.of(
              this::sameLink,
              this::sameCanonical,
              this::sameText,
              () -> nearCopy(SAME_STORY_SCORE),
              this::sameTitle);
    };
  }

  private Grouping none() {
    return strictness == Strictness.OFF
        ? new Begins("off", 1, "Grouping is switched off.")
        : new Begins("new", 1, "Nothing like it is known.");
  }

  private Optional<Grouping> sameLink() {
    return linked().stream()
        .filter(peer -> peer.arrival().address().equals(arrival.address()))
        .filter(this::isSamePage)
        .min(EARLIEST)
        .map(peer -> joins(peer, "same-link", 1, "Has the address of"));
  }

  private Optional<Grouping> sameCanonical() {
    return Stream.concat(linked().stream(), newest(Tags.link(arrival.canonical())))
        .filter(this::namesSameCanonical)
        .filter(this::isSamePage)
        .min(EARLIEST)
        .map(peer -> joins(peer, "same-canonical", 1, "Its page names the address of"));
  }

  private boolean namesSameCanonical(Peer peer) {
    String canonical = arrival.canonical();
    String other = peer.arrival().canonical();
    return (!canonical.isEmpty()
            && (canonical.equals(other) || canonical.equals(peer.arrival().address())))
        || (!other.isEmpty() && other.equals(arrival.address()));
  }

  /** An address may be used again for what is new: every morning, or for every entry of a feed. */
  private boolean isSamePage(Peer peer) {
    Reading other = peer.reading();
    if (reading.body().length() < WORDS_OF_A_TEXT || other.body().length() < WORDS_OF_A_TEXT) {
      return true;
    }
    boolean isAllNew = new Likeness(reading, other).containment() < ALL_NEW;
    boolean isLater = Times.hoursApart(arrival.seen(), peer.arrival().seen()) > HOURS_OF_A_PAGE;
    boolean isOtherTitle = reading.headline().shared(other.headline()) == 0;
    return !isAllNew || !(isLater || isOtherTitle);
  }

  private Optional<Grouping> sameText() {
    long text = arrival.fingerprint().textHash();
    if (reading.isTitleOnly()) {
      return Optional.empty();
    }
    return sharing(BY_ID, Tags.text(text))
        .filter(peer -> peer.arrival().fingerprint().textHash() == text)
        .filter(this::saysEnough)
        .min(EARLIEST)
        .map(peer -> joins(peer, "same-text", 1, "Has, word for word, the text of"));
  }

  private boolean saysEnough(Peer peer) {
    Headline other = peer.reading().headline();
    return reading.body().length() >= WORDS_OF_A_SURE_TEXT
        || reading.headline().likeness(other) >= LIKE_TITLE;
  }

  private Optional<Grouping> nearCopy(double least) {
    List<Comparison> all = NearCopies.of(reading, peers);
    return all.stream()
        .filter(comparison -> comparison.score() >= least)
        .filter(comparison -> isSupported(comparison.story(), all))
        .max(
            Comparator.comparingDouble(Comparison::score)
                .thenComparingLong(comparison -> -comparison.other().value()))
        .map(this::nearCopyOf);
  }

  /**
   * A long article may hold a copy of one text and a copy of another, which are no copies of each
   * other: one like article is not enough if most of its story is unlike, or one of it only looks
   * alike.
   */
  private static boolean isSupported(StoryId story, List<Comparison> all) {
    List<Comparison> ofStory = all.stream().filter(one -> one.story().equals(story)).toList();
    long like = ofStory.stream().filter(one -> one.score() >= SUPPORT_SCORE).count();
    return like >= SUPPORT_SHARE * ofStory.size()
        && ofStory.stream().noneMatch(Comparison::looksAlike);
  }

  private Grouping nearCopyOf(Comparison nearest) {
    String share = "Shares " + Math.round(100 * nearest.containment()) + "% of its text with";
    return new Joins(
        nearest.story(),
        nearest.other(),
        "near-copy",
        nearest.score(),
        share + named(nearest.title()));
  }

  private Optional<Grouping> sameTitle() {
    return TitleRule.best(reading, peers)
        .map(match -> joins(match.peer(), "same-title", match.score(), "Has the headline of"));
  }

  /** An address may have been used for many articles: the last of them matter. */
  private Stream<Peer> newest(int tag) {
    return sharing(BY_ID.reversed(), tag);
  }

  private List<Peer> linked() {
    if (linked == null) {
      linked = newest(Tags.link(arrival.address())).toList();
    }
    return linked;
  }

  private Stream<Peer> sharing(Comparator<Known> firstToSee, int tag) {
    Sight sight = peers.sight();
    List<Known> known =
        LongStream.of(sight.with(tag))
            .mapToObj(sight::known)
            .sorted(firstToSee)
            .limit(MOST_PEERS)
            .toList();
    return peers.of(known).stream();
  }

  private static Grouping joins(Peer peer, String rule, double score, String detail) {
    return new Joins(
        peer.story(), peer.arrival().id(), rule, score, detail + named(peer.arrival().title()));
  }

  private static String named(String title) {
    if (title.isBlank()) {
      return " an article without a headline.";
    }
    int length = title.codePointCount(0, title.length());
    int end = title.offsetByCodePoints(0, Math.min(length, MOST_OF_TITLE));
    return " “" + title.substring(0, end) + (end < title.length() ? "…" : "") + "”.";
  }
}
