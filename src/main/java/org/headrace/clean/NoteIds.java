package org.headrace.clean;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.headrace.model.StableHash;
import org.headrace.url.WebAddress;
import org.jsoup.nodes.Element;

/**
 * Places within a text that links of the same text lead to, such as footnotes. They get names that
 * neither meet those of another text on the page nor those a page's own script relies on.
 */
final class NoteIds {
  private static final Pattern OURS = Pattern.compile("note-[0-9a-f]{8}-[\\w.:-]{1,200}");
  private static final int LONGEST = 100;

  private final Optional<WebAddress> base;
  private final Optional<WebAddress> here;
  private final String prefix;
  private final Set<String> linked;
  private final Set<String> given = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  private NoteIds(Optional<WebAddress> base, String prefix, Set<String> linked) {
    this.base = base;
    this.here = base.map(WebAddress::withoutFragment);
    this.prefix = prefix;
    this.linked = linked;
  }

  /**
   * The places of a text that it links to itself.
   *
   * @param name of the text: places of texts with other names get other names
   */
  static NoteIds of(Survey survey, Optional<WebAddress> base, String name) {
    if (survey.places.isEmpty() || survey.links.isEmpty()) {
      return new NoteIds(base, "", Set.of());
    }
    Set<String> present = new HashSet<>();
    for (Element place : survey.places) {
      present.add(place.hasAttr("id") ? place.attr("id") : place.attr("name"));
    }
    present.remove(""); // no name: a link to it leads to the top of the page
    String prefix = "note-" + HexFormat.of().toHexDigits((int) StableHash.of(name)) + "-";
    NoteIds all = new NoteIds(base, prefix, Set.copyOf(present));
    Set<String> linked = new HashSet<>();
    for (Element link : survey.links) {
      all.target(link.attr("href")).ifPresent(linked::add);
    }
    return new NoteIds(base, prefix, Set.copyOf(linked));
  }

  /** A name that was given to what is left out in the end. */
  void takeBack(String found) {
    given.remove(found);
  }

  /** True if a place that is linked to has been left out. */
  boolean hasLost() {
    return given.size() < linked.size();
  }

  /** As if only the places that were named had been there. */
  NoteIds withoutLost() {
    return new NoteIds(base, prefix, Set.copyOf(given));
  }

  /** True if each place was named and each was linked to, so that another look finds the same. */
  boolean isSettled() {
    return given.size() == linked.size() && used.size() == linked.size();
  }

  /** True if no place of the text is linked to. */
  boolean isEmpty() {
    return linked.isEmpty();
  }

  /** The link to the place within the text; empty if {@code href} leads elsewhere. */
  Optional<String> link(String href) {
    if (linked.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> target = target(href);
    target.ifPresent(used::add);
    return target.map(id -> "#" + name(id));
  }

  /** The name the place gets; empty if no link leads there or another place has the name. */
  Optional<String> id(String found) {
    return linked.contains(found) && given.add(found) ? Optional.of(name(found)) : Optional.empty();
  }

  private Optional<String> target(String href) {
    return fragment(href).filter(linked::contains);
  }

  private Optional<String> fragment(String href) {
    int hash = href.indexOf('#');
    if (hash < 0) {
      return Optional.empty();
    }
    String page = href.substring(0, hash).strip();
    return page.isEmpty() || isHere(page)
        ? Optional.of(decoded(href.substring(hash + 1).strip()))
        : Optional.empty();
  }

  private boolean isHere(String reference) {
    Optional<WebAddress> page = WebAddress.of(reference, base);
    return page.isPresent() && page.equals(here);
  }

  private String name(String id) {
    if (OURS.matcher(id).matches()) {
      return id;
    }
    StringBuilder name = new StringBuilder(prefix);
    Values.cut(id, LONGEST).codePoints().forEach(point -> append(name, point));
    return name.toString();
  }

  private static void append(StringBuilder name, int point) {
    boolean plain =
        point < 0x80 && (Character.isLetterOrDigit(point) || "-_.:".indexOf(point) >= 0);
    if (plain) {
      name.appendCodePoint(point);
    } else {
      name.append('_').append(Integer.toHexString(point));
    }
  }

  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return fragment;
    }
  }
}
