package org.headrace.clean;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.headrace.url.WebAddress;

/** Rules for attributes that hold an address. What comes out is absolute. */
final class Addresses {
  private static final Set<String> OTHER_SCHEMES =
      Set.of("mailto", "tel", "sms", "geo", "xmpp", "magnet", "ftp");
  private static final Set<String> DATA_IMAGES =
      Set.of("png", "gif", "jpeg", "jpg", "webp", "avif", "apng", "bmp", "x-icon");
  private static final String SCRIPT = "script";
  private static final int LONGEST_DATA = 100_000;
  private static final int LONGEST_OTHER = 2_000;

  private Addresses() {}

  /** Where a click leads: the web, an address for mail or a call, or a note of the same text. */
  static AttributeRule link() {
    return (value, around) -> {
      Optional<String> note = around.notes().link(value);
      Optional<String> place = note.isPresent() ? note : page(value, around);
      return place.isPresent() ? place : other(value);
    };
  }

  /** The page that something was taken from. */
  static AttributeRule citation() {
    return Addresses::page;
  }

  /** What is loaded and played or shown as it is. */
  static AttributeRule media() {
    return Addresses::media;
  }

  /** A picture: of the web, or small and within the text itself. */
  static AttributeRule image() {
    return (value, around) -> {
      Optional<String> web = media(value, around);
      return web.isPresent() ? web : dataImage(value);
    };
  }

  /**
   * The candidates for a picture. A reader may look for a script's scheme in all of them at once.
   */
  static AttributeRule sourceSet() {
    return (value, around) ->
        SourceSet.clean(
            value, address -> media(address, around).filter(found -> !speaksOfScript(found)));
  }

  private static boolean speaksOfScript(String address) {
    int colon = address.indexOf(':');
    while (colon >= 0) {
      if (colon >= SCRIPT.length()
          && address.regionMatches(true, colon - SCRIPT.length(), SCRIPT, 0, SCRIPT.length())) {
        return true;
      }
      colon = address.indexOf(':', colon + 1);
    }
    return false;
  }

  private static Optional<String> page(String value, Surroundings around) {
    if (WebAddress.isTidy(value)) {
      return Optional.of(value);
    }
    boolean nowhere = value.strip().equals("#");
    return nowhere
        ? Optional.empty()
        : around.resolve(value).map(WebAddress::withoutTracking).map(WebAddress::toString);
  }

  private static Optional<String> media(String value, Surroundings around) {
    return WebAddress.isSpelledOut(value)
        ? Optional.of(value)
        : around
            .resolve(value)
            .filter(address -> address.userInfo().isEmpty())
            .map(WebAddress::toString);
  }

  private static Optional<String> other(String value) {
    String address = value.strip();
    int colon = address.indexOf(':');
    boolean fits =
        colon > 0
            && address.length() <= LONGEST_OTHER
            && OTHER_SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT))
            && address.chars().noneMatch(c -> c < ' ' || (c >= 0x7f && c < 0xa0));
    return fits ? Optional.of(XmlText.legal(address)) : Optional.empty();
  }

  private static Optional<String> dataImage(String value) {
    String address = value.strip();
    String head = "data:image/";
    int mark = address.indexOf(";base64,");
    boolean fits =
        address.length() <= LONGEST_DATA
            && address.regionMatches(true, 0, head, 0, head.length())
            && mark > 0
            && DATA_IMAGES.contains(
                address
                    .substring(head.length(), Math.max(mark, head.length()))
                    .toLowerCase(Locale.ROOT))
            && address.substring(mark + 8).chars().allMatch(Addresses::isBase64);
    return fits ? Optional.of(address) : Optional.empty();
  }

  private static boolean isBase64(int c) {
    int lower = c | 0x20;
    return (c < 0x80 && lower >= 'a' && lower <= 'z')
        || (c >= '0' && c <= '9')
        || "+/=%".indexOf(c) >= 0;
  }
}
