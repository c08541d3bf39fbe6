package org.headrace.store;

import org.headrace.model.Article;
import org.headrace.model.Fingerprint;

/**
 * An article as it was read, with what it is recognised by.
 *
 * @param address one spelling of the article's address; empty if it has none
 * @param canonical one spelling of the address its page calls its own; empty if none
 */
public record ReadArticle(
    Article article, String address, String canonical, Fingerprint fingerprint) {}
