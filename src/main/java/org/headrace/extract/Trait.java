package org.headrace.extract;

import java.util.Locale;

/** What a class name, an id, a role or a tag says about an element. A set of traits is an int. */
enum Trait {
  CONTENT(0),
  COMMENTS(1),
  SHARE(2),
  RELATED(3),
  PROMO(4),
  NAV(5),
  PAGER(6),
  AUTHOR(7),
  META(8),
  TAGS(9),
  FOOT(10),
  SIDE(11),
  HIDDEN(12),
  CONSENT(13),
  LAYER(14),
  LOGIN(15),
  PAYWALL(16),
  CAPTION(17),
  MEDIA(18),
  TITLE(19),
  DECK(20),
  EMBED(21),
  HIGHLIGHTS(22),
  CONTENTS(23),
  PRINT(24),
  PRODUCT(25),
  HEADER(26),
  FORM(27),
  FIGURE(28),
  /** One of several siblings of the same make that each lead to another page. */
  CARD(29);

  private final int bit;

  Trait(int place) {
    this.bit = 1 << place;
  }

  /** The trait as a set of one. */
  int bit() {
    return bit;
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
