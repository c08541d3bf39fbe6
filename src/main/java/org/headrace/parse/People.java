package org.headrace.parse;

import static org.headrace.parse.XmlName.atom;
import static org.headrace.parse.XmlName.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headrace.model.Person;

/** Reads who wrote or helped: person constructs, and one line of name and mail address. */
final class People {
  private static final XmlName[] NAME = {atom("name"), core("name"), XmlName.itunes("name")};
  private static final XmlName[] EMAIL = {atom("email"), core("email"), XmlName.itunes("email")};
  private static final XmlName[] URI = {
    atom("uri"), atom("url"), atom("homepage"), core("uri"), core("url")
  };

  private People() {}

  /** The people these children name, each once. */
  static List<Person> in(XmlElement parent, XmlName... names) {
    Set<Person> people = new LinkedHashSet<>();
    parent.ranked(names).stream().map(People::one).flatMap(Optional::stream).forEach(people::add);
    return List.copyOf(people);
  }

  /** All of {@code first}, then those of {@code second} whose name is not among them. */
  static List<Person> join(List<Person> first, List<Person> second) {
    List<Person> all = new ArrayList<>(first);
    for (Person person : second) {
      boolean known =
          all.stream()
              .anyMatch(
                  other ->
                      !person.name().isEmpty() && other.name().equalsIgnoreCase(person.name()));
      if (!known && !all.contains(person)) {
        all.add(person);
      }
    }
    return all;
  }

  private static Optional<Person> one(XmlElement element) {
    String name = element.textOf(NAME);
    String email = element.textOf(EMAIL);
    String uri =
        element.ranked(URI).stream()
            .filter(child -> !child.text().isEmpty())
            .findFirst()
            .flatMap(child -> Address.resolve(child.base(), child.text()))
            .orElse(page(element));
    boolean construct = element.elements().findAny().isPresent();
    Person line = construct ? new Person(name, email, uri) : ofLine(element.text());
    Person person = construct || uri.isEmpty() ? line : new Person(line.name(), line.email(), uri);
    return Optional.of(person).filter(found -> !found.equals(Person.named("")));
  }

  /** Podcasts put a person's page into an attribute. */
  private static String page(XmlElement element) {
    return element.vocabulary() == Vocabulary.PODCAST
        ? Address.of(element.base(), element.attribute("href")).map(Object::toString).orElse("")
        : "";
  }

  /** Reads {@code mail (name)}, {@code name <mail>}, {@code name (mail)}, or either alone. */
  static Person ofLine(String line) {
    int open = Math.max(line.lastIndexOf('('), line.lastIndexOf('<'));
    int close = Math.max(line.lastIndexOf(')'), line.lastIndexOf('>'));
    if (open >= 0 && close > open) {
      String outside = (line.substring(0, open) + line.substring(close + 1)).strip();
      String inside = line.substring(open + 1, close).strip();
      if (isMail(inside)) {
        return new Person(outside, withoutScheme(inside), "");
      } else if (isMail(outside)) {
        return new Person(inside, withoutScheme(outside), "");
      }
      return Person.named(line.strip());
    }
    return isMail(line) ? new Person("", withoutScheme(line.strip()), "") : mixed(line.strip());
  }

  /** A mail address with a name before or after it. */
  private static Person mixed(String line) {
    if (line.indexOf('@') < 0) {
      return Person.named(line);
    }
    StringBuilder name = new StringBuilder();
    String mail = "";
    for (String word : line.split("\\s+")) {
      if (mail.isEmpty() && isMail(word)) {
        mail = withoutScheme(word);
      } else {
        name.append(name.isEmpty() ? "" : " ").append(word);
      }
    }
    return new Person(name.toString(), mail, "");
  }

  private static String withoutScheme(String mail) {
    return mail.regionMatches(true, 0, "mailto:", 0, 7) ? mail.substring(7) : mail;
  }

  private static boolean isMail(String text) {
    int at = text.indexOf('@');
    return at > 0
        && text.indexOf('@', at + 1) < 0
        && text.indexOf('.', at) > at + 1
        && !text.endsWith(".")
        && text.strip().chars().noneMatch(Character::isWhitespace);
  }
}
