package org.headrace.markup;

/** The names of a page's attributes, each one string however often it is written. */
final class AttributeNames {
  private static final String[] COMMON = {
    "class",
    "id",
    "href",
    "src",
    "style",
    "type",
    "rel",
    "content",
    "property",
    "name",
    "alt",
    "title",
    "width",
    "height",
    "role",
    "itemprop",
    "itemscope",
    "itemtype",
    "target",
    "lang",
    "dir",
    "datetime",
    "data-src",
    "srcset",
    "sizes",
    "loading",
    "value",
    "media",
    "async",
    "defer",
    "hidden",
    "cite",
    "charset",
    "http-equiv",
    "colspan",
    "rowspan",
    "start",
    "poster",
    "for",
    "action",
    "method",
    "placeholder",
    "onclick",
    "xmlns",
    "d",
    "fill",
    "viewbox",
    "decoding"
  };
  private static final int SIZE = 256;
  private static final String[] SEED = seed();

  /** One name of each slot: the first, or the one written last. */
  private final String[] slots = SEED.clone();

  private static String[] seed() {
    String[] seed = new String[SIZE];
    for (String name : COMMON) {
      int slot = slot(HtmlTags.hash(name));
      seed[slot] = seed[slot] == null ? name : seed[slot];
    }
    return seed;
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 8) & SIZE - 1;
  }

  /**
   * The name at a place, in lower case.
   *
   * @param hash of its letters in lower case
   */
  String at(String text, int start, int end, int hash) {
    int slot = slot(hash);
    String known = slots[slot];
    if (known != null && Scanner.stands(known, text, start, end)) {
      return known;
    }
    char[] lower = new char[end - start];
    for (int i = start; i < end; i++) {
      lower[i - start] = Scanner.lower(text.charAt(i));
    }
    String name = new String(lower);
    slots[slot] = name;
    return name;
  }
}
