package org.headrace.extract.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the rules for a host: those of the very host, {@code news.example.txt}, else those of a
 * domain it lies in, {@code .example.txt}. {@code global.txt} adds to the rules of its own folder;
 * the operator's also counts where a site has none.
 */
final class SiteRules {
  private static final String GENERAL = "global.txt";
  private static final String WWW = "www.";
  private static final int MOST_LABELS = 12;
  private static final int LONGEST_HOST = 255;

  static final SiteRules NONE = new SiteRules(Optional.empty(), Optional.empty());

  private final Optional<RuleShelf> own;
  private final Optional<RuleShelf> bundle;

  private SiteRules(Optional<RuleShelf> own, Optional<RuleShelf> bundle) {
    this.own = own;
    this.bundle = bundle;
  }

  /**
   * The rules at the places of {@code settings}.
   *
   * @throws IOException if one is a file that is no zip file
   */
  static SiteRules of(RuleSettings settings) throws IOException {
    return new SiteRules(shelf(settings.own()), shelf(settings.bundle()));
  }

  private static Optional<RuleShelf> shelf(Optional<Path> place) throws IOException {
    return place.isEmpty() ? Optional.empty() : Optional.of(RuleShelf.of(place.get()));
  }

  /** What the operator knows of pages on {@code host}. */
  Optional<SiteConfig> own(String host) {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Optional<SiteConfig> general = config(own.get(), GENERAL);
    return first(own.get(), names(host))
        .map(found -> general.map(found::and).orElse(found))
        .or(() -> general);
  }

  /** What the bundle knows of pages on {@code host}, if the operator has no file for them. */
  Optional<SiteConfig> lent(String host) {
    if (bundle.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = names(host);
    return own.flatMap(shelf -> first(shelf, names)).isPresent()
        ? Optional.empty()
        : first(bundle.get(), names)
            .map(found -> config(bundle.get(), GENERAL).map(found::and).orElse(found));
  }

  private static Optional<SiteConfig> first(RuleShelf shelf, List<String> names) {
    for (String name : names) {
      Optional<SiteConfig> found = config(shelf, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<SiteConfig> config(RuleShelf shelf, String name) {
    return shelf.named(name).map(SiteConfigReader.Read::config);
  }

  /** The names a file for {@code host} may have; the closest first. */
  static List<String> names(String host) {
    String plain = host.toLowerCase(Locale.ROOT);
    plain = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    if (plain.length() > LONGEST_HOST || !isName(plain)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    String bare = plain.startsWith(WWW) ? plain.substring(WWW.length()) : plain;
    names.add(bare + ".txt");
    if (!bare.equals(plain)) {
      names.add(plain + ".txt");
    }
    String domain = bare;
    for (int i = 0; i < MOST_LABELS && domain.indexOf('.') >= 0; i++) {
      names.add("." + domain + ".txt");
      domain = domain.substring(domain.indexOf('.') + 1);
    }
    return names;
  }

  /** A host becomes the name of a file: nothing else may be in it. */
  private static boolean isName(String host) {
    return !host.isEmpty()
        && host.charAt(0) != '.'
        && !host.contains("..")
        && host.chars()
            .allMatch(c -> c == '.' || c == '-' || c == '_' || Character.isLetterOrDigit(c));
  }
}
