package org.headrace.store;

/**
 * The right to ask one host for the page of one entry, for a while.
 *
 * @param host the key of the host
 * @param fence number of the host's claim: whoever comes with an older one changes nothing
 * @param work the entry, claimed with the host
 */
public record PageTurn(String host, long fence, ArticleWork work) {}
