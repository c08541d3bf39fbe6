package org.headrace.store;

import org.headrace.model.Article;
import org.headrace.model.Fingerprint;

/** A {@link ReadArticle} in the form in which it waits to be grouped. */
record Reading(Article article, String address, String canonical, byte[] fingerprint) {
  static Reading of(ReadArticle read) {
    return new Reading(
        read.article(),
        Storable.text(read.address()),
        Storable.text(read.canonical()),
        read.fingerprint().toBytes());
  }

  String toJson() {
    return Json.write(this);
  }

  /**
   * What was read.
   *
   * @throws IllegalArgumentException if the fingerprint has a form that is not known
   */
  ReadArticle toRead() {
    return new ReadArticle(article, address, canonical, Fingerprint.of(fingerprint));
  }
}
