package org.headrace.publish;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.headrace.model.Article;
import org.headrace.model.CleanHtml;
import org.headrace.model.Enclosure;
import org.headrace.model.PlainText;
import org.headrace.model.Story;
import org.headrace.model.TextOrigin;

/** Changes parts of an article, for tests. */
final class StoryChange {
  private Article face;

  private StoryChange(Article face) {
    this.face = face;
  }

  static StoryChange of(Article face) {
    return new StoryChange(face);
  }

  static Story in(Story story, StoryChange change) {
    return new Story(
        story.id(),
        story.tag(),
        change.article(),
        story.alsoIn(),
        story.published(),
        story.updated());
  }

  Article article() {
    return face;
  }

  StoryChange title(String title) {
    return with(
        face.link(),
        title,
        face.authors(),
        face.content(),
        face.text(),
        face.image(),
        face.enclosures());
  }

  StoryChange link(Optional<URI> link) {
    return with(
        link,
        title(),
        face.authors(),
        face.content(),
        face.text(),
        face.image(),
        face.enclosures());
  }

  StoryChange authors(String... authors) {
    List<PlainText> people = List.of(authors).stream().map(PlainText::new).toList();
    return with(
        face.link(), title(), people, face.content(), face.text(), face.image(), face.enclosures());
  }

  StoryChange content(String html, String text) {
    return with(
        face.link(),
        title(),
        face.authors(),
        new CleanHtml(html),
        text,
        face.image(),
        face.enclosures());
  }

  StoryChange image(String address) {
    Optional<URI> image = Optional.of(URI.create(address));
    return with(
        face.link(),
        title(),
        face.authors(),
        face.content(),
        face.text(),
        image,
        face.enclosures());
  }

  StoryChange enclosures(Enclosure... enclosures) {
    return with(
        face.link(),
        title(),
        face.authors(),
        face.content(),
        face.text(),
        face.image(),
        List.of(enclosures));
  }

  private String title() {
    return face.title().value();
  }

  private StoryChange with(
      Optional<URI> link,
      String title,
      List<PlainText> authors,
      CleanHtml content,
      String text,
      Optional<URI> image,
      List<Enclosure> enclosures) {
    face =
        new Article(
            face.id(),
            face.source(),
            face.sourceName(),
            face.entryId(),
            link,
            new PlainText(title),
            authors,
            content,
            text,
            content.isEmpty() ? PlainText.EMPTY : face.summary(),
            image,
            face.topics(),
            face.categories(),
            enclosures,
            face.language(),
            face.rights(),
            face.published(),
            face.updated(),
            face.seen(),
            content.isEmpty() ? TextOrigin.TITLE : face.origin(),
            face.note());
    return this;
  }
}
