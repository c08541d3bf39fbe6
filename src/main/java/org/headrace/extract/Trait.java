package org.headrace.extract;

import java.util.Locale;

/** What a class name, an id, a role or a tag says about an element. A set of traits is an int. */
enum Trait {
  CONTENT,
  COMMENTS,
  SHARE,
  RELATED,
  PROMO,
  NAV,
  PAGER,
  AUTHOR,
  META,
  TAGS,
  FOOT,
  SIDE,
  HIDDEN,
  CONSENT,
  LAYER,
  LOGIN,
  PAYWALL,
  CAPTION,
  MEDIA,
  TITLE,
  DECK,
  EMBED,
  HIGHLIGHTS,
  CONTENTS,
  PRINT,
  PRODUCT,
  HEADER,
  FORM,
  FIGURE,
  /** One of several siblings of the same make that each lead to another page. */
  CARD;

  /** The trait as a set of one. */
  int bit() {
    return 1 << ordinal();
  }

  boolean in(int traits) {
    return (traits & bit()) != 0;
  }

  static int set(Trait... traits) {
    int set = 0;
    for (Trait trait : traits) {
      set |= trait.bit();
    }
    return set;
  }

  static Trait named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
