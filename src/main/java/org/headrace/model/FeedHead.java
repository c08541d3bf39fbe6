package org.headrace.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a feed says about itself, before its entries. Texts as written: not yet safe to show.
 *
 * @param id Atom {@code id}; empty in other formats
 * @param title plain text or HTML; empty if none
 * @param description HTML; empty if none
 * @param link the site's page for people
 * @param self where the feed says it lives
 * @param language RFC 5646 tag as written; empty if none
 * @param rights HTML; empty if none
 * @param generator empty if none
 * @param links every link the feed states, hub and paging among them
 * @param explicit podcast's own word on its content
 * @param hints when the feed wants to be asked again
 */
public record FeedHead(
    String id,
    String title,
    String description,
    Optional<URI> link,
    Optional<URI> self,
    String language,
    Optional<Instant> published,
    Optional<Instant> updated,
    String rights,
    String generator,
    Optional<URI> image,
    Optional<URI> icon,
    List<Person> authors,
    List<Person> contributors,
    List<Category> categories,
    List<Link> links,
    Optional<Boolean> explicit,
    PollHints hints) {

  public FeedHead {
    authors = List.copyOf(authors);
    contributors = List.copyOf(contributors);
    categories = List.copyOf(categories);
    links = List.copyOf(links);
  }

  /** Starts a FeedHead of which nothing is known yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that holds all of this. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.id = id;
    builder.title = title;
    builder.description = description;
    builder.link = link;
    builder.self = self;
    builder.language = language;
    builder.published = published;
    builder.updated = updated;
    builder.rights = rights;
    builder.generator = generator;
    builder.image = image;
    builder.icon = icon;
    builder.authors = authors;
    builder.contributors = contributors;
    builder.categories = categories;
    builder.links = links;
    builder.explicit = explicit;
    builder.hints = hints;
    return builder;
  }

  /** Collects what becomes one {@link FeedHead}; what is never set is missing. */
  public static final class Builder {
    private String id = "";
    private String title = "";
    private String description = "";
    private Optional<URI> link = Optional.empty();
    private Optional<URI> self = Optional.empty();
    private String language = "";
    private Optional<Instant> published = Optional.empty();
    private Optional<Instant> updated = Optional.empty();
    private String rights = "";
    private String generator = "";
    private Optional<URI> image = Optional.empty();
    private Optional<URI> icon = Optional.empty();
    private List<Person> authors = List.of();
    private List<Person> contributors = List.of();
    private List<Category> categories = List.of();
    private List<Link> links = List.of();
    private Optional<Boolean> explicit = Optional.empty();
    private PollHints hints = PollHints.NONE;

    private Builder() {}

    /** Sets {@code id}. */
    public Builder id(String id) {
      this.id = id;
      return this;
    }

    /** Sets {@code title}. */
    public Builder title(String title) {
      this.title = title;
      return this;
    }

    /** Sets {@code description}. */
    public Builder description(String description) {
      this.description = description;
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

    /** Sets {@code self}. */
    public Builder self(URI self) {
      this.self = Optional.of(self);
      return this;
    }

    /** Sets {@code self} if there is one. */
    public Builder self(Optional<URI> self) {
      this.self = self;
      return this;
    }

    /** Sets {@code language}. */
    public Builder language(String language) {
      this.language = language;
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

    /** Sets {@code rights}. */
    public Builder rights(String rights) {
      this.rights = rights;
      return this;
    }

    /** Sets {@code generator}. */
    public Builder generator(String generator) {
      this.generator = generator;
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

    /** Sets {@code icon}. */
    public Builder icon(URI icon) {
      this.icon = Optional.of(icon);
      return this;
    }

    /** Sets {@code icon} if there is one. */
    public Builder icon(Optional<URI> icon) {
      this.icon = icon;
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

    /** Sets {@code links}. */
    public Builder links(List<Link> links) {
      this.links = links;
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

    /** Sets {@code hints}. */
    public Builder hints(PollHints hints) {
      this.hints = hints;
      return this;
    }

    /** What has been collected. */
    public FeedHead build() {
      return new FeedHead(
          id,
          title,
          description,
          link,
          self,
          language,
          published,
          updated,
          rights,
          generator,
          image,
          icon,
          authors,
          contributors,
          categories,
          links,
          explicit,
          hints);
    }
  }
}
