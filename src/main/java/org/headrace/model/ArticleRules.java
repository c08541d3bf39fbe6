package org.headrace.model;

/**
 * How the article is found in the pages behind a source's entries: CSS selectors (<a
 * href="https://www.w3.org/TR/selectors-4/">Selectors 4</a>), checked before. Each is empty if the
 * operator leaves it to the program.
 *
 * @param body finds the article; all that fits counts, in the page's order
 * @param remove finds what is left out
 * @param title finds the headline
 * @param author finds each author's name
 * @param published finds the date
 */
public record ArticleRules(
    String body, String remove, String title, String author, String published) {}
