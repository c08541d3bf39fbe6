package org.headrace.parse;

import static org.headrace.parse.XmlName.atom;
import static org.headrace.parse.XmlName.core;
import static org.headrace.parse.XmlName.dc;
import static org.headrace.parse.XmlName.itunes;
import static org.headrace.parse.XmlName.media;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.headrace.model.Category;

/** What a feed or an entry is filed under, in the words of any format. */
final class Categories {
  private static final XmlName ITUNES = itunes("category");
  private static final XmlName KEYWORDS = itunes("keywords");
  private static final XmlName[] ALL = {
    core("category"), atom("category"), dc("subject"), ITUNES, KEYWORDS, media("category")
  };

  private Categories() {}

  /** Each once, in document order. */
  static List<Category> in(XmlElement parent) {
    Set<Category> found = new LinkedHashSet<>();
    for (XmlElement element : parent.all(ALL)) {
      if (element.is(ITUNES)) {
        itunesWithInner(element, found);
      } else if (element.is(KEYWORDS)) {
        keywords(element.text(), found);
      } else {
        add(one(element), found);
      }
    }
    return List.copyOf(found);
  }

  private static Category one(XmlElement element) {
    String term = element.attribute("term");
    String domain = element.attribute("domain");
    return new Category(
        term.isEmpty() ? element.text() : term,
        domain.isEmpty() ? element.attribute("scheme") : domain,
        element.attribute("label"));
  }

  private static void itunesWithInner(XmlElement element, Set<Category> found) {
    String name = element.attribute("text");
    add(Category.of(name.isEmpty() && !element.hasElements() ? element.text() : name), found);
    element.all(ITUNES).forEach(inner -> itunesWithInner(inner, found));
  }

  private static void keywords(String list, Set<Category> found) {
    for (String word : list.split(",")) {
      add(Category.of(word.strip()), found);
    }
  }

  private static void add(Category category, Set<Category> found) {
    if (!category.term().isEmpty() || !category.label().isEmpty()) {
      found.add(category);
    }
  }
}
