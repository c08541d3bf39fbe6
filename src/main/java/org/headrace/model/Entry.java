package org.headrace.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One item of a feed as its publisher wrote it, before the linked page is read.
 *
 * <p>{@code summary}, {@code content} and {@code rights} are HTML as found, addresses in them
 * absolute: not safe to show before cleaning.
 *
 * @param id stable within its feed: Atom {@code id}, RSS {@code guid}, else the link
 * @param link address of the article
 * @param title plain text or HTML as found; empty if none
 * @param summary empty if none
 * @param content the fuller text; empty if none
 * @param published empty if the feed gives no date that can be read
 * @param language RFC 5646 tag in force for the entry; empty if none
 * @param contentLanguage tag of the content where it differs; empty if none
 * @param rights empty if none
 * @param comments page of the discussion
 * @param replies how many comments the discussion is said to have
 * @param duration of the recording
 * @param enclosures in feed order
 * @param media Media RSS contents, in feed order
 * @param links every link the entry states
 * @param origin the feed it was taken over from (Atom {@code source})
 */
public record Entry(
    String id,
    Optional<URI> link,
    String title,
    String summary,
    String content,
    Optional<Instant> published,
    Optional<Instant> updated,
    String language,
    String contentLanguage,
    String rights,
    Optional<URI> comments,
    Optional<Integer> replies,
    Optional<URI> image,
    Optional<Duration> duration,
    Optional<Boolean> explicit,
    List<Person> authors,
    List<Person> contributors,
    List<Category> categories,
    List<Enclosure> enclosures,
    List<Enclosure> media,
    List<Link> links,
    Optional<FeedHead> origin) {

  public Entry {
    authors = List.copyOf(authors);
    contributors = List.copyOf(contributors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
    media = List.copyOf(media);
    links = List.copyOf(links);
  }

  /** The fuller of the two texts the feed gives; empty if it gives neither. */
  public String body() {
    return content.isEmpty() ? summary : content;
  }

  /** Starts an Entry of which nothing is known yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that holds all of this. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.id = id;
    builder.link = link;
    builder.title = title;
    builder.summary = summary;
    builder.content = content;
    builder.published = published;
    builder.updated = updated;
    builder.language = language;
    builder.contentLanguage = contentLanguage;
    builder.rights = rights;
    builder.comments = comments;
    builder.replies = replies;
    builder.image = image;
    builder.duration = duration;
    builder.explicit = explicit;
    builder.authors = authors;
    builder.contributors = contributors;
    builder.categories = categories;
    builder.enclosures = enclosures;
    builder.media = media;
    builder.links = links;
    builder.origin = origin;
    return builder;
  }

  /** Collects what becomes one {@link Entry}; what is never set is missing. */
  public static final class Builder {
    private String id = "";
    private Optional<URI> link = Optional.empty();
    private String title = "";
    private String summary = "";
    private String content = "";
    private Optional<Instant> published = Optional.empty();
    private Optional<Instant> updated = Optional.empty();
    private String language = "";
    private String contentLanguage = "";
    private String rights = "";
    private Optional<URI> comments = Optional.empty();
    private Optional<Integer> replies = Optional.empty();
    private Optional<URI> image = Optional.empty();
    private Optional<Duration> duration = Optional.empty();
    private Optional<Boolean> explicit = Optional.empty();
    private List<Person> authors = List.of();
    private List<Person> contributors = List.of();
    private List<Category> categories = List.of();
    private List<Enclosure> enclosures = List.of();
    private List<Enclosure> media = List.of();
    private List<Link> links = List.of();
    private Optional<FeedHead> origin = Optional.empty();

    private Builder() {}

    /** Sets {@code id}. */
    public Builder id(String id) {
      this.id = id;
      return this;
    }

    /** Sets {@code link}. */
    public Builder link(URI link) {
      this.link = Optional.of(link);
      return this;
    }

    /** Sets {@code link} if there is one. */
    public Builder link(Optional<URI> link) {
      this.link = link;
      return this;
    }

    /** Sets {@code title}. */
    public Builder title(String title) {
      this.title = title;
      return this;
    }

    /** Sets {@code summary}. */
    public Builder summary(String summary) {
      this.summary = summary;
      return this;
    }

    /** Sets {@code content}. */
    public Builder content(String content) {
      this.content = content;
      return this;
    }

    /** Sets {@code published}. */
    public Builder published(Instant published) {
      this.published = Optional.of(published);
      return this;
    }

    /** Sets {@code published} if there is one. */
    public Builder published(Optional<Instant> published) {
      this.published = published;
      return this;
    }

    /** Sets {@code updated}. */
    public Builder updated(Instant updated) {
      this.updated = Optional.of(updated);
      return this;
    }

    /** Sets {@code updated} if there is one. */
    public Builder updated(Optional<Instant> updated) {
      this.updated = updated;
      return this;
    }

    /** Sets {@code language}. */
    public Builder language(String language) {
      this.language = language;
      return this;
    }

    /** Sets {@code contentLanguage}. */
    public Builder contentLanguage(String contentLanguage) {
      this.contentLanguage = contentLanguage;
      return this;
    }

    /** Sets {@code rights}. */
    public Builder rights(String rights) {
      this.rights = rights;
      return this;
    }

    /** Sets {@code comments}. */
    public Builder comments(URI comments) {
      this.comments = Optional.of(comments);
      return this;
    }

    /** Sets {@code replies}. */
    public Builder replies(Optional<Integer> replies) {
      this.replies = replies;
      return this;
    }

    /** Sets {@code comments} if there is one. */
    public Builder comments(Optional<URI> comments) {
      this.comments = comments;
      return this;
    }

    /** Sets {@code image}. */
    public Builder image(URI image) {
      this.image = Optional.of(image);
      return this;
    }

    /** Sets {@code image} if there is one. */
    public Builder image(Optional<URI> image) {
      this.image = image;
      return this;
    }

    /** Sets {@code duration}. */
    public Builder duration(Duration duration) {
      this.duration = Optional.of(duration);
      return this;
    }

    /** Sets {@code duration} if there is one. */
    public Builder duration(Optional<Duration> duration) {
      this.duration = duration;
      return this;
    }

    /** Sets {@code explicit}. */
    public Builder explicit(Boolean explicit) {
      this.explicit = Optional.of(explicit);
      return this;
    }

    /** Sets {@code explicit} if there is one. */
    public Builder explicit(Optional<Boolean> explicit) {
      this.explicit = explicit;
      return this;
    }

    /** Sets {@code authors}. */
    public Builder authors(List<Person> authors) {
      this.authors = authors;
      return this;
    }

    /** Sets {@code contributors}. */
    public Builder contributors(List<Person> contributors) {
      this.contributors = contributors;
      return this;
    }

    /** Sets {@code categories}. */
    public Builder categories(List<Category> categories) {
      this.categories = categories;
      return this;
    }

    /** Sets {@code enclosures}. */
    public Builder enclosures(List<Enclosure> enclosures) {
      this.enclosures = enclosures;
      return this;
    }

    /** Sets {@code media}. */
    public Builder media(List<Enclosure> media) {
      this.media = media;
      return this;
    }

    /** Sets {@code links}. */
    public Builder links(List<Link> links) {
      this.links = links;
      return this;
    }

    /** Sets {@code origin}. */
    public Builder origin(FeedHead origin) {
      this.origin = Optional.of(origin);
      return this;
    }

    /** Sets {@code origin} if there is one. */
    public Builder origin(Optional<FeedHead> origin) {
      this.origin = origin;
      return this;
    }

    /** What has been collected. */
    public Entry build() {
      return new Entry(
          id,
          link,
          title,
          summary,
          content,
          published,
          updated,
          language,
          contentLanguage,
          rights,
          comments,
          replies,
          image,
          duration,
          explicit,
          authors,
          contributors,
          categories,
          enclosures,
          media,
          links,
          origin);
    }
  }
}
